/** The door of the share of free software. */
export type { KeptMonth } from "./domain/months.ts";
export type { Share } from "./domain/share.ts";
export { keepMonths } from "./usecases/keep-months.ts";
export { keepMonthsDaily, keepMonthsOfAll } from "./usecases/openness-jobs.ts";
