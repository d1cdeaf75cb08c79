import type { Role } from "#src/kernel/rights.ts";

/** The fictional town: no commune of France bears this name, and its addresses reach nobody. */
export const TOWN = {
  name: "Ville de Valmontel",
  slug: "valmontel-demonstration",
  population: 18_400,
  mailDomain: "valmontel.example",
} as const;

/** The departments, by the names that the other tables call them by. */
export const D = {
  direction: "Direction générale",
  it: "Systèmes d’information",
  finance: "Finances et commande publique",
  police: "Police municipale",
  registry: "État civil et élections",
  cemeteries: "Cimetières",
  planning: "Urbanisme et cadre de vie",
  parks: "Espaces verts",
  culture: "Culture et vie associative",
  library: "Bibliothèque",
  welfare: "Action sociale (CCAS)",
  schools: "Écoles et enfance",
} as const;
type DepartmentName = (typeof D)[keyof typeof D];

/** Parents first. */
export const DEPARTMENTS: readonly { readonly name: DepartmentName; readonly under?: DepartmentName }[] = [
  { name: D.direction },
  { name: D.it, under: D.direction },
  { name: D.finance, under: D.direction },
  { name: D.police, under: D.direction },
  { name: D.registry },
  { name: D.cemeteries, under: D.registry },
  { name: D.planning },
  { name: D.parks, under: D.planning },
  { name: D.culture },
  { name: D.library, under: D.culture },
  { name: D.welfare },
  { name: D.schools },
];

export type Person = {
  readonly name: string;
  /** Null: elected, in no department. */
  readonly department: DepartmentName | null;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  /** One of those whom a visitor may be. */
  readonly signsIn?: true;
};

export const PEOPLE: readonly Person[] = [
  { name: "Claire Moulin", department: D.culture, jobTitle: "Responsable de la vie associative", roles: ["requester"], signsIn: true },
  { name: "Karim Benali", department: D.it, jobTitle: "Responsable des applications", roles: ["reviewer"], signsIn: true },
  { name: "Nadia Ferrand", department: D.direction, jobTitle: "Directrice générale adjointe", roles: ["guarantor"], signsIn: true },
  {
    name: "Hélène Marchetti",
    department: D.it,
    jobTitle: "Directrice des systèmes d’information",
    roles: ["administrator"],
    signsIn: true,
  },
  { name: "Samuel Okoye", department: null, jobTitle: "Adjoint au maire chargé du numérique", roles: ["elected-official"], signsIn: true },
  {
    name: "Inès Carvalho",
    department: D.direction,
    jobTitle: "Déléguée à la protection des données",
    roles: ["data-protection-officer"],
    signsIn: true,
  },
  { name: "Maëlle Le Goff", department: D.it, jobTitle: "Cheffe de projet numérique", roles: ["reviewer"] },
  {
    name: "Yann Kowalski",
    department: D.it,
    jobTitle: "Administrateur des systèmes et des réseaux",
    roles: ["requester", "administrator"],
  },
  { name: "Philippe Castaing", department: D.direction, jobTitle: "Directeur général des services", roles: ["requester"] },
  { name: "Sylvie Nguyen", department: D.finance, jobTitle: "Directrice des finances", roles: ["requester"] },
  { name: "Bruno Delattre", department: D.finance, jobTitle: "Acheteur public", roles: ["requester"] },
  { name: "Aminata Diallo", department: D.finance, jobTitle: "Gestionnaire comptable", roles: ["requester"] },
  { name: "Cédric Fontanel", department: D.police, jobTitle: "Chef de service de la police municipale", roles: ["requester"] },
  { name: "Fatima Zerrouki", department: D.registry, jobTitle: "Responsable de l’état civil et des élections", roles: ["requester"] },
  { name: "Monique Aubry", department: D.cemeteries, jobTitle: "Conservatrice des cimetières", roles: ["requester"] },
  { name: "Antoine Vasseur", department: D.planning, jobTitle: "Responsable de l’urbanisme", roles: ["requester"] },
  { name: "Leïla Haddad", department: D.planning, jobTitle: "Instructrice des autorisations d’urbanisme", roles: ["requester"] },
  { name: "João Teixeira", department: D.parks, jobTitle: "Responsable des espaces verts", roles: ["requester"] },
  { name: "Mehdi Roussel", department: D.culture, jobTitle: "Coordinateur des salles et du matériel", roles: ["requester"] },
  { name: "Élodie Baptiste", department: D.library, jobTitle: "Directrice de la bibliothèque", roles: ["requester"] },
  { name: "Thi-Lan Pham", department: D.library, jobTitle: "Bibliothécaire chargée du numérique", roles: ["requester"] },
  { name: "Rachel Abitbol", department: D.welfare, jobTitle: "Directrice du CCAS", roles: ["requester"] },
  { name: "Kévin Traoré", department: D.welfare, jobTitle: "Travailleur social", roles: ["requester"] },
  { name: "Pauline Schmitt", department: D.schools, jobTitle: "Responsable des affaires scolaires", roles: ["requester"] },
  { name: "Julien Mercier", department: D.schools, jobTitle: "Coordinateur du périscolaire", roles: ["requester"] },
];

/** Who countersigns. */
export const GUARANTOR = "Nadia Ferrand";
/** Who declared what the town runs, and when: days before today. The town had begun with Beffroi a fortnight before. */
export const DECLARES_INVENTORY = "Yann Kowalski";
export const INVENTORY_AGE = 745;
export const TOWN_AGE = 760;
