import { plainText } from "./authority.ts";

export const OFFICIAL_KINDS = ["commune", "epci", "departement", "region"] as const;
export type OfficialKind = (typeof OFFICIAL_KINDS)[number];

/** An authority as the State's reference data name it. */
export type OfficialAuthority = {
  readonly kind: OfficialKind;
  readonly code: string;
  readonly name: string;
  readonly siren: string | null;
  readonly population: number | null;
  readonly departmentCode: string | null;
};

/** With the plain text that it is searched by: the words of its name first, then its codes. */
export type SearchableAuthority = OfficialAuthority & { readonly searched: string };

/** One line of the reference files, of any kind: the fields that we read. */
export type ReferenceRecord = {
  readonly code: string;
  readonly nom: string;
  readonly type?: string;
  readonly zone?: string;
  /** How INSEE joins a name to what precedes it (« TNCC »). */
  readonly typeLiaison?: number;
  readonly siren?: string;
  readonly departement?: string;
  readonly region?: string;
  readonly population?: number;
  readonly populationMunicipale?: number;
  readonly codesPostaux?: readonly string[];
  readonly membres?: readonly { readonly code: string }[];
};

/** Official names are French: these are data, not words of the interface. Index: `typeLiaison`. */
const LINKS = ["de ", "d’", "du ", "de la ", "des ", "de l’", "des ", "de las ", "de los "] as const;
const GROUPINGS: Readonly<Record<string, string>> = {
  CC: "Communauté de communes",
  CA: "Communauté d’agglomération",
  CU: "Communauté urbaine",
};

/** Associated and former communes, and lands where nobody lives, are no authorities. */
export function communeOf(record: ReferenceRecord): SearchableAuthority | undefined {
  if (record.type !== "commune-actuelle" || record.population === undefined) return undefined;
  const { code, siren = null, population, departement = null, codesPostaux = [] } = record;
  const searched = plainText([record.nom, code, ...codesPostaux.slice(0, 3)].join(" "));
  return { kind: "commune", code, name: typographic(record.nom), siren, population, departmentCode: departement, searched };
}

export function groupingOf(record: ReferenceRecord): SearchableAuthority {
  const { code, nom, type = "", populationMunicipale, membres = [] } = record;
  const own = nom.replace(new RegExp(`^${type} `), "");
  const kindName = own === nom ? undefined : GROUPINGS[type];
  return {
    kind: "epci",
    code,
    name: typographic(kindName === undefined ? nom : `${kindName} ${own}`),
    siren: code,
    population: populationMunicipale ?? null,
    departmentCode: departmentOfCommune(membres[0]?.code),
    searched: plainText([own, kindName ?? "", type, code].join(" ")),
  };
}

export function departementOf(record: ReferenceRecord, population: number | undefined): SearchableAuthority | undefined {
  if (record.zone === "com" || population === undefined) return undefined;
  const { code, nom, typeLiaison = 0 } = record;
  const name = typographic(`Département ${LINKS[typeLiaison] ?? "de "}${nom}`);
  return {
    kind: "departement",
    code,
    name,
    siren: null,
    population,
    departmentCode: code,
    searched: plainText(`${nom} departement ${code}`),
  };
}

export function regionOf(record: ReferenceRecord, population: number | undefined): SearchableAuthority | undefined {
  if (population === undefined) return undefined;
  const { code, nom, zone } = record;
  const name = typographic(zone === "com" ? nom : `Région ${nom}`);
  return { kind: "region", code, name, siren: null, population, departmentCode: null, searched: plainText(`${nom} region`) };
}

/** Overseas codes have three digits. */
function departmentOfCommune(code: string | undefined): string | null {
  if (code === undefined) return null;
  return code.startsWith("97") || code.startsWith("98") ? code.slice(0, 3) : code.slice(0, 2);
}

function typographic(name: string): string {
  return name.replaceAll("'", "’");
}
