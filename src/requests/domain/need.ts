import type { LocalDate } from "#src/kernel/dates.ts";
import type { Cents } from "#src/kernel/money.ts";

export const IMPORTANCES = ["essential", "useful"] as const;
export type Importance = (typeof IMPORTANCES)[number];
export type Requirement = { readonly id: string; readonly text: string; readonly importance: Importance };

/** Kinds of personal data (GDPR; the last two are of its articles 9 and 10). */
export const PERSONAL_DATA = ["identity", "contact", "family", "finance", "children", "location", "health-social", "sensitive"] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** An amount, excluding tax, over a stated number of years: one without the other says nothing. */
export type Budget = { readonly cents: Cents; readonly years: number };

/** The need, before any product. A requester writes it in their own words; a reviewer structures it; both are kept. */
export type Need = {
  readonly title: string;
  /** What the department must be able to do. */
  readonly words: string;
  readonly departmentId: string;
  readonly users: number | null;
  readonly neededBy: LocalDate | null;
  readonly usedToday: string | null;
  readonly budget: Budget | null;
  readonly personalData: readonly PersonalData[];
  readonly openToPublic: boolean;
  readonly mustRunWith: string | null;
  readonly requirements: readonly Requirement[];
};

export const NEED_LIMITS = {
  title: 120,
  words: 5_000,
  usedToday: 1_000,
  mustRunWith: 1_000,
  requirement: 300,
  requirements: 40,
  budgetYears: 20,
} as const;
