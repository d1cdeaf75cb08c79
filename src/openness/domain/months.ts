import { addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { Declared, Installed } from "./declared.ts";
import type { Observed } from "./observed.ts";

/** What was counted on one day. Null: it was not, which a curve shows as a gap. */
export type Measures = { readonly declared: Declared | null; readonly observed: Observed | null };

/** The first day of a month. */
export type Month = LocalDate;
export type KeptMonth = Measures & { readonly month: Month; readonly measuredOn: LocalDate };

export function monthOf(day: LocalDate): Month {
  return `${day.slice(0, 8)}01` as LocalDate;
}

/** True where the month was over when its figures were worked out, from the dates that people gave afterwards. */
export function isReconstituted({ month, measuredOn }: Pick<KeptMonth, "month" | "measuredOn">): boolean {
  return monthOf(measuredOn) > month;
}

/** How many months are shown, and worked out where they were not measured. */
export const MONTHS_BACK = 24;

/** The months before `day`'s, oldest first. */
export function monthsBefore(day: LocalDate, count: number = MONTHS_BACK): readonly Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(monthOf(day), index - count));
}

/** A time during which an installation was in service: from `since`, to the day before `until` where it is not so any more. */
export type ServicePeriod = { readonly installationId: string; readonly since: LocalDate; readonly until: LocalDate | null };

/** What was in service on a day of the past. The licence, the layer and the users are those that are known now. */
export function inServiceThen(installed: readonly Installed[], periods: readonly ServicePeriod[], day: LocalDate): readonly Installed[] {
  const then = new Set(
    periods.filter(({ since, until }) => since <= day && (until === null || until > day)).map(({ installationId }) => installationId),
  );
  return installed.filter(({ id }) => then.has(id));
}

/** Every month of the span up to `day`'s, with what is kept of it: a past month of which nothing is kept is there too. */
export function historyOf(
  kept: readonly KeptMonth[],
  day: LocalDate,
): readonly { readonly month: Month; readonly kept: KeptMonth | undefined }[] {
  const known = new Map(kept.map((each) => [each.month, each]));
  const current = known.has(monthOf(day)) ? [monthOf(day)] : [];
  const months = [...monthsBefore(day), ...current].map((month) => ({ month, kept: known.get(month) }));
  const first = months.findIndex((each) => each.kept !== undefined);
  return first === -1 ? [] : months.slice(first);
}

/** What is compared with today: the month of a year ago, or else the oldest one kept since. */
export function yearAgo(kept: readonly KeptMonth[], day: LocalDate): KeptMonth | undefined {
  const from = addMonths(monthOf(day), -12);
  return [...kept]
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .find(({ month, declared }) => month >= from && month < monthOf(day) && declared !== null);
}
