import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import type { Cents } from "#src/kernel/money.ts";

export type ContractId = string & { readonly brand: "ContractId" };

export const CONTRACT_KINDS = ["licence", "subscription", "hosting", "support", "services", "training"] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];
/** What happens at the end: nothing, it goes on unless notice is given, or it goes on if both say so. */
export const RENEWALS = ["none", "tacit", "express"] as const;
export type Renewal = (typeof RENEWALS)[number];

export const TITLE_MAX = 200;
export const REFERENCE_MAX = 100;
export const SUPPLIER_MAX = 200;
export const INDEXATION_MAX = 300;
export const NOTES_MAX = 2_000;
export const MOST_NOTICE_MONTHS = 60;
export const MOST_RENEWAL_MONTHS = 120;
/** Contracts of one authority that are read at once: beyond it, the oldest ends are left out. */
export const MOST_CONTRACTS = 5_000;

/** The days and months that say when a contract ends. */
export type Terms = {
  readonly startsOn: LocalDate;
  /** Null: without an end. */
  readonly endsOn: LocalDate | null;
  readonly renewal: Renewal;
  /** Months added by each tacit renewal. */
  readonly renewalMonths: number | null;
  readonly noticeMonths: number | null;
  /** The day it ended, or will end, because somebody put an end to it. */
  readonly closedOn: LocalDate | null;
};

export type ContractFacts = Omit<Terms, "closedOn"> & {
  readonly title: string;
  readonly reference: string;
  /** The instance's supplier where it is known there; its name as written, always. */
  readonly supplierId: string | null;
  readonly supplierName: string;
  readonly kind: ContractKind;
  /** A year, excluding tax. Null: not known. */
  readonly yearlyAmount: Cents | null;
  readonly indexation: string;
  readonly notes: string;
};

export type Contract = ContractFacts & Terms & { readonly id: ContractId; readonly declaredBy: PersonId | null; readonly version: number };

/** An installation that a contract covers. `share`: percent of the amount that is for it; null: in equal parts. */
export type Cover = { readonly installationId: InstallationId; readonly share: number | null };
export type Covered = Cover & { readonly name: string };

export type FactsRefusal =
  | { readonly kind: "ends-before-start" }
  | { readonly kind: "renewal-without-end" }
  | { readonly kind: "renewal-months-missing" };

/** What these facts lack to say when the contract ends. Pure. */
export function factsRefusal({ startsOn, endsOn, renewal, renewalMonths }: ContractFacts): FactsRefusal | undefined {
  if (endsOn !== null && endsOn < startsOn) return { kind: "ends-before-start" };
  if (renewal !== "none" && endsOn === null) return { kind: "renewal-without-end" };
  if (renewal === "tacit" && renewalMonths === null) return { kind: "renewal-months-missing" };
  return undefined;
}

/** Months that its renewal makes no use of are not kept. */
export function tidied(facts: ContractFacts): ContractFacts {
  return { ...facts, renewalMonths: facts.renewal === "tacit" ? facts.renewalMonths : null };
}

const FACTS = [
  "title",
  "reference",
  "supplierId",
  "supplierName",
  "kind",
  "startsOn",
  "endsOn",
  "renewal",
  "renewalMonths",
  "noticeMonths",
  "yearlyAmount",
  "indexation",
  "notes",
] as const satisfies readonly (keyof ContractFacts)[];

export function isSameContract(one: ContractFacts, other: ContractFacts): boolean {
  return FACTS.every((fact) => one[fact] === other[fact]);
}

export function factsOf(contract: Contract): ContractFacts {
  return Object.fromEntries(FACTS.map((fact) => [fact, contract[fact]])) as ContractFacts;
}
