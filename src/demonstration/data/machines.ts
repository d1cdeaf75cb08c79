import { D } from "./people.ts";

/** A machine of the town, as its agent tells it. Days are days before today. */
export type MachineFacts = {
  readonly name: string;
  readonly profile: keyof typeof PROFILES;
  readonly department?: string;
  /** More than its profile has. */
  readonly extra?: readonly string[];
  readonly model?: string;
  /** Last heard of so long ago; less than an hour ago, unless said. */
  readonly silentFor?: number;
  /** Tells the identity of another: it was copied from it. */
  readonly copiedFrom?: string;
};
export type Profile = {
  readonly system: { readonly system: "windows" | "linux" | "macos"; readonly name: string; readonly version: string };
  readonly kind: "workstation" | "server";
  readonly model: string;
  readonly origin: "registry" | "deb" | "";
  readonly software: readonly string[];
};

const WINDOWS_11 = { system: "windows", name: "Microsoft Windows 11 Professionnel", version: "10.0.22631" } as const;
const WINDOWS_10 = { system: "windows", name: "Microsoft Windows 10 Professionnel", version: "10.0.19045" } as const;
const MINT = { system: "linux", name: "Linux Mint 22.1", version: "22.1" } as const;
const DEBIAN = { system: "linux", name: "Debian GNU/Linux 12 (bookworm)", version: "12" } as const;

/** « name | version | publisher » of packages, by the origin of the profile. */
const OFFICE = [
  "Mozilla Firefox ESR (x64 fr) | 128.14.0 | Mozilla",
  "LibreOffice 24.8.4.2 | 24.8.4.2 | The Document Foundation",
  "7-Zip 24.08 (x64) | 24.08 | Igor Pavlov",
  "VLC media player | 3.0.21 | VideoLAN",
  "Adobe Acrobat (64-bit) | 24.005.20320 | Adobe",
  "Microsoft Edge | 131.0.2903.86 | Microsoft Corporation",
  "GLPI Agent 1.11 | 1.11 | Teclib'",
  "PDFCreator | 5.3.2 | Avanquest pdfforge GmbH",
  "Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.40.33810 | 14.40.33810 | Microsoft Corporation",
  "Microsoft Edge WebView2 Runtime | 131.0.2903.86 | Microsoft Corporation",
  "Microsoft Update Health Tools | 5.72 | Microsoft Corporation",
  "Realtek Audio Driver | 6.0.9381.1 | Realtek Semiconductor Corp.",
  "KB5048685 | | ",
] as const;
const DESKTOP = [
  "firefox | 133.0 | Ubuntu Developers",
  "thunderbird | 128.5.0 | Ubuntu Developers",
  "libreoffice-writer | 4:24.2.7 | Ubuntu Developers",
  "libreoffice-calc | 4:24.2.7 | Ubuntu Developers",
  "vlc | 3.0.20 | Ubuntu Developers",
  "gimp | 2.10.36 | Ubuntu Developers",
  "keepassxc | 2.7.6 | Ubuntu Developers",
  "nextcloud-desktop | 3.11.0 | Ubuntu Developers",
  "glpi-agent | 1.11 | Teclib",
  "hypnotix | 4.5 | Linux Mint",
  "warpinator | 1.8.6 | Linux Mint",
  "libc6 | 2.39 | Ubuntu Developers",
  "python3-gi | 3.48.2 | Ubuntu Developers",
  "fonts-dejavu-core | 2.37 | Ubuntu Developers",
  "libreoffice-l10n-fr | 4:24.2.7 | Ubuntu Developers",
  "linux-image-6.8.0-49-generic | 6.8.0-49.49 | Ubuntu Developers",
  "cinnamon-common | 6.4.3 | Linux Mint",
] as const;
const SERVER = [
  "glpi-agent | 1.11 | Teclib",
  "zabbix-agent2 | 1:7.0.6 | Zabbix",
  "borgbackup | 1.2.4 | Debian",
  "fail2ban | 1.0.2 | Debian",
  "libc6 | 2.36 | Debian",
  "openssh-server | 1:9.2p1 | Debian",
  "python3-apt | 2.6.0 | Debian",
  "linux-image-6.1.0-28-amd64 | 6.1.119-1 | Debian",
] as const;

export const PROFILES = {
  office: { system: WINDOWS_11, kind: "workstation", model: "Dell OptiPlex 7010", origin: "registry", software: OFFICE },
  older: { system: WINDOWS_10, kind: "workstation", model: "HP ProDesk 400 G4", origin: "registry", software: OFFICE },
  mint: { system: MINT, kind: "workstation", model: "Lenovo ThinkCentre M710q", origin: "deb", software: DESKTOP },
  server: { system: DEBIAN, kind: "server", model: "QEMU Standard PC", origin: "deb", software: SERVER },
  windowsServer: {
    system: { system: "windows", name: "Microsoft Windows Server 2019 Standard", version: "10.0.17763" },
    kind: "server",
    model: "Dell PowerEdge R440",
    origin: "registry",
    software: [
      "GLPI Agent 1.11 | 1.11 | Teclib'",
      "Zabbix Agent 2 (64-bit) | 7.0.6 | Zabbix SIA",
      "Veeam Agent for Microsoft Windows | 6.2.0 | Veeam Software Group GmbH",
      "Microsoft SQL Server 2019 (64-bit) | 15.0 | Microsoft Corporation",
      "Microsoft SQL Server 2012 Native Client | 11.4 | Microsoft Corporation",
    ],
  },
  mac: {
    system: { system: "macos", name: "macOS 14.7 (Sonoma)", version: "14.7" },
    kind: "workstation",
    model: "MacBookPro18,3",
    origin: "",
    software: ["Firefox | 133.0 | Mozilla", "Adobe Photoshop 2024 | 25.12 | Adobe Inc.", "Mail | 16.0 | Apple", "Pages | 14.3 | Apple"],
  },
} as const satisfies Readonly<Record<string, Profile>>;

const M365 = "Microsoft 365 Apps for enterprise - fr-fr | 16.0.17928 | Microsoft Corporation";
const CHROME = "Google Chrome | 131.0.6778.109 | Google LLC";
const TEAMVIEWER = "TeamViewer | 15.58.5 | TeamViewer";
const DROPBOX = "Dropbox | 212.4.5767 | Dropbox, Inc.";
const AUTOCAD = "AutoCAD LT 2021 - Français (French) | 24.0 | Autodesk";
const QGIS = "QGIS 3.34.12 'Prizren' | 3.34.12 | QGIS.org";
const HAND_MADE = "GestCim 3.2 | 3.2 | Logidoc";

const several = (count: number, stem: string, facts: Omit<MachineFacts, "name">): readonly MachineFacts[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${stem}-${String(index + 1).padStart(2, "0")}`, ...facts }));

export const MACHINES: readonly MachineFacts[] = [
  ...several(5, "DIR", { profile: "office", department: D.direction, extra: [M365, CHROME] }),
  ...several(6, "FIN", { profile: "office", department: D.finance, extra: [M365] }),
  ...several(4, "ETAT-CIVIL", { profile: "older", department: D.registry, extra: [CHROME] }),
  { name: "CIM-01", profile: "older", department: D.cemeteries, extra: [HAND_MADE, QGIS] },
  { name: "CIM-02", profile: "older", department: D.cemeteries, extra: [HAND_MADE], silentFor: 97 },
  ...several(4, "URBA", { profile: "office", department: D.planning, extra: [QGIS, AUTOCAD] }),
  ...several(3, "EV", { profile: "older", department: D.parks, extra: [QGIS, DROPBOX] }),
  ...several(4, "POLICE", { profile: "older", department: D.police }),
  ...several(5, "CCAS", { profile: "office", department: D.welfare, extra: [TEAMVIEWER] }),
  ...several(3, "CULTURE", { profile: "office", department: D.culture, extra: [DROPBOX, CHROME] }),
  { name: "COM-01", profile: "mac", department: D.culture },
  ...several(7, "BIB", { profile: "mint", department: D.library }),
  ...several(4, "ECOLE", {
    profile: "mint",
    department: D.schools,
    extra: ["gcompris-qt | 3.3 | Ubuntu Developers", "scratch | 1.4 | Ubuntu Developers"],
  }),
  { name: "ECOLE-05", profile: "mint", department: D.schools, silentFor: 143 },
  ...several(3, "DSI", {
    profile: "mint",
    department: D.it,
    extra: ["remmina | 1.4.35 | Ubuntu Developers", "git | 1:2.43.0 | Ubuntu Developers"],
  }),
  { name: "PRET-01", profile: "older", extra: [TEAMVIEWER] },
  { name: "PRET-02", profile: "older", extra: [TEAMVIEWER], copiedFrom: "PRET-01" },
  { name: "srv-nuage", profile: "server", department: D.it, extra: ["apache2 | 2.4.62 | Debian", "mariadb-server | 1:10.11.6 | Debian"] },
  {
    name: "srv-cartes",
    profile: "server",
    department: D.it,
    extra: ["postgresql-15 | 15.10 | Debian", "postgresql-15-postgis-3 | 3.3.2 | Debian", "qgis-server | 3.22 | Debian"],
  },
  { name: "srv-bib", profile: "server", department: D.it, extra: ["koha-common | 24.05 | Koha Community", "apache2 | 2.4.62 | Debian"] },
  {
    name: "srv-courriel",
    profile: "server",
    department: D.it,
    extra: ["postfix | 3.7.11 | Debian", "dovecot-core | 2.3.19 | Debian", "rspamd | 3.4 | Debian"],
  },
  { name: "srv-annuaire", profile: "server", department: D.it, extra: ["samba | 4.17.12 | Debian"] },
  { name: "srv-finances", profile: "windowsServer", department: D.it },
];
