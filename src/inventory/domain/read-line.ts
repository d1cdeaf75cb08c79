import { type LocalDate, parseLocalDate } from "#src/kernel/dates.ts";
import { hasPiledMarks } from "#src/kernel/piled-marks.ts";
import type { TextRow } from "./delimited-text.ts";
import { foldedName } from "./folded-name.ts";
import type { Draft, ImportColumn, ImportWords, LineRefusal, ReadLine } from "./import-line.ts";
import { NAME_MAX, PURPOSE_MAX, USERS_MAX } from "./installation.ts";
import { dayRefusal, STATES } from "./state.ts";

/** Which column stands at each place of the file; undefined for those that are not ours. */
export type Layout = readonly (ImportColumn | undefined)[];

const DEPARTMENTS_MAX = 2_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFD\uFFFE\uFFFF]/;

/** Pure: what a row of the file says, or everything that it says wrongly. */
export function readLine(row: TextRow, layout: Layout, words: ImportWords, today: LocalDate): ReadLine {
  const place = { line: row.line, text: row.text };
  const whole = wholeRowRefusals(row, layout);
  if (whole.length > 0) return { ...place, refusals: whole };
  const refusals: LineRefusal[] = [];
  const cell = (column: ImportColumn): string => unprotected((row.cells[layout.indexOf(column)] ?? "").trim().normalize("NFC"));
  const say = <T>(column: ImportColumn, value: T | undefined): T | undefined => {
    if (value === undefined) refusals.push({ kind: "unreadable", column, value: cell(column).slice(0, 100) });
    return value;
  };
  refusals.push(...textRefusals(cell));
  const state = say("state", stateOf(cell("state"), words));
  const users = say("users", usersOf(cell("users")));
  const free = say("free", freeOf(cell("free"), words));
  const inServiceOn = say("in-service-on", dayOf(cell("in-service-on")));
  if (state === "retired") refusals.push({ kind: "retired" });
  const wrongDay = state === undefined || inServiceOn === undefined ? undefined : dayRefusal(state, inServiceOn, today);
  if (wrongDay !== undefined) refusals.push(wrongDay);
  if (refusals.length > 0 || state === undefined || state === "retired") return { ...place, refusals };
  const draft: Draft = {
    name: cell("name"),
    departments: cell("departments"),
    users: users ?? null,
    state,
    free: free ?? null,
    purpose: cell("purpose"),
    inServiceOn: inServiceOn ?? null,
  };
  return { ...place, draft };
}

/** Exports, ours among others, put an apostrophe before what a spreadsheet would take for a formula: here it is only text. */
function unprotected(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function wholeRowRefusals({ cells, unclosedQuote }: TextRow, layout: Layout): readonly LineRefusal[] {
  if (unclosedQuote) return [{ kind: "unclosed-quote" }];
  if (cells.some((cell) => CONTROL.test(cell) || hasPiledMarks(cell))) return [{ kind: "control-characters" }];
  return cells.slice(layout.length).some((cell) => cell.trim() !== "") ? [{ kind: "too-many-cells" }] : [];
}

function textRefusals(cell: (column: ImportColumn) => string): readonly LineRefusal[] {
  const refusals: LineRefusal[] = [];
  const limits = [
    ["name", NAME_MAX],
    ["departments", DEPARTMENTS_MAX],
    ["purpose", PURPOSE_MAX],
  ] as const;
  if (cell("name") === "") refusals.push({ kind: "no-name" });
  if (cell("name").includes("\n")) refusals.push({ kind: "several-lines", column: "name" });
  for (const [column, max] of limits) if (cell(column).length > max) refusals.push({ kind: "too-long", column, max });
  return refusals;
}

function stateOf(text: string, words: ImportWords): (typeof STATES)[number] | undefined {
  if (text === "") return "in-service";
  const folded = foldedName(text);
  return STATES.find((state) => words.states[state].includes(folded));
}

function usersOf(text: string): number | null | undefined {
  const digits = text.replace(/\s/g, "");
  if (digits === "") return null;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= USERS_MAX ? Number(digits) : undefined;
}

function freeOf(text: string, words: ImportWords): boolean | null | undefined {
  const folded = foldedName(text);
  if (folded === "" || folded === "?") return null;
  if (words.yes.includes(folded)) return true;
  return words.no.includes(folded) ? false : undefined;
}

/** 2026-11-21, or 21/11/2026. */
function dayOf(text: string): LocalDate | null | undefined {
  if (text === "") return null;
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (french === null) return parseLocalDate(text);
  const [, day = "", month = "", year = ""] = french;
  return parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
