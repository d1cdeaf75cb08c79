import type { Ability } from "#src/skills/public.ts";

/** Who can do what on one software: a person of the town, else a supplier or another authority as written. */
export type SkillStory = {
  readonly software: string;
  readonly who: string;
  readonly holder?: "supplier" | "authority";
  readonly abilities: readonly Ability[];
  readonly note?: string;
};

const YANN = "Yann Kowalski";
const MAELLE = "Maëlle Le Goff";
const KARIM = "Karim Benali";
const COOPERATIVE = "Nuage commun (SCOP)";
const ALL: readonly Ability[] = ["install", "administer", "train", "repair"];
const KEEP: readonly Ability[] = ["administer", "repair"];

export const SKILLS: readonly SkillStory[] = [
  { software: "Nextcloud", who: YANN, abilities: ALL },
  {
    software: "Nextcloud",
    who: COOPERATIVE,
    holder: "supplier",
    abilities: ["install", "administer", "repair"],
    note: "Réponse sous quatre heures ouvrées.",
  },
  { software: "Collabora Online", who: COOPERATIVE, holder: "supplier", abilities: ["install", "administer", "repair"] },
  { software: "Collabora Online", who: YANN, abilities: KEEP },
  { software: "LibreOffice", who: KARIM, abilities: ["install", "administer", "train"] },
  { software: "LibreOffice", who: MAELLE, abilities: ["train", "repair"] },
  { software: "LibreOffice", who: COOPERATIVE, holder: "supplier", abilities: ["train", "repair"] },
  { software: "BlueMind", who: YANN, abilities: KEEP },
  { software: "BlueMind", who: COOPERATIVE, holder: "supplier", abilities: ["install", "repair"] },
  { software: "Microsoft Exchange Server", who: YANN, abilities: KEEP },
  { software: "GLPI", who: KARIM, abilities: ALL },
  { software: "GLPI", who: YANN, abilities: ["install", "administer", "repair"] },
  { software: "FusionInventory", who: KARIM, abilities: ["install", "administer"] },
  { software: "Zabbix", who: YANN, abilities: ["install", "administer", "repair"], note: "Installé et tenu par lui seul." },
  { software: "pfSense CE", who: YANN, abilities: ["install", "administer", "repair"] },
  {
    software: "pfSense CE",
    who: "Syndicat numérique du Val",
    holder: "authority",
    abilities: ["administer", "repair"],
    note: "Astreinte mutualisée.",
  },
  { software: "WireGuard", who: YANN, abilities: ["install", "administer", "repair"] },
  { software: "Proxmox VE", who: YANN, abilities: ["install", "administer", "repair"] },
  { software: "Proxmox VE", who: KARIM, abilities: ["administer"] },
  { software: "restic", who: YANN, abilities: KEEP },
  { software: "PostgreSQL", who: KARIM, abilities: ["install", "administer", "repair"] },
  { software: "PostGIS", who: KARIM, abilities: ["install", "administer"] },
  { software: "QGIS", who: "Antoine Vasseur", abilities: ["administer", "train"] },
  { software: "QGIS", who: MAELLE, abilities: ["install", "repair"] },
  { software: "Lizmap", who: MAELLE, abilities: ["install", "administer", "train", "repair"] },
  { software: "LemonLDAP::NG", who: YANN, abilities: ["install", "administer", "repair"] },
  { software: "Linux Mint", who: KARIM, abilities: ALL },
  { software: "Linux Mint", who: YANN, abilities: ["install", "repair"] },
  { software: "Debian", who: YANN, abilities: ["install", "administer", "repair"] },
  { software: "Debian", who: KARIM, abilities: ["administer", "repair"] },
  { software: "Civil Net Finances", who: "Sylvie Nguyen", abilities: ["administer", "train"] },
  { software: "Civil Net Finances", who: "Logiciels des territoires", holder: "supplier", abilities: ["install", "administer", "repair"] },
  { software: "Civil Net RH", who: "Logiciels des territoires", holder: "supplier", abilities: ["install", "administer", "repair"] },
  { software: "Concerto", who: "Pauline Schmitt", abilities: ["administer", "train"] },
  { software: "Concerto", who: "Enfance et Familles Logiciels", holder: "supplier", abilities: ["install", "repair"] },
  { software: "Siècle", who: "Fatima Zerrouki", abilities: ["train"] },
  { software: "Siècle", who: "Registres et Scrutins", holder: "supplier", abilities: ["install", "administer", "repair"] },
  { software: "PMB", who: "Thi-Lan Pham", abilities: ["administer", "train", "repair"], note: "A appris seule\u00a0; rien n’est écrit." },
  { software: "WordPress", who: MAELLE, abilities: ["administer", "train"] },
  { software: "WordPress", who: "Hébergeur des Deux Rives", holder: "supplier", abilities: ["install", "repair"] },
];
