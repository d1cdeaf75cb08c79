import { cutAtWord, type Fields, isFields, lineOf, namedBy, type Warn } from "../facts.ts";
import type { LifecycleProduct, Reading, RecordWarning, SkippedRecord, SkipReason, SourceRecord } from "../source-record.ts";

/** One entry of a file, with its name. */
export type Entry = { readonly fields: Fields; readonly where: string; readonly name: string; readonly warn: Warn };
export type Outcome<T> = { readonly made: T } | { readonly skip: SkipReason };

export type EntryFormat<T> = {
  /** Members under which the entries may be, where the file is not itself a list. */
  readonly lists: readonly string[];
  /** Members of which a file of this format has at least one, in at least one entry. */
  readonly marks: readonly string[];
  readonly nameOf: (fields: Fields) => unknown;
  readonly keyOf: (made: T) => string;
  readonly read: (entry: Entry) => Outcome<T>;
};

/** No public catalogue has so many. A file of commas would fill the memory with reasons for skipping. */
const MOST_ENTRIES = 50_000;

/** A warning made while the key of its record is not known yet. */
export type EarlyWarning = Omit<RecordWarning, "key">;

type Placed = { readonly where: string; readonly value: unknown };
type Taken<T> = { readonly made: readonly T[]; readonly skipped: readonly SkippedRecord[]; readonly warnings: readonly RecordWarning[] };

/** The entries of a file, whether it is a list of them, an object around that list, or one entry alone. `where`: rank from 1, or path. */
export function entriesIn(content: unknown, lists: readonly string[]): readonly Placed[] {
  if (Array.isArray(content)) return content.slice(0, MOST_ENTRIES).map((value, index) => ({ where: String(index + 1), value }));
  if (!isFields(content)) return [];
  const list = lists.find((key) => Object.hasOwn(content, key) && Array.isArray(content[key]));
  const inside = list === undefined ? undefined : content[list];
  if (Array.isArray(inside)) return inside.slice(0, MOST_ENTRIES).map((value, index) => ({ where: `${list}[${index}]`, value }));
  return [{ where: "1", value: content }];
}

function countIn(content: unknown, lists: readonly string[]): number {
  const inside = isFields(content) ? lists.map((key) => content[key]).find(Array.isArray) : content;
  return Array.isArray(inside) ? inside.length : 0;
}

/** Reads each entry. The first of those with one key is kept. */
export function takeEntries<T>(content: unknown, format: EntryFormat<T>): Taken<T> {
  const placed = entriesIn(content, format.lists);
  const known = placed.some(({ value }) => isFields(value) && format.marks.some((mark) => Object.hasOwn(value, mark)));
  const empty = placed.length === 0 && (Array.isArray(content) || isFields(content));
  if (!known && !empty) return { made: [], skipped: [{ where: "", name: null, reason: { kind: "not-this-format" } }], warnings: [] };
  const taken = new Map<string, T>();
  const skipped: SkippedRecord[] = [];
  const warnings: RecordWarning[] = [];
  for (const place of placed) {
    const early: EarlyWarning[] = [];
    const outcome = outcomeOf(place, format, early);
    const key = "made" in outcome ? format.keyOf(outcome.made) : "";
    const reason = "skip" in outcome ? outcome.skip : taken.has(key) ? ({ kind: "repeated-key" } as const) : undefined;
    if (reason !== undefined) skipped.push({ where: place.where, name: nameShown(place.value, format), reason });
    else if ("made" in outcome) {
      taken.set(key, outcome.made);
      for (const warning of early) warnings.push({ ...warning, key });
    }
  }
  if (countIn(content, format.lists) > MOST_ENTRIES)
    skipped.push({ where: `${MOST_ENTRIES + 1}`, name: null, reason: { kind: "unreadable", detail: "too-many-entries" } });
  return { made: [...taken.values()], skipped, warnings };
}

function outcomeOf<T>({ where, value }: Placed, format: EntryFormat<T>, warnings: EarlyWarning[]): Outcome<T> {
  if (!isFields(value)) return { skip: { kind: "not-an-object" } };
  const named = namedBy(format.nameOf(value));
  if (named.kind !== "name") return { skip: { kind: named.kind } };
  const warn = warnOnce(where, named.name, warnings);
  if (named.cut) warn("name", "cut");
  return format.read({ fields: value, where, name: named.name, warn });
}

/** The same problem of the same field is said once of an entry, were it met in a thousand of its elements. */
export function warnOnce(where: string, name: string, warnings: EarlyWarning[]): Warn {
  const said = new Set<string>();
  return (field, problem) => {
    if (!said.has(`${field} ${problem}`)) warnings.push({ where, name, field, problem });
    said.add(`${field} ${problem}`);
  };
}

function nameShown<T>(value: unknown, format: EntryFormat<T>): string | null {
  const line = isFields(value) ? lineOf(format.nameOf(value)) : null;
  return line === null ? null : cutAtWord(line, 100);
}

export function readingOfRecords({ made, skipped, warnings }: Taken<SourceRecord>): Reading {
  return { records: made, products: [], skipped, warnings };
}

export function readingOfProducts({ made, skipped, warnings }: Taken<LifecycleProduct>): Reading {
  return { records: [], products: made, skipped, warnings };
}

/** A record of which nothing is known but the name. */
export function bareRecord(key: string, name: string): SourceRecord {
  const none = { publisher: null, descriptionFr: null, descriptionEn: null, website: null, repository: null, wikidata: null };
  const empty = { aliases: [], licences: [], categories: [], terms: [], platforms: [], similar: [], users: [], providers: [] };
  return { key, name, ...none, ...empty, endoflife: null, partOf: null, crossIds: {}, saidNotFree: false, archived: false };
}
