import type { Cents } from "#src/kernel/money.ts";
import type { Cover } from "./contract.ts";

/** Installations that one contract covers at most. */
export const MOST_COVERED = 200;

export type CoverRefusal =
  | { readonly kind: "shares-over-100"; readonly sum: number }
  | { readonly kind: "too-many-covered"; readonly most: number };

/** Pure: what is wrong with what a contract is said to cover. */
export function coverRefusal(covers: readonly Cover[]): CoverRefusal | undefined {
  if (covers.length > MOST_COVERED) return { kind: "too-many-covered", most: MOST_COVERED };
  const sum = covers.reduce((total, { share }) => total + hundredths(share), 0);
  return sum > 10_000 ? { kind: "shares-over-100", sum: sum / 100 } : undefined;
}

/**
 * What each covered installation costs of an amount, in the order given: its percent where it has one, an equal part of what is
 * left where it has none. Whole cents; what does not divide goes to the first ones, so that equal parts sum to what they share.
 */
export function sharesOf(amount: Cents, covers: readonly Cover[]): readonly Cents[] {
  const said = covers.map(({ share }) => (share === null ? null : Math.floor((amount * hundredths(share)) / 10_000)));
  const left = Math.max(0, amount - said.reduce<number>((sum, cents) => sum + (cents ?? 0), 0));
  const equal = said.filter((cents) => cents === null).length;
  let place = 0;
  return said.map((cents) => {
    if (cents !== null) return cents;
    const more = place < left % equal ? 1 : 0;
    place += 1;
    return Math.floor(left / equal) + more;
  });
}

/** Percents have two decimals: counted whole, so that they add up. */
function hundredths(share: number | null): number {
  return Math.round((share ?? 0) * 100);
}

/** Reads « 12,5 », « 40 % »; undefined when it is no percent of 0 to 100. */
export function parseShare(text: string): number | undefined {
  const plain = text.replace(/[\s\u00A0\u202F%]/g, "").replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined;
  const share = Number(plain);
  return share <= 100 ? share : undefined;
}
