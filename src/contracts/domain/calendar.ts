import { addDays, addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { Contract, Renewal } from "./contract.ts";
import { noticeDay, termOf } from "./term.ts";

export const CALENDAR_KINDS = ["notice", "contract-end", "end-of-life", "to-confirm"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export const MONTHS_AHEAD = 12;

type ContractDay = {
  readonly contractId: string;
  readonly title: string;
  readonly supplierName: string;
  readonly renewal: Renewal;
  /** The end of the term that this date is about. */
  readonly endsOn: LocalDate;
};

/** One day to know of. Where it is past, it is late: somebody had to do something. */
export type CalendarItem = { readonly day: LocalDate } & (
  | (ContractDay & { readonly kind: "notice" })
  | (ContractDay & { readonly kind: "contract-end"; readonly goesOn: boolean })
  | (RunCycle & { readonly kind: "end-of-life" })
  | (RequestDay & { readonly kind: "to-confirm" })
);

export type RunCycle = {
  readonly installationId: string;
  readonly name: string;
  readonly slug: string;
  readonly software: string;
  readonly cycle: string;
  /** The installation's version names this cycle; else nobody said which version runs. */
  readonly certain: boolean;
};

/** `use`: what came of it is to be confirmed. `needed`: asked for that day, and not in use yet. */
export type RequestDay = { readonly requestId: string; readonly reference: string; readonly name: string; readonly what: "use" | "needed" };

export function lastDay(today: LocalDate): LocalDate {
  return addMonths(today, MONTHS_AHEAD);
}

/** The running term and the next: a monthly contract would fill the year by itself. */
const MOST_TERMS = 2;

/**
 * The days of a contract, from what is late to the last day asked. Late: a notice that was not given while its term still runs, and
 * an end that came without anybody saying what followed.
 */
export function contractDays(contract: Contract, today: LocalDate, until: LocalDate): readonly CalendarItem[] {
  const { id: contractId, title, supplierName, renewal, closedOn } = contract;
  const days: CalendarItem[] = [];
  let from = today;
  for (let terms = 0; terms < MOST_TERMS; terms += 1) {
    const { endsOn } = termOf(contract, from);
    if (endsOn === null) break;
    const about = { contractId, title, supplierName, renewal, endsOn };
    const noticeBy = closedOn === null && endsOn >= today ? noticeDay(contract, endsOn) : null;
    if (noticeBy !== null && noticeBy >= contract.startsOn && noticeBy <= until) days.push({ kind: "notice", day: noticeBy, ...about });
    const goesOn = renewal === "tacit" && closedOn === null;
    if (isShownEnd(closedOn, endsOn, today, until)) days.push({ kind: "contract-end", day: endsOn, goesOn, ...about });
    if (!goesOn || endsOn >= until) break;
    from = addDays(endsOn, 1);
  }
  return days;
}

/** An end that was decided is past once it is past; one that nobody decided is late for a year. */
function isShownEnd(closedOn: LocalDate | null, endsOn: LocalDate, today: LocalDate, until: LocalDate): boolean {
  const earliest = closedOn === null ? addMonths(today, -MONTHS_AHEAD) : today;
  return endsOn >= earliest && endsOn <= until;
}

/** In order of days; of one day, notices first. */
export function byDay(items: readonly CalendarItem[]): readonly CalendarItem[] {
  const rank = ({ kind }: CalendarItem): number => CALENDAR_KINDS.indexOf(kind);
  return items.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : rank(one) - rank(other)));
}

export type CalendarMonth = { readonly month: string; readonly items: readonly CalendarItem[] };

/** What is late, then month by month ("2026-11"), the empty ones left out. */
export function inMonths(
  items: readonly CalendarItem[],
  today: LocalDate,
): { readonly late: readonly CalendarItem[]; readonly months: readonly CalendarMonth[] } {
  const ordered = byDay(items);
  const months = Map.groupBy(
    ordered.filter(({ day }) => day >= today),
    ({ day }) => day.slice(0, 7),
  );
  return { late: ordered.filter(({ day }) => day < today), months: [...months].map(([month, of]) => ({ month, items: of })) };
}

/** What does not change of an item while it is the same: the same event in a calendar that is read again. */
export function uidOf(item: CalendarItem): string {
  switch (item.kind) {
    case "notice":
    case "contract-end":
      return `${item.kind}-${item.contractId}-${item.endsOn}`;
    case "end-of-life":
      return `${item.kind}-${item.installationId}-${item.slug}-${item.cycle.replace(/[^\w.-]/g, (mark) => `_${mark.codePointAt(0)?.toString(16)}`)}`;
    case "to-confirm":
      return `${item.kind}-${item.what}-${item.requestId}`;
  }
}
