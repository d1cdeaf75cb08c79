import type { LocalDate } from "#src/kernel/dates.ts";

export const LONGEST_CYCLE = 60;

export type EndFacts = { readonly cycle: string; readonly endsOn: LocalDate; readonly readAtUrl: string };

/** An end of life that the authority's own people read somewhere. */
export type DeclaredEnd = EndFacts & {
  readonly id: string;
  readonly slug: string;
  readonly declaredBy: string;
  readonly declaredByName: string | null;
  readonly declaredAt: Date;
  readonly removedAt: Date | null;
  readonly version: number;
  /** The public source now gives an end for the same cycle: its word is the one that is shown. */
  readonly knownFromSource: boolean;
};

export function isSameEnd(one: EndFacts, other: EndFacts): boolean {
  return one.cycle === other.cycle && one.endsOn === other.endsOn && one.readAtUrl === other.readAtUrl;
}
