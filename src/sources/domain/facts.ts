import { parseLocalDate } from "#src/kernel/dates.ts";
import { parseSiren } from "#src/kernel/siren.ts";

/** Takes facts out of JSON of which nothing is known. Nothing here throws. */

export type Fields = Readonly<Record<string, unknown>>;
/** Says that a fact was left out, or changed. `problem` is a code (« too-long »), never a sentence. */
export type Warn = (field: string, problem: string) => void;

export const LONGEST = { name: 100, refusedName: 200, prose: 500, address: 300, term: 100, licence: 200, id: 100 } as const;
export const MOST_IN_LIST = 50;
/** Of a text, no more is looked at; of a list, no more elements. What a source says is never that long. */
const LOOKED_AT = { characters: 4000, elements: 2000 } as const;

/** Shown, they hide or turn round what stands beside them: soft hyphen, zero width, bidirectional orders, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** True where something unseen would hide or turn round what stands beside it. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member only: `constructor` is no fact. */
export function fieldOf(fields: unknown, key: string): unknown {
  return isFields(fields) && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The value as a list: nothing is none, one is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, LOOKED_AT.elements) : [value];
}

/** A line of text; null for what is neither text nor number, or empty. Of a list, its first line. */
export function lineOf(value: unknown): string | null {
  if (Array.isArray(value)) return firstLine(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string") return null;
  const line = cleaned(value);
  return line === "" ? null : line;
}

function firstLine(values: readonly unknown[]): string | null {
  for (const each of listOf(values)) {
    const line = Array.isArray(each) ? null : lineOf(each);
    if (line !== null) return line;
  }
  return null;
}

function cleaned(text: string): string {
  return text
    .slice(0, LOOKED_AT.characters)
    .replace(/\p{Cs}/gu, "")
    .replace(/\p{M}{31,}/gu, "")
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[\s\u0085]+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

export type Named = { readonly kind: "name"; readonly name: string; readonly cut: boolean } | { readonly kind: "no-name" | "too-long" };

/** A name a little too long is cut; one that is no name at all (more than 200 characters) is refused. */
export function namedBy(value: unknown): Named {
  const line = lineOf(value);
  if (line === null) return { kind: "no-name" };
  if (line.length > LONGEST.refusedName) return { kind: "too-long" };
  return { kind: "name", name: cutAtWord(line, LONGEST.name), cut: line.length > LONGEST.name };
}

/** At most that many characters, the last being « … » where something was cut. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  const space = kept.lastIndexOf(" ");
  const whole = text[most - 1] === " " || space < most / 2 ? kept : kept.slice(0, space);
  return `${whole.replace(/\p{Cs}$/u, "").replace(/[\s,;:(–-]+$/, "")}…`;
}

export type Lines = { readonly lines: readonly string[]; readonly problems: readonly ("too-many" | "too-long")[] };

/** Distinct lines. Those too long are left out: half a term is another term. */
export function linesOf(value: unknown, longest: number = LONGEST.term, most: number = MOST_IN_LIST): Lines {
  const lines = listOf(value).flatMap((each) => (Array.isArray(each) ? [] : (lineOf(each) ?? [])));
  const short = [...new Set(lines.filter((line) => line.length <= longest))];
  const tooLong = lines.some((line) => line.length > longest);
  const tooMany = short.length > most || (Array.isArray(value) && value.length > LOOKED_AT.elements);
  return {
    lines: short.slice(0, most),
    problems: [...(tooMany ? (["too-many"] as const) : []), ...(tooLong ? (["too-long"] as const) : [])],
  };
}

export type Address = { readonly url: string | null; readonly problem: "not-an-address" | "too-long" | null };

/** An address of the web, as written where it can be. Those with a password or without a domain are none. */
export function addressOf(value: unknown): Address {
  const line = lineOf(value);
  if (line === null) return { url: null, problem: null };
  if (line.length > LONGEST.address) return { url: null, problem: "too-long" };
  const parsed = URL.canParse(line) ? new URL(line) : undefined;
  const ofTheWeb = parsed?.protocol === "http:" || parsed?.protocol === "https:";
  if (parsed === undefined || !ofTheWeb || parsed.username !== "" || parsed.password !== "" || !parsed.hostname.includes("."))
    return { url: null, problem: "not-an-address" };
  const url = /^https?:\/\/[^\s"'<>\\^`{|}\x7F-\uFFFF]+$/.test(line) ? line : parsed.href;
  return url.length > LONGEST.address ? { url: null, problem: "too-long" } : { url, problem: null };
}

/** Q12345, alone, in an address of Wikidata, or in an object with `id` or `url`. */
export function wikidataOf(value: unknown): string | null {
  if (isFields(value)) return wikidataOf(lineOf(fieldOf(value, "id"))) ?? wikidataOf(lineOf(fieldOf(value, "url")));
  const found = /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,11})(?:[?#].*)?$/i.exec(lineOf(value) ?? "");
  return found?.[1]?.toUpperCase() ?? null;
}

/** A day "2026-11-21" that exists, alone or with an hour; null otherwise. */
export function calendarDayOf(value: unknown): string | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ][\d:.,+Z-]*)?$/.exec(lineOf(value) ?? "");
  return (found?.[1] !== undefined && parseLocalDate(found[1])) || null;
}

export function sirenOf(value: unknown): string | null {
  return parseSiren(lineOf(value) ?? "") ?? null;
}
