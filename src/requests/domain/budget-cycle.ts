import type { LocalDate } from "#src/kernel/dates.ts";

/** The yearly budget of a local authority begins on 1 January (CGCT, L1612-1): what is asked this year is paid for from the next. */
export function nextBudgetYear(submitted: LocalDate): LocalDate {
  return `${Number(submitted.slice(0, 4)) + 1}-01-01` as LocalDate;
}

/** Whole months between the first use and the day on which the yearly budget would have allowed to begin. 0 when nothing was gained. */
export function monthsGained(submitted: LocalDate, used: LocalDate): number {
  const [year = 0, month = 1, day = 1] = used.split("-").map(Number);
  const months = (Number(submitted.slice(0, 4)) + 1 - year) * 12 + (1 - month) - (day > 1 ? 1 : 0);
  return Math.max(0, months);
}
