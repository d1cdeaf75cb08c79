import type { Installation } from "./installation.ts";

/** What is worth knowing of an installation, in the order in which it is asked for. */
export const FACTS = [
  "purpose",
  "in-service-on",
  "licence",
  "departments",
  "users",
  "version",
  "criticality",
  "hosting",
  "country",
  "law",
  "personal-data",
  "answerable",
] as const;
export type Fact = (typeof FACTS)[number];

/** Pure: the facts that an installation can have. On our own premises the country and the law are ours; what is not in service has no such day. */
export function factsOf({ state, hosting }: Pick<Installation, "state" | "hosting">): readonly Fact[] {
  return FACTS.filter((fact) => {
    if (fact === "in-service-on") return state !== "planned" && state !== "pilot";
    return fact === "country" || fact === "law" ? hosting !== "on-premises" : true;
  });
}

/** Pure: those that nobody has stated. */
export function missingFacts(installation: Installation): readonly Fact[] {
  return factsOf(installation).filter((fact) => !IS_KNOWN[fact](installation));
}

const IS_KNOWN: Readonly<Record<Fact, (installation: Installation) => boolean>> = {
  purpose: ({ purpose }) => purpose !== "",
  "in-service-on": ({ inServiceOn }) => inServiceOn !== null,
  licence: ({ free }) => free !== null,
  departments: ({ departments }) => departments.length > 0,
  users: ({ users }) => users !== null,
  version: ({ softwareVersion }) => softwareVersion !== "",
  criticality: ({ criticality }) => criticality !== null,
  hosting: ({ hosting }) => hosting !== null,
  country: ({ dataCountry }) => dataCountry !== null,
  law: ({ governingLaw }) => governingLaw.length > 0,
  "personal-data": ({ personalData }) => personalData !== null,
  answerable: ({ answerableDepartmentId, answerableRole }) => answerableDepartmentId !== null || answerableRole !== "",
};
