import { foldedName } from "./identities.ts";
import type { ReadFreedom, Statement } from "./statement.ts";
import { FIELDS, type Field, rankOf } from "./trust.ts";

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

/** Undefined when nothing is said. The order of the statements changes nothing. */
export function mergeStatements(slug: string, statements: readonly Statement[]): Merged | undefined {
  if (statements.length === 0) return undefined;
  const provenance: Partial<Record<Field, string>> = {};
  const pick = <F extends Field>(field: F): ReturnType<typeof saidOf> => {
    const best = believed(field, statements)[0];
    if (best !== undefined) provenance[field] = best.sourceId;
    return best === undefined ? null : saidOf(field, best);
  };
  const text = (field: Field): string | null => pick(field) as string | null;
  const name = text("name") ?? slug;
  const licence = believed("licence", statements)[0];
  if (licence !== undefined) provenance.licence = licence.sourceId;
  const merged = {
    slug,
    name,
    aliases: aliasesOf(name, statements),
    publisher: text("publisher"),
    freedom: licence?.record.freedom ?? UNKNOWN,
    descriptionFr: text("descriptionFr") ?? "",
    descriptionEn: text("descriptionEn") ?? "",
    categories: ((pick("categories") as readonly string[] | null) ?? []).slice(0, MOST_CATEGORIES),
    terms: together(byTrust("categories", statements).map(({ record }) => record.terms)).slice(0, MOST_TERMS),
    website: text("website"),
    repository: text("repository"),
    platforms: together(byTrust("name", statements).map(({ record }) => record.platforms)),
    wikidata: text("wikidata"),
    endoflife: text("endoflife"),
    replaces: together(byTrust("name", statements).map(({ record }) => record.replaces ?? [])),
    archived: statements.some(({ record }) => record.archived),
  };
  return { ...merged, provenance };
}

const UNKNOWN: ReadFreedom = { spdx: null, said: null, guess: false, free: null };

/** What a statement says of a field; null where it says nothing. */
export function saidOf(field: Field, { record }: Statement): string | readonly string[] | null {
  if (field === "licence") return record.freedom.spdx ?? record.freedom.said;
  if (field === "categories") return record.categories.length === 0 ? null : record.categories;
  return record[field];
}

/** Those that say something of the field, the most believed first. Of two licences, one that says whether it is free comes first. */
function believed(field: Field, statements: readonly Statement[]): readonly Statement[] {
  const saying = statements.filter((statement) => (field === "licence" ? saysOfFreedom(statement) : saidOf(field, statement) !== null));
  const sorted = byTrust(field, saying);
  if (field !== "licence") return sorted;
  return [...sorted.filter(({ record }) => record.freedom.free !== null), ...sorted.filter(({ record }) => record.freedom.free === null)];
}

function saysOfFreedom({ record: { freedom } }: Statement): boolean {
  return freedom.said !== null || freedom.free !== null;
}

function byTrust(field: Field, statements: readonly Statement[]): readonly Statement[] {
  return [...statements].sort(
    (a, b) =>
      rankOf(field, a.format) - rankOf(field, b.format) || a.sourceId.localeCompare(b.sourceId, "en") || a.key.localeCompare(b.key, "en"),
  );
}

/** Every other name by which a source knows it. */
function aliasesOf(name: string, statements: readonly Statement[]): readonly string[] {
  const seen = new Set([foldedName(name)]);
  const aliases: string[] = [];
  for (const { record } of byTrust("name", statements))
    for (const other of [record.name, ...record.aliases]) {
      const key = foldedName(other);
      if (key === "" || seen.has(key)) continue;
      seen.add(key);
      aliases.push(other);
    }
  return aliases.slice(0, MOST_ALIASES);
}

function together(lists: readonly (readonly string[])[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const each of lists.flat()) if (!seen.has(each.toLowerCase())) seen.set(each.toLowerCase(), each);
  return [...seen.values()];
}

/** A field of which two sources say different things, each with what it says. */
export type Disagreement = {
  readonly field: Field;
  readonly said: readonly { readonly sourceId: string; readonly value: string; readonly chosen: boolean }[];
};

const COMPARED = new Set<Field>(["name", "licence", "website", "repository", "wikidata"]);

/** Where sources disagree on facts of which one at most is right. Spellings of one address, or of one name, are no disagreement. */
export function disagreementsOf(statements: readonly Statement[]): readonly Disagreement[] {
  return FIELDS.filter((field) => COMPARED.has(field)).flatMap((field): Disagreement[] => {
    const saying = believed(field, statements);
    const distinct = new Map<string, { sourceId: string; value: string }>();
    for (const statement of saying) {
      const value = saidOf(field, statement);
      if (typeof value !== "string") continue;
      const key = compared(field, value);
      if (!distinct.has(key)) distinct.set(key, { sourceId: statement.sourceId, value });
    }
    if (distinct.size < 2) return [];
    return [{ field, said: [...distinct.values()].map((each, index) => ({ ...each, chosen: index === 0 })) }];
  });
}

function compared(field: Field, value: string): string {
  if (field === "name") return foldedName(value);
  return field === "licence" || field === "wikidata" ? value : value.toLowerCase().replace(/^https?:\/\/(www\.)?|(\.git)?\/*$/g, "");
}
