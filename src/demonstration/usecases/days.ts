import { addDays, addMonths, type LocalDate } from "#src/kernel/dates.ts";

/** Days off that fall on the same date each year (« 07-14 »). */
const DAYS_OFF: ReadonlySet<string> = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);

/** The day itself, or the last working day before it: nobody of a town hall countersigns on a Sunday. */
export function workingDay(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || DAYS_OFF.has(day.slice(5)) ? workingDay(addDays(day, -1)) : day;
}

/** The first of the month, that day or later: what people ask for. */
export function firstOfMonth(day: LocalDate): LocalDate {
  return day.endsWith("-01") ? day : (`${addMonths(day, 1).slice(0, 8)}01` as LocalDate);
}

const MINUTE = 60_000;

/** Instants of office hours, one a day in order, each later than the one before it even on the same day. */
export function instantsOf(days: readonly LocalDate[], seed: number): readonly Date[] {
  let last = 0;
  return days.map((day, index) => {
    const start = Date.parse(`${workingDay(day)}T07:10:00Z`) + ((seed * 37 + index * 53) % 170) * MINUTE;
    last = Math.max(start, last + (19 + ((seed * 7 + index * 11) % 23)) * MINUTE);
    return new Date(last);
  });
}
