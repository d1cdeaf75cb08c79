import { foldedName } from "./identities.ts";
import { type ReadFreedom, type Statement, saidAtOf } from "./statement.ts";
import { AUTHORITY, FIELDS, type Field, type ListField, rankOf } from "./trust.ts";

/** A software as all that was said of it makes it. `provenance`: for each field, the source whose word it is. */
export type Merged = {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly publisher: string | null;
  readonly freedom: ReadFreedom;
  readonly descriptionFr: string;
  readonly descriptionEn: string;
  readonly categories: readonly string[];
  readonly terms: readonly string[];
  readonly website: string | null;
  readonly repository: string | null;
  readonly platforms: readonly string[];
  readonly wikidata: string | null;
  readonly endoflife: string | null;
  readonly replaces: readonly string[];
  readonly archived: boolean;
  readonly provenance: Readonly<Partial<Record<Field, string>>>;
};

const MOST_TERMS = 40;
const MOST_ALIASES = 20;
const MOST_CATEGORIES = 6;

/**
 * Undefined when nothing is said. The order of the statements changes nothing. `first`: a source believed before all others, as an
 * authority is on the pages that it reads; without it, of several authorities the one that spoke last is believed.
 */
export function mergeStatements(slug: string, statements: readonly Statement[], first?: string): Merged | undefined {
  if (statements.length === 0) return undefined;
  const provenance: Partial<Record<Field, string>> = {};
  const pick = <F extends Field>(field: F): ReturnType<typeof saidOf> => {
    const best = believed(field, statements, first)[0];
    if (best !== undefined) provenance[field] = best.sourceId;
    return best === undefined ? null : saidOf(field, best);
  };
  const text = (field: Field): string | null => pick(field) as string | null;
  const name = text("name") ?? slug;
  const licence = believed("licence", statements, first)[0];
  if (licence !== undefined) provenance.licence = licence.sourceId;
  const merged = {
    slug,
    name,
    aliases: gathered("aliases", statements, first, [name]).slice(0, MOST_ALIASES),
    publisher: text("publisher"),
    freedom: licence?.record.freedom ?? UNKNOWN,
    descriptionFr: text("descriptionFr") ?? "",
    descriptionEn: text("descriptionEn") ?? "",
    categories: ((pick("categories") as readonly string[] | null) ?? []).slice(0, MOST_CATEGORIES),
    terms: gathered("terms", statements, first).slice(0, MOST_TERMS),
    website: text("website"),
    repository: text("repository"),
    platforms: together(byTrust("name", statements).map(({ record }) => record.platforms)),
    wikidata: text("wikidata"),
    endoflife: text("endoflife"),
    replaces: gathered("replaces", statements, first),
    archived: statements.some(({ record }) => record.archived),
  };
  return { ...merged, provenance };
}

const UNKNOWN: ReadFreedom = { spdx: null, said: null, guess: false, free: null };

/** What a statement says of a field; null where it says nothing. */
export function saidOf(field: Field, { record }: Statement): string | readonly string[] | null {
  if (field === "licence") return record.freedom.spdx ?? record.freedom.said;
  if (field === "categories") return record.categories.length === 0 ? null : record.categories;
  if (field === "name") return record.name === "" ? null : record.name;
  return record[field];
}

/**
 * Those that say something of the field, the most believed first. Of two licences, one that says whether it is free comes first; but
 * when an authority says that it is not known, that stands.
 */
function believed(field: Field, statements: readonly Statement[], first?: string): readonly Statement[] {
  const saying = statements.filter((statement) => (field === "licence" ? saysOfFreedom(statement) : saidOf(field, statement) !== null));
  const sorted = byTrust(field, saying, { first });
  if (field !== "licence") return sorted;
  const tells = ({ format, record }: Statement): boolean => format === AUTHORITY || record.freedom.free !== null;
  return [...sorted.filter(tells), ...sorted.filter((statement) => !tells(statement))];
}

function saysOfFreedom({ record: { freedom } }: Statement): boolean {
  return freedom.said !== null || freedom.free !== null;
}

type Order = { readonly first?: string | undefined; readonly dated?: Field | ListField };

/** `dated`: the fact whose date decides between authorities, where it is not the field whose order of trust is followed. */
function byTrust(field: Field, statements: readonly Statement[], { first, dated = field }: Order = {}): readonly Statement[] {
  const rank = ({ sourceId, format }: Statement): number => (sourceId === first ? -2 : rankOf(field, format));
  const latest = (a: Statement, b: Statement): number =>
    a.format === AUTHORITY && b.format === AUTHORITY ? saidAtOf(dated, b).getTime() - saidAtOf(dated, a).getTime() : 0;
  return [...statements].sort(
    (a, b) => rank(a) - rank(b) || latest(a, b) || a.sourceId.localeCompare(b.sourceId, "en") || a.key.localeCompare(b.key, "en"),
  );
}

type Gathering = {
  /** The field whose order of trust is followed. */
  readonly trust: Field;
  readonly saidIn: (record: Statement["record"]) => readonly string[];
  /** What is the same thing written otherwise. Empty: it is nothing. */
  readonly keyOf: (each: string) => string;
};

const GATHERINGS: Readonly<Record<ListField, Gathering>> = {
  // Every other name by which a source knows it.
  aliases: { trust: "name", saidIn: ({ name, aliases }) => [name, ...aliases], keyOf: foldedName },
  terms: { trust: "categories", saidIn: ({ terms }) => terms, keyOf: (each) => each.toLowerCase() },
  replaces: { trust: "name", saidIn: ({ replaces = [] }) => replaces, keyOf: (each) => each },
};

/** All that sources say, the most believed first, each once. What one denies is not heard from those that are less believed. */
function gathered(field: ListField, statements: readonly Statement[], first?: string, leftOut: readonly string[] = []): readonly string[] {
  const { trust, saidIn, keyOf } = GATHERINGS[field];
  const met = new Set(leftOut.map(keyOf));
  const all: string[] = [];
  for (const { record } of byTrust(trust, statements, { first, dated: field })) {
    for (const each of saidIn(record)) {
      const key = keyOf(each);
      if (key === "" || met.has(key)) continue;
      met.add(key);
      all.push(each);
    }
    for (const each of record.denied?.[field] ?? []) met.add(keyOf(each));
  }
  return all;
}

function together(lists: readonly (readonly string[])[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const each of lists.flat()) if (!seen.has(each.toLowerCase())) seen.set(each.toLowerCase(), each);
  return [...seen.values()];
}

/** A field of which two sources say different things, each with what it says. */
export type Disagreement = {
  readonly field: Field;
  readonly said: readonly { readonly sourceId: string; readonly value: string; readonly saidAt: Date; readonly chosen: boolean }[];
};

const COMPARED = new Set<Field>(["name", "licence", "website", "repository", "wikidata"]);

/** Where sources disagree on facts of which one at most is right. Spellings of one address, or of one name, are no disagreement. */
export function disagreementsOf(statements: readonly Statement[], first?: string): readonly Disagreement[] {
  return FIELDS.filter((field) => COMPARED.has(field)).flatMap((field): Disagreement[] => {
    const distinct = new Map<string, { sourceId: string; value: string; saidAt: Date }>();
    for (const statement of believed(field, statements, first)) {
      const value = saidOf(field, statement);
      if (typeof value !== "string") continue;
      const key = compared(field, value);
      if (!distinct.has(key)) distinct.set(key, { sourceId: statement.sourceId, value, saidAt: saidAtOf(field, statement) });
    }
    if (distinct.size < 2) return [];
    return [{ field, said: [...distinct.values()].map((each, index) => ({ ...each, chosen: index === 0 })) }];
  });
}

function compared(field: Field, value: string): string {
  if (field === "name") return foldedName(value);
  return field === "licence" || field === "wikidata" ? value : value.toLowerCase().replace(/^https?:\/\/(www\.)?|(\.git)?\/*$/g, "");
}
