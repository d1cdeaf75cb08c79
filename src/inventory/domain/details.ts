import type { DepartmentId } from "#src/kernel/ids.ts";

/** What it is to people: seen by users, or beneath them. */
export const LAYERS = ["users", "server", "network", "security", "infrastructure"] as const;
export type Layer = (typeof LAYERS)[number];

/** How long people can do without it: an hour, a day, a week or more. */
export const CRITICALITIES = ["vital", "important", "ordinary"] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** On the authority's own premises, by another authority, by a public or private operator, or in a company's cloud. */
export const HOSTINGS = ["on-premises", "authority", "operator", "cloud"] as const;
export type Hosting = (typeof HOSTINGS)[number];

export const PERSONAL_DATA = ["none", "ordinary", "sensitive"] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** The same kinds as a need states. */
export const DATA_KINDS = ["identity", "contact", "family", "finance", "children", "location", "health-social", "sensitive"] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Articles 9 and 10 of the GDPR, and what people would least like to be known. */
const SENSITIVE_KINDS: readonly DataKind[] = ["health-social", "sensitive"];

export const VERSION_MAX = 60;
export const ROLE_MAX = 100;
export const HOST_MAX = 200;
export const REGISTER_MAX = 300;

/** What is stated of an installation beyond what it is and for whom: empty or null where nobody said. */
export type Details = {
  readonly softwareVersion: string;
  readonly layer: Layer;
  readonly criticality: Criticality | null;
  readonly answerableDepartmentId: DepartmentId | null;
  /** A role, not a name: people come and go. */
  readonly answerableRole: string;
  readonly hosting: Hosting | null;
  /** The authority, the operator or the company that hosts it; empty on the premises. */
  readonly hostName: string;
  /** ISO 3166-1 alpha-2. */
  readonly dataCountry: string | null;
  /** Countries whose law can oblige the host, whatever the country of the data. */
  readonly governingLaw: readonly string[];
  readonly personalData: PersonalData | null;
  readonly personalDataKinds: readonly DataKind[];
  /** Where its sheet is in the register of processing (GDPR article 30). */
  readonly registerReference: string;
};

export const NO_DETAILS: Details = {
  softwareVersion: "",
  layer: "users",
  criticality: null,
  answerableDepartmentId: null,
  answerableRole: "",
  hosting: null,
  hostName: "",
  dataCountry: null,
  governingLaw: [],
  personalData: null,
  personalDataKinds: [],
  registerReference: "",
};

export type DetailsRefusal =
  | { readonly kind: "host-needed" }
  | { readonly kind: "hosting-needed" }
  | { readonly kind: "host-is-ours" }
  | { readonly kind: "kinds-without-data" }
  | { readonly kind: "kinds-are-sensitive" };

type Judged = Pick<Details, "hosting" | "hostName" | "personalData" | "personalDataKinds">;

/** Pure: every contradiction among what is stated. */
export function detailsRefusals({ hosting, hostName, personalData, personalDataKinds }: Judged): readonly DetailsRefusal[] {
  const refusals: DetailsRefusal[] = [];
  if (hosting === null && hostName !== "") refusals.push({ kind: "hosting-needed" });
  if (hosting === "on-premises" && hostName !== "") refusals.push({ kind: "host-is-ours" });
  if (hosting !== null && hosting !== "on-premises" && hostName === "") refusals.push({ kind: "host-needed" });
  if (personalDataKinds.length > 0 && (personalData === null || personalData === "none")) refusals.push({ kind: "kinds-without-data" });
  if (personalData === "ordinary" && personalDataKinds.some((kind) => SENSITIVE_KINDS.includes(kind)))
    refusals.push({ kind: "kinds-are-sensitive" });
  return refusals;
}
