import type { Details } from "#src/inventory/public.ts";
import { D } from "./people.ts";

/** What the town states of what it runs, beside what it is; the department that answers is told by its name. */
export type ToldDetails = Partial<Omit<Details, "answerableDepartmentId">> & { readonly answerable?: string };

const SYSTEMS = { answerable: D.it, answerableRole: "Responsable des systèmes" };
const APPLICATIONS = { answerable: D.it, answerableRole: "Responsable des applications" };
const HERE = { hosting: "on-premises" } as const;
const SERVER = { ...HERE, ...SYSTEMS, layer: "server", personalData: "none" } as const;
const NETWORK = { ...HERE, ...SYSTEMS, layer: "network" } as const;
const SECURITY = { ...HERE, ...SYSTEMS, layer: "security" } as const;
const BENEATH = { ...HERE, ...SYSTEMS, layer: "infrastructure", personalData: "none" } as const;
const SYNDICATE = { hosting: "operator", hostName: "Syndicat numérique du Val", dataCountry: "FR", governingLaw: ["FR"] } as const;
const people = (...kinds: Details["personalDataKinds"]) => ({ personalData: "ordinary", personalDataKinds: kinds }) as const;
const sensitive = (...kinds: Details["personalDataKinds"]) => ({ personalData: "sensitive", personalDataKinds: kinds }) as const;
const cloud = (hostName: string, dataCountry: string, ...governingLaw: readonly string[]) =>
  ({ hosting: "cloud", hostName, dataCountry, governingLaw }) as const;
/** French companies that run what they sell, in France. */
const french = (hostName: string) => cloud(hostName, "FR", "FR");

/** By the name of the installation. What nobody knows yet is left out: the inventory says what remains to be told. */
export const DETAILS: Readonly<Record<string, ToldDetails>> = {
  LibreOffice: { ...HERE, ...APPLICATIONS, softwareVersion: "24.8", criticality: "important", personalData: "none" },
  "Microsoft Office": { ...HERE, ...APPLICATIONS, softwareVersion: "2019", criticality: "ordinary", personalData: "none" },
  Firefox: { ...HERE, ...APPLICATIONS, softwareVersion: "128 ESR", criticality: "important", personalData: "none" },
  BlueMind: {
    ...HERE,
    ...SYSTEMS,
    softwareVersion: "5.1",
    criticality: "vital",
    ...people("identity", "contact"),
    registerReference: "T-004",
  },
  "Microsoft Exchange Server": { ...HERE, ...SYSTEMS, softwareVersion: "2013" },
  Nextcloud: { ...HERE, ...SYSTEMS, softwareVersion: "29.0.6", criticality: "important", ...people("identity", "contact", "finance") },
  "Collabora Online": { ...HERE, ...SYSTEMS, softwareVersion: "24.04", criticality: "ordinary", personalData: "none" },
  Zoom: cloud("Zoom Communications", "US", "US"),
  "3CX": { ...NETWORK, softwareVersion: "18", criticality: "vital", ...people("identity", "contact") },
  GLPI: { ...SYNDICATE, ...APPLICATIONS, softwareVersion: "10.0.16", criticality: "important", ...people("identity", "contact") },
  FusionInventory: SERVER,
  "Microsoft Windows": { ...HERE, ...SYSTEMS, softwareVersion: "10 22H2", criticality: "vital", personalData: "none" },
  "Linux Mint": { ...HERE, ...SYSTEMS, softwareVersion: "22", criticality: "ordinary", personalData: "none" },
  "WithSecure Elements": { ...SYSTEMS, layer: "security", criticality: "vital", ...cloud("WithSecure", "FI", "FI"), ...people("identity") },
  KeePassXC: { ...SECURITY, softwareVersion: "2.7.9", criticality: "ordinary", personalData: "none" },
  "Active Directory": { ...SERVER, criticality: "vital", ...people("identity", "contact"), registerReference: "T-002" },
  "LemonLDAP::NG": { ...SECURITY, softwareVersion: "2.19", criticality: "important", ...people("identity") },
  "Windows Server": { ...SERVER, softwareVersion: "2016", criticality: "vital" },
  Debian: { ...SERVER, softwareVersion: "12", criticality: "vital" },
  "Proxmox VE": { ...BENEATH, softwareVersion: "8.2", criticality: "vital" },
  "VMware vSphere": BENEATH,
  "Veeam Backup & Replication": { ...SECURITY, softwareVersion: "11", criticality: "vital", personalData: "none" },
  restic: { ...SYNDICATE, ...SYSTEMS, layer: "security", softwareVersion: "0.17", criticality: "important", personalData: "none" },
  "Microsoft SQL Server": { ...SERVER, softwareVersion: "2016", criticality: "vital" },
  TeamViewer: { ...SYSTEMS, layer: "network", criticality: "ordinary", ...cloud("TeamViewer SE", "DE", "DE", "US"), ...people("identity") },
  PostgreSQL: { ...SERVER, softwareVersion: "15.8", criticality: "vital" },
  PostGIS: { ...SERVER, softwareVersion: "3.3", criticality: "important" },
  "pfSense CE": { ...SECURITY, softwareVersion: "2.7.2", criticality: "vital", personalData: "none" },
  OPNsense: { ...SECURITY, criticality: "vital" },
  WireGuard: { ...NETWORK, criticality: "important", personalData: "none" },
  Zabbix: { ...BENEATH, softwareVersion: "6.0 LTS", criticality: "important" },
  "Civil Net Finances": {
    ...HERE,
    answerable: D.finance,
    answerableRole: "Directrice des finances",
    softwareVersion: "7.4",
    criticality: "vital",
    ...people("identity", "contact", "finance"),
    registerReference: "T-011",
  },
  "Civil Net RH": {
    ...HERE,
    answerable: D.direction,
    answerableRole: "Responsable de la paie",
    softwareVersion: "7.4",
    criticality: "vital",
    ...sensitive("identity", "contact", "family", "finance", "health-social"),
    registerReference: "T-012",
  },
  "i-Parapheur": { ...SYNDICATE, ...APPLICATIONS, softwareVersion: "5.0", criticality: "important", ...people("identity") },
  "S²LOW": { ...SYNDICATE, ...APPLICATIONS, criticality: "important", ...people("identity"), registerReference: "T-020" },
  idelibre: {
    ...SYNDICATE,
    answerable: D.direction,
    answerableRole: "Secrétariat général",
    criticality: "ordinary",
    ...people("identity", "contact"),
  },
  "Maarch Courrier": { ...HERE, ...APPLICATIONS, softwareVersion: "21.03", criticality: "ordinary", ...people("identity", "contact") },
  Siècle: {
    ...HERE,
    answerable: D.registry,
    answerableRole: "Responsable de l’état civil",
    criticality: "important",
    ...people("identity", "family", "children"),
    registerReference: "T-030",
  },
  openElec: {
    ...HERE,
    answerable: D.registry,
    answerableRole: "Responsable des élections",
    criticality: "important",
    ...people("identity"),
  },
  "Borne d’accueil": { answerable: D.registry, criticality: "ordinary", personalData: "none", ...cloud("ESII", "FR", "FR", "US") },
  "Cart@DS": {
    ...french("Inetum"),
    answerable: D.planning,
    answerableRole: "Responsable du droit des sols",
    criticality: "important",
    ...people("identity", "contact", "location"),
    registerReference: "T-041",
  },
  "Autodesk AutoCAD": { answerable: D.planning, criticality: "ordinary", personalData: "none", ...cloud("Autodesk", "IE", "IE", "US") },
  QGIS: {
    ...HERE,
    answerable: D.planning,
    answerableRole: "Géomaticien",
    softwareVersion: "3.34 LTR",
    criticality: "ordinary",
    personalData: "none",
  },
  Lizmap: {
    ...HERE,
    answerable: D.planning,
    answerableRole: "Géomaticien",
    softwareVersion: "3.8",
    criticality: "ordinary",
    ...people("location"),
  },
  Atal: {
    ...french("Berger-Levrault"),
    answerable: D.parks,
    answerableRole: "Chef des ateliers",
    criticality: "important",
    ...people("identity"),
  },
  Concerto: {
    ...french("Arpège"),
    answerable: D.schools,
    answerableRole: "Responsable du périscolaire",
    criticality: "important",
    ...sensitive("identity", "contact", "family", "finance", "children", "health-social"),
    registerReference: "T-050",
  },
  Millésime: {
    ...french("Arche MC2"),
    answerable: D.welfare,
    answerableRole: "Directrice du CCAS",
    criticality: "important",
    ...sensitive("identity", "family", "finance", "health-social"),
    registerReference: "T-060",
  },
  "Mon Suivi Social": {
    ...cloud("Scalingo", "FR", "FR"),
    answerable: D.welfare,
    criticality: "ordinary",
    ...sensitive("identity", "family", "health-social"),
  },
  PMB: {
    ...SYNDICATE,
    answerable: D.library,
    answerableRole: "Directrice de la bibliothèque",
    softwareVersion: "7.5",
    criticality: "ordinary",
    ...people("identity", "contact", "children"),
  },
  Municipol: {
    ...french("Logitud"),
    answerable: D.police,
    criticality: "important",
    ...sensitive("identity", "location", "sensitive"),
    registerReference: "T-070",
  },
  Canva: { ...cloud("Canva", "US", "AU", "US"), criticality: "ordinary" },
  WordPress: {
    ...french("OVHcloud"),
    answerable: D.direction,
    answerableRole: "Responsable de la communication",
    softwareVersion: "6.6",
    criticality: "important",
    ...people("contact"),
  },
  Matomo: { ...french("OVHcloud"), answerable: D.direction, softwareVersion: "5.1", criticality: "ordinary", ...people("location") },
  "Adobe Creative Cloud": { ...cloud("Adobe", "IE", "IE", "US"), answerable: D.direction, criticality: "ordinary", ...people("identity") },
};

/** What each needs: without the second, the first does not work, or not wholly. */
export const INTERFACES: readonly {
  readonly from: string;
  readonly to: string;
  readonly kind: "data" | "sign-in" | "hosting" | "other";
  readonly description?: string;
}[] = [
  { from: "Nextcloud", to: "PostgreSQL", kind: "hosting" },
  { from: "Nextcloud", to: "Active Directory", kind: "sign-in" },
  { from: "Nextcloud", to: "Debian", kind: "hosting" },
  { from: "Collabora Online", to: "Nextcloud", kind: "data", description: "Documents ouverts et enregistrés." },
  { from: "BlueMind", to: "Debian", kind: "hosting" },
  { from: "BlueMind", to: "Active Directory", kind: "sign-in" },
  { from: "GLPI", to: "Active Directory", kind: "sign-in" },
  { from: "LemonLDAP::NG", to: "Active Directory", kind: "sign-in" },
  { from: "Active Directory", to: "Windows Server", kind: "hosting" },
  { from: "Windows Server", to: "Proxmox VE", kind: "hosting" },
  { from: "Debian", to: "Proxmox VE", kind: "hosting" },
  { from: "PostgreSQL", to: "Debian", kind: "hosting" },
  { from: "PostGIS", to: "PostgreSQL", kind: "hosting" },
  { from: "QGIS", to: "PostGIS", kind: "data", description: "Couches de la commune, lues et corrigées." },
  { from: "Lizmap", to: "PostGIS", kind: "data" },
  { from: "Microsoft SQL Server", to: "Windows Server", kind: "hosting" },
  { from: "Civil Net Finances", to: "Microsoft SQL Server", kind: "hosting" },
  { from: "Civil Net RH", to: "Microsoft SQL Server", kind: "hosting" },
  { from: "Civil Net RH", to: "Civil Net Finances", kind: "data", description: "Mandatement de la paie, chaque mois." },
  { from: "Civil Net Finances", to: "i-Parapheur", kind: "data", description: "Bordereaux à signer." },
  { from: "i-Parapheur", to: "S²LOW", kind: "data", description: "Actes signés, télétransmis." },
  { from: "idelibre", to: "i-Parapheur", kind: "data" },
  { from: "Concerto", to: "Civil Net Finances", kind: "data", description: "Factures de la cantine, titres de recettes." },
  { from: "Maarch Courrier", to: "BlueMind", kind: "data", description: "Courriels enregistrés comme courrier." },
  { from: "Cart@DS", to: "Lizmap", kind: "data", description: "Parcelles et zonages." },
  { from: "Veeam Backup & Replication", to: "Windows Server", kind: "hosting" },
  { from: "WordPress", to: "Matomo", kind: "other", description: "Mesure de la fréquentation." },
  { from: "Microsoft Windows", to: "Active Directory", kind: "sign-in" },
  { from: "Microsoft Windows", to: "WithSecure Elements", kind: "other", description: "Protection du poste." },
  { from: "WireGuard", to: "pfSense CE", kind: "hosting" },
];
