import { addDays, addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { Terms } from "./contract.ts";

/** Days before the last day for notice from which a contract asks for attention. */
export const NOTICE_ATTENTION_DAYS = 90;

export const CONTRACT_STATES = ["to-come", "notice-due", "current", "renewed", "closing", "ended"] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

export type Term = {
  readonly state: ContractState;
  /** Of the term that runs on the day, or of the first or last one where none does. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** How many times it went on by tacit renewal. */
  readonly renewals: number;
  /** The last day when notice can be given for this term's end. Null: none is asked, or nobody said how long. */
  readonly noticeBy: LocalDate | null;
  readonly canGiveNotice: boolean;
  /** The end that follows if nobody does anything: another term where it is renewed tacitly, else this one. */
  readonly thenEndsOn: LocalDate | null;
};

/** Where a contract stands on a day: its tacit renewals are unrolled, never stored. */
export function termOf(terms: Terms, today: LocalDate): Term {
  const { startsOn, closedOn } = terms;
  const renewals = renewalsBefore(terms, closedOn !== null && closedOn < today ? closedOn : today);
  const planned = endAfter(terms, renewals);
  const endsOn = closedOn ?? planned;
  const noticeBy = closedOn === null ? noticeDay(terms, planned) : null;
  const canGiveNotice = noticeBy !== null && today <= noticeBy;
  const goesOn = terms.renewal === "tacit" && closedOn === null;
  return {
    state: stateOf(terms, { today, endsOn, noticeBy, canGiveNotice, renewals }),
    startsOn: renewals === 0 ? startsOn : addDays(endAfter(terms, renewals - 1) ?? startsOn, 1),
    endsOn,
    renewals,
    noticeBy,
    canGiveNotice,
    thenEndsOn: goesOn ? endAfter(terms, renewals + 1) : endsOn,
  };
}

type Standing = Pick<Term, "endsOn" | "noticeBy" | "canGiveNotice" | "renewals"> & { readonly today: LocalDate };

function stateOf({ startsOn, closedOn }: Terms, { today, endsOn, noticeBy, canGiveNotice, renewals }: Standing): ContractState {
  if (endsOn !== null && endsOn < today) return "ended";
  if (startsOn > today) return "to-come";
  if (closedOn !== null) return "closing";
  if (canGiveNotice && noticeBy !== null && noticeBy <= addDays(today, NOTICE_ATTENTION_DAYS)) return "notice-due";
  return renewals > 0 ? "renewed" : "current";
}

/**
 * The end after some renewals. Counted from the day after the first end, so that a term that begins on the first of a month ends on
 * the last of another, whatever their lengths.
 */
function endAfter({ endsOn, renewalMonths }: Terms, renewals: number): LocalDate | null {
  if (endsOn === null || renewals === 0) return endsOn;
  return addDays(addMonths(addDays(endsOn, 1), renewals * (renewalMonths ?? 0)), -1);
}

/** How many tacit renewals happened before a day: the last day of a term is still that term's. */
function renewalsBefore(terms: Terms, day: LocalDate): number {
  const { endsOn, renewal, renewalMonths } = terms;
  if (renewal !== "tacit" || endsOn === null || renewalMonths === null || renewalMonths < 1 || day <= endsOn) return 0;
  let renewals = Math.max(0, Math.floor(monthsBetween(endsOn, day) / renewalMonths) - 1);
  while ((endAfter(terms, renewals) ?? day) < day) renewals += 1;
  return renewals;
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (day: LocalDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from);
}

/** As months are counted in French law: the same day of the month, or its last day where there is no such day (31 August less six months: 28 or 29 February). */
export function noticeDay({ renewal, noticeMonths }: Pick<Terms, "renewal" | "noticeMonths">, endsOn: LocalDate | null): LocalDate | null {
  if (endsOn === null || noticeMonths === null || renewal === "none") return null;
  return addMonths(endsOn, -noticeMonths);
}
