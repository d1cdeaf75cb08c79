import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";

export const SUGGESTION_STATES = ["proposed", "taken-up", "declined", "withdrawn"] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export const LONGEST_REASON = 500;

/** A software that a reviewer proposes to a department, and what the department made of it. */
export type Suggestion = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly free: boolean | null;
  readonly licence: string | null;
  readonly departmentId: DepartmentId;
  readonly departmentName: string;
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly state: SuggestionState;
  readonly answeredBy: PersonId | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly draftId: string | null;
  /** The draft was neither thrown away nor submitted yet. */
  readonly hasDraft: boolean;
  /** Once the draft was submitted: its request's reference. */
  readonly reference: string | null;
};

export type AnswerRefusal =
  | { readonly kind: "other-department" }
  /** Somebody answered it, or it was withdrawn: what it became. */
  | { readonly kind: "already-answered"; readonly current: Suggestion };

/** Those of the department it is made to answer it, once. */
export function answerRefusal(suggestion: Suggestion, departmentId: DepartmentId | null): AnswerRefusal | undefined {
  if (suggestion.departmentId !== departmentId) return { kind: "other-department" };
  return suggestion.state === "proposed" ? undefined : { kind: "already-answered", current: suggestion };
}

/** Whoever took it up, and then threw the draft away, may begin again. */
export function mayBeginAgain(suggestion: Suggestion, personId: PersonId): boolean {
  return suggestion.state === "taken-up" && suggestion.answeredBy === personId && !suggestion.hasDraft && suggestion.reference === null;
}
