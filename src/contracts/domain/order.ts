import type { Cents } from "#src/kernel/money.ts";
import type { Contract } from "./contract.ts";
import type { Term } from "./term.ts";

export const SORTS = ["title", "end", "notice", "amount"] as const;
export type ListSort = (typeof SORTS)[number];
export type ListOrder = { readonly sort: ListSort; readonly descending: boolean };

type Sortable = Pick<Contract, "yearlyAmount"> & { readonly term: Term };

/** In the order asked, from the order of titles. What is not known comes last, whichever way it is sorted. */
export function inOrder<T extends Sortable>(contracts: readonly T[], { sort, descending }: ListOrder): readonly T[] {
  if (sort === "title") return descending ? contracts.toReversed() : contracts;
  const key = (contract: T): string | number | null =>
    sort === "end" ? contract.term.endsOn : sort === "notice" ? nextNotice(contract.term) : contract.yearlyAmount;
  return contracts.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const compared = a < b ? -1 : a > b ? 1 : 0;
    return descending ? -compared : compared;
  });
}

/** A notice that can still be given; one that is too late asks nothing any more. */
export function nextNotice({ noticeBy, canGiveNotice }: Term): string | null {
  return canGiveNotice ? noticeBy : null;
}

export type Total = { readonly cents: Cents; readonly known: number; readonly all: number };

export function totalOf(contracts: readonly Pick<Contract, "yearlyAmount">[]): Total {
  const known = contracts.flatMap(({ yearlyAmount }) => (yearlyAmount === null ? [] : [yearlyAmount]));
  return { cents: known.reduce((sum, cents) => sum + cents, 0), known: known.length, all: contracts.length };
}
