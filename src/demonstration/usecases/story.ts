import type { CostHeading, Gate, KnockOut, PersonalData, UseOutcome, WaiverObject } from "./doors.ts";

/** A request of the demonstration, from its submission to where it stands today. Days are counted so that it never looks old. */
export type Story = {
  readonly key: string;
  /** Names of the requester and of the reviewer. */
  readonly by: string;
  readonly reviewer: string;
  /** Days before today on which the need was submitted. */
  readonly age: number;
  readonly need: NeedFacts;
  /** Name of the installation that fits, says the requester. */
  readonly fits?: string;
  readonly steps: readonly Step[];
};

export type NeedFacts = {
  readonly title: string;
  readonly words: string;
  readonly users?: number;
  /** Days after the submission; the need is then for the first of the month that follows. */
  readonly neededIn?: number;
  readonly usedToday?: string;
  /** Euros excluding tax, over a number of years. */
  readonly budget?: readonly [euros: number, years: number];
  readonly personalData?: readonly PersonalData[];
  readonly openToPublic?: boolean;
  readonly mustRunWith?: string;
  readonly essential?: readonly string[];
  readonly useful?: readonly string[];
};

/** `day`: days after the submission. `by`: who does it, where it is not the person whose part it is. */
export type Step = { readonly day: number; readonly by?: string } & Deed;

export type Deed =
  | { readonly search: string }
  /** Slug of the catalogue. */
  | { readonly propose: string }
  /** A candidate that no catalogue knows. */
  | { readonly enter: string }
  | ({ readonly examine: string } & ({ readonly suits: string } | { readonly rejects: string }) & Findings)
  | { readonly structure: Partial<NeedFacts>; readonly why?: string }
  | { readonly ruleOut: string }
  /** Name of the candidate. */
  | { readonly retain: string; readonly because: string }
  | { readonly countersign: string | null }
  | { readonly sendBack: string }
  | { readonly ask: string }
  | { readonly answer: string }
  | { readonly askWaiver: WaiverObject; readonly of: string; readonly because: string }
  | { readonly answerWaiver: boolean; readonly because: string }
  | { readonly reword: Gate; readonly to: string; readonly why: string }
  | { readonly study: StudyFacts; readonly why?: string }
  | { readonly withdraw: string }
  | { readonly move: "pilot" | "in-service" }
  | { readonly confirm: UseOutcome; readonly because: string }
  | { readonly newRound: string };

export type Findings = {
  /** One letter a requirement, the essential ones first: F fully, P partly, N not at all, - not judged. Without it nothing was judged. */
  readonly covers?: string;
  readonly cost?: CostFacts;
  /** Days after the submission. */
  readonly readyIn?: number;
  readonly fails?: Readonly<Partial<Record<KnockOut, string>>>;
  /** Reasons of its own, where the usual ones do not do. */
  readonly passes?: Readonly<Partial<Record<KnockOut, string>>>;
  /** The licence that was read, where the catalogue does not know it. */
  readonly licence?: string;
  /** A correction says why. */
  readonly why?: string;
};

/** Euros excluding tax over five years: once, then yearly. */
export type CostFacts = Readonly<Partial<Record<CostHeading, readonly [once: number, yearly: number]>>>;

export type StudyFacts = {
  readonly feasible: boolean;
  readonly summary: string;
  readonly cost?: CostFacts;
  readonly readyIn?: number;
  readonly maintainers?: readonly string[];
  readonly licence?: string;
  readonly repository?: string;
};
