import { bareRecord } from "./readers/entries.ts";
import type { Denied, ReadFreedom, Since, StatedRecord } from "./statement.ts";
import { FIELDS, type Field, LISTS, type ListField } from "./trust.ts";

/** What an authority says of a software. Null, or nothing in a list: it leaves that to the sources. */
export type OwnWords = {
  readonly name: string | null;
  readonly publisher: string | null;
  /** As it is written. */
  readonly licence: string | null;
  readonly descriptionFr: string | null;
  readonly descriptionEn: string | null;
  /** In the place of those of others. */
  readonly categories: readonly string[];
  readonly website: string | null;
  readonly repository: string | null;
  readonly wikidata: string | null;
  readonly endoflife: string | null;
  /** Added to what others say. */
  readonly aliases: readonly string[];
  readonly terms: readonly string[];
  /** Slugs. */
  readonly replaces: readonly string[];
  /** Taken away from what others say. */
  readonly denied: Denied;
};

/** In the order of the forms. */
export const OWN_FIELDS = [...FIELDS, ...LISTS] as const;
export type OwnField = Field | ListField;

export const NO_WORDS: OwnWords = {
  name: null,
  publisher: null,
  licence: null,
  descriptionFr: null,
  descriptionEn: null,
  categories: [],
  website: null,
  repository: null,
  wikidata: null,
  endoflife: null,
  aliases: [],
  terms: [],
  replaces: [],
  denied: { aliases: [], terms: [], replaces: [] },
};

/** The fields of which these words say something. */
export function fieldsOf(words: OwnWords): readonly OwnField[] {
  return OWN_FIELDS.filter((field) => toldOf(words, field) !== NOTHING);
}

export function isSameWords(a: OwnWords, b: OwnWords): boolean {
  return OWN_FIELDS.every((field) => toldOf(a, field) === toldOf(b, field));
}

/** Since when each field is said: what is said as before keeps its day. */
export function sinceOf(words: OwnWords, before: { readonly words: OwnWords; readonly since: Since } | undefined, at: Date): Since {
  return Object.fromEntries(
    fieldsOf(words).map((field) => {
      const known = before !== undefined && toldOf(before.words, field) === toldOf(words, field) ? before.since[field] : undefined;
      return [field, known ?? at.toISOString()];
    }),
  );
}

type Stating = {
  readonly key: string;
  readonly slug: string;
  readonly freedom: ReadFreedom;
  readonly since: Since;
  readonly reason: string;
};

/** These words as a source's record, like all that sources say. */
export function recordOfWords(words: OwnWords, { key, slug, freedom, since, reason }: Stating): StatedRecord {
  const { licence, name, ...facts } = words;
  return {
    ...bareRecord(key, name ?? ""),
    ...facts,
    licences: licence === null ? [] : [licence],
    freedom,
    slug,
    since,
    reason,
  };
}

const NOTHING = "[]";

/** One text for what is said of a field: the same for the same. */
function toldOf(words: OwnWords, field: OwnField): string {
  const denied = field === "aliases" || field === "terms" || field === "replaces" ? words.denied[field] : [];
  const said = field === "licence" ? words.licence : words[field];
  const listed = said === null ? [] : typeof said === "string" ? [said] : said;
  return denied.length === 0 ? JSON.stringify(listed) : JSON.stringify([listed, [...denied].sort()]);
}
