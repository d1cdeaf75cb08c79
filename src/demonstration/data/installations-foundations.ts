import type { InstallationFacts } from "./installations.ts";
import { D } from "./people.ts";

const EVERYWHERE = Object.values(D);

/** What everybody uses, and what nobody sees: desktops, mail, files, servers, network. */
export const FOUNDATIONS: readonly InstallationFacts[] = [
  { name: "LibreOffice", since: 3_262, users: 310, departments: EVERYWHERE, purpose: "Textes, tableaux et diaporamas sur tous les postes." },
  {
    name: "Microsoft Office",
    since: 3_604,
    leavingSince: 401,
    users: 34,
    departments: [D.finance, D.planning],
    purpose: "Classeurs à macros que LibreOffice ne reprend pas encore.",
  },
  { name: "Firefox", since: 3_262, users: 310, departments: EVERYWHERE, purpose: "Navigation sur internet et applications de la mairie." },
  { name: "PDFsam Basic", since: 1_611, users: 85, departments: [D.direction, D.finance, D.planning], purpose: "Découpe et assemblage de fichiers PDF." },
  { name: "BlueMind", since: 1_987, users: 330, departments: EVERYWHERE, purpose: "Messagerie et calendriers des agents et des élus." },
  { name: "Microsoft Exchange Server", since: 3_650, retired: 703, users: 30, departments: [D.direction], purpose: "Ancienne messagerie de la direction." },
  { name: "Nextcloud", since: 1_421, users: 260, departments: EVERYWHERE, purpose: "Partage de fichiers entre services et avec les partenaires." },
  { name: "Collabora Online", state: "pilot", declared: 76, users: 40, departments: [D.direction, D.culture], purpose: "Écriture à plusieurs dans Nextcloud." },
  { name: "Zoom", since: 2_210, retired: 598, users: 25, departments: [D.direction], purpose: "Réunions à distance." },
  { name: "3CX", since: 1_552, users: 210, departments: EVERYWHERE, purpose: "Téléphonie de tous les bâtiments." },
  { name: "GLPI", since: 1_753, users: 140, departments: [D.it, D.direction], purpose: "Assistance informatique : pannes, demandes et matériel." },
  { name: "FusionInventory", since: 1_753, retired: 497, users: 3, departments: [D.it], purpose: "Inventaire des postes, repris par GLPI." },
  { name: "Microsoft Windows", since: 3_600, users: 290, departments: EVERYWHERE, purpose: "Système des postes de travail." },
  {
    name: "Linux Mint",
    state: "pilot",
    declared: 163,
    users: 14,
    departments: [D.library, D.welfare],
    purpose: "Postes de travail d’agents volontaires.",
  },
  { name: "WithSecure Elements", since: 1_249, users: 320, departments: [D.it], purpose: "Antivirus des postes et des serveurs." },
  { name: "KeePassXC", since: 983, users: 30, departments: [D.it, D.finance], purpose: "Coffre personnel de mots de passe." },
  { name: "Active Directory", since: 3_500, users: 330, departments: [D.it], purpose: "Annuaire et droits d’accès." },
  { name: "LemonLDAP::NG", state: "pilot", declared: 47, users: 25, departments: [D.it], purpose: "Connexion unique aux applications." },
  { name: "Windows Server", since: 3_500, users: 3, departments: [D.it], purpose: "Annuaire, impression et trois applications métier." },
  { name: "Debian", since: 2_948, users: 3, departments: [D.it], purpose: "Système de trente et un serveurs." },
  { name: "Proxmox VE", since: 688, users: 3, departments: [D.it], purpose: "Machines virtuelles de la salle des serveurs." },
  { name: "VMware vSphere", since: 3_103, retired: 562, users: 3, departments: [D.it], purpose: "Anciennes machines virtuelles." },
  { name: "Veeam Backup & Replication", since: 2_398, leavingSince: 238, users: 2, departments: [D.it], purpose: "Sauvegarde nocturne des serveurs." },
  { name: "restic", state: "planned", declared: 33, users: 2, departments: [D.it], purpose: "Copie chiffrée des sauvegardes hors de la commune." },
  { name: "PostgreSQL", since: 2_104, users: 4, departments: [D.it], purpose: "Bases de données des applications libres." },
  { name: "PostGIS", since: 2_104, users: 4, departments: [D.it, D.planning], purpose: "Base des données géographiques." },
  { name: "nginx", since: 1_421, users: 3, departments: [D.it], purpose: "Portier des applications web." },
  { name: "pfSense CE", since: 1_448, users: 2, departments: [D.it], purpose: "Pare-feu de la mairie et des écoles." },
  { name: "OPNsense", state: "planned", declared: 19, users: 2, departments: [D.it, D.schools], purpose: "Remplacement du pare-feu des écoles." },
  { name: "WireGuard", since: 1_081, users: 75, departments: [D.it], purpose: "Accès au réseau depuis chez soi, en télétravail." },
  { name: "Zabbix", since: 1_346, users: 3, departments: [D.it], purpose: "Surveillance des serveurs et du réseau." },
];
