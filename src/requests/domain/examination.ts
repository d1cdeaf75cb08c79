import type { LocalDate } from "#src/kernel/dates.ts";
import type { Cents } from "#src/kernel/money.ts";
import type { KnockOut } from "./gates.ts";

export const COVERAGES = ["full", "partial", "none"] as const;
/** How far a candidate covers a requirement. Not judged is not « none »: it is absent. */
export type Coverage = (typeof COVERAGES)[number];

export type KnockOutFinding = { readonly passes: boolean; readonly reason: string };

/** Cost over the need's horizon, excluding tax: what is paid once, and what is paid each year. No line is skipped by family. */
export type Cost = { readonly years: number; readonly lines: readonly CostLine[] };
export const COST_HEADINGS = [
  "licences",
  "hosting",
  "hardware",
  "integration",
  "data-migration",
  "user-training",
  "administrator-training",
  "support",
  "internal-time",
  "leaving",
] as const;
export type CostHeading = (typeof COST_HEADINGS)[number];
export type CostLine = { readonly heading: CostHeading; readonly once: Cents; readonly yearly: Cents };

/** What a reviewer found of a candidate: the evidence, written once. */
export type Examination = {
  /** Gate 2: the licence that was read, an SPDX expression. */
  readonly licence: string | null;
  readonly knockOuts: Readonly<Partial<Record<KnockOut, KnockOutFinding>>>;
  /** By identifier of requirement. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly cost: Cost | null;
  /** The day on which it could be in service. */
  readonly readyOn: LocalDate | null;
  readonly opinion: "suitable" | "rejected";
  readonly reason: string;
};

/** Gate 4: a feasibility study. */
export type Study = {
  readonly feasible: boolean;
  readonly summary: string;
  readonly cost: Cost | null;
  readonly readyOn: LocalDate | null;
  /** Two posts, not persons: somebody must remain when one leaves. */
  readonly maintainers: readonly string[];
  readonly licence: string | null;
  readonly repository: string | null;
};

/** Total over the horizon, in cents excluding tax. */
export function totalCost({ years, lines }: Cost): Cents {
  return lines.reduce((sum, { once, yearly }) => sum + once + yearly * years, 0);
}

/** The same total brought to another number of years: what is paid once stays, what is yearly follows. */
export function costOver(cost: Cost, years: number): Cents {
  return totalCost({ ...cost, years });
}
