import type { Json } from "#src/kernel/canonical-json.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { Examination, Study } from "./examination.ts";
import type { Gate, WaiverObject } from "./gates.ts";
import type { Need } from "./need.ts";

/** Where a candidate comes from: what the authority runs, what the catalogue knows, or what somebody typed. */
export type Origin =
  | { readonly type: "installation"; readonly installationId: string }
  | { readonly type: "catalogue"; readonly slug: string }
  | { readonly type: "entered" };

export type Candidate = {
  readonly id: string;
  readonly gate: Gate;
  readonly name: string;
  readonly origin: Origin;
  /** As declared when it was added; the knock-out of licence is judged at the examination. */
  readonly licence: string | null;
};

/** A search is evidence: what was asked, where, when, and how much it found. */
export type Search = {
  readonly gate: Gate;
  readonly source: "inventory" | "catalogue" | "elsewhere";
  readonly query: string;
  readonly count: number;
  /** The first of them, as they were then. */
  readonly found: readonly Found[];
};
export type Found = { readonly name: string; readonly origin: Origin; readonly licence: string | null };

/** How many results of a search are kept with it. */
export const MOST_FOUND = 10;

export const USE_OUTCOMES = ["yes", "partly", "no"] as const;
export type UseOutcome = (typeof USE_OUTCOMES)[number];

export type Attached = { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number };

/** A correction says which entry it replaces, and why. The replaced one stays, struck through. */
export type Correction = { readonly entryId: string; readonly why: string };

/** What an entry says. The entries of a request are its whole truth: none is ever edited. */
export type EntryContent =
  | {
      readonly kind: "need-submitted";
      readonly need: Need;
      readonly fits: { readonly installationId: string; readonly name: string } | null;
    }
  | { readonly kind: "need-structured"; readonly need: Need; readonly replaces?: Correction }
  | { readonly kind: "search-recorded"; readonly search: Search }
  | { readonly kind: "candidate-added"; readonly candidate: Candidate }
  | { readonly kind: "candidate-examined"; readonly candidateId: string; readonly examination: Examination; readonly replaces?: Correction }
  | { readonly kind: "study-recorded"; readonly study: Study; readonly replaces?: Correction }
  | { readonly kind: "waiver-requested"; readonly candidateId: string; readonly object: WaiverObject; readonly reason: string }
  | {
      readonly kind: "waiver-answered";
      readonly requestedBy: string;
      readonly granted: boolean;
      readonly reason: string;
      readonly exception?: "single-person";
    }
  | {
      readonly kind: "gate-concluded";
      readonly gate: Gate;
      readonly verdict: Verdict;
      readonly statement: string;
      readonly replaces?: Correction;
    }
  | { readonly kind: "countersigned"; readonly concluded: string; readonly statement: string | null; readonly exception?: "single-person" }
  | { readonly kind: "returned"; readonly concluded: string; readonly reason: string }
  | { readonly kind: "question-asked"; readonly text: string; readonly attached: readonly Attached[] }
  | { readonly kind: "answer-given"; readonly text: string; readonly attached: readonly Attached[] }
  | { readonly kind: "withdrawn"; readonly reason: string }
  | {
      readonly kind: "decision-sealed";
      readonly recordHash: string;
      readonly publicHash: string;
      readonly confirmOn: LocalDate | null;
      readonly installationId: string | null;
    }
  | { readonly kind: "use-started"; readonly on: LocalDate }
  | { readonly kind: "use-confirmed"; readonly outcome: UseOutcome; readonly reason: string };

export type EntryKind = EntryContent["kind"];
export type ContentOf<K extends EntryKind> = Extract<EntryContent, { kind: K }>;

export type Verdict = { readonly kind: "retained"; readonly candidateId: string } | { readonly kind: "ruled-out" };

/** Who (a role in public, a person inside), when, and what. `sequence` counts from 1 within the request. */
export type Entry<C extends EntryContent = EntryContent> = {
  readonly id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly personId: string;
  readonly role: Role;
  readonly content: C;
};

export function isKind<K extends EntryKind>(entry: Entry, kind: K): entry is Entry<ContentOf<K>> {
  return entry.content.kind === kind;
}

/** The content as the journal hashes it. */
export function contentJson(content: EntryContent): Json {
  return content as unknown as Json;
}
