import { type LocalDate, parseLocalDate } from "#src/kernel/dates.ts";
import { hasPiledMarks } from "#src/kernel/piled-marks.ts";
import type { TextRow } from "./delimited-text.ts";
import { type Details, detailsRefusals, HOST_MAX, REGISTER_MAX, ROLE_MAX, VERSION_MAX } from "./details.ts";
import { foldedName } from "./folded-name.ts";
import type { ImportColumn, ImportWords, LineRefusal, ReadLine } from "./import-line.ts";
import { NAME_MAX, PURPOSE_MAX, USERS_MAX } from "./installation.ts";
import type { Layout } from "./matching.ts";
import { among, freeIn, oneOf, severalOf, usersIn } from "./read-cell.ts";
import { dayRefusal } from "./state.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFD\uFFFE\uFFFF]/;

/** Longest texts, in characters. */
const LIMITS: readonly (readonly [ImportColumn, number])[] = [
  ["name", NAME_MAX],
  ["departments", 2_000],
  ["purpose", PURPOSE_MAX],
  ["version", VERSION_MAX],
  ["answerable-department", 300],
  ["answerable-role", ROLE_MAX],
  ["host", HOST_MAX],
  ["register", REGISTER_MAX],
];
const ONE_LINE: readonly ImportColumn[] = ["name", "version", "answerable-department", "answerable-role", "host", "register"];

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
  const state = say("state", cell("state") === "" ? "in-service" : among(cell("state"), words.states));
  const users = say("users", usersIn(cell("users"), USERS_MAX));
  const free = say("free", freeIn(cell("free"), words));
  const inServiceOn = say("in-service-on", dayOf(cell("in-service-on")));
  const details = readDetails(cell, say, words);
  if (details !== undefined) refusals.push(...detailsRefusals(details));
  if (state === "retired") refusals.push({ kind: "retired" });
  const wrongDay = state === undefined || inServiceOn === undefined ? undefined : dayRefusal(state, inServiceOn, today);
  if (wrongDay !== undefined) refusals.push(wrongDay);
  if (refusals.length > 0 || state === undefined || state === "retired" || details === undefined) return { ...place, refusals };
  const draft = {
    name: cell("name"),
    departments: cell("departments"),
    answerableDepartment: cell("answerable-department"),
    users: users ?? null,
    state,
    free: free ?? null,
    purpose: cell("purpose"),
    inServiceOn: inServiceOn ?? null,
    ...details,
  };
  return { ...place, draft };
}

type Cell = (column: ImportColumn) => string;
type Say = <T>(column: ImportColumn, value: T | undefined) => T | undefined;
type ReadDetails = Omit<Details, "answerableDepartmentId">;

/** Undefined when one of the words is not understood: `say` has noted which. */
function readDetails(cell: Cell, say: Say, words: ImportWords): ReadDetails | undefined {
  const layer = say("layer", oneOf(cell("layer"), words.layers));
  const criticality = say("criticality", oneOf(cell("criticality"), words.criticalities));
  const hosting = say("hosting", oneOf(cell("hosting"), words.hostings));
  const dataCountry = say("country", oneOf(cell("country"), words.countries));
  const governingLaw = say("law", severalOf(cell("law"), words.countries));
  const personalData = say("personal-data", oneOf(cell("personal-data"), words.personalData));
  const personalDataKinds = say("data-kinds", severalOf(cell("data-kinds"), words.dataKinds));
  if (layer === undefined || criticality === undefined || hosting === undefined || dataCountry === undefined) return undefined;
  if (governingLaw === undefined || personalData === undefined || personalDataKinds === undefined) return undefined;
  return {
    softwareVersion: cell("version"),
    layer: layer ?? "users",
    criticality,
    answerableRole: cell("answerable-role"),
    hosting,
    hostName: cell("host"),
    dataCountry,
    governingLaw,
    personalData,
    personalDataKinds,
    registerReference: cell("register"),
  };
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

function textRefusals(cell: Cell): readonly LineRefusal[] {
  const refusals: LineRefusal[] = [];
  if (foldedName(cell("name")) === "") refusals.push({ kind: "no-name" });
  for (const column of ONE_LINE) if (cell(column).includes("\n")) refusals.push({ kind: "several-lines", column });
  for (const [column, max] of LIMITS) if (cell(column).length > max) refusals.push({ kind: "too-long", column, max });
  return refusals;
}

/** 2026-11-21, or 21/11/2026. */
function dayOf(text: string): LocalDate | null | undefined {
  if (text === "") return null;
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (french === null) return parseLocalDate(text);
  const [, day = "", month = "", year = ""] = french;
  return parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
