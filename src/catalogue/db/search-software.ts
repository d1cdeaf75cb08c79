import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { together } from "#src/platform/db/together.ts";
import { type QueryWord, queryOf } from "../domain/query.ts";
import { factsOfWords, type ReadWord } from "../domain/ranking/known-words.ts";
import { ranked } from "../domain/ranking/ranked.ts";
import { readingsOf } from "../domain/readings.ts";
import { reasonsOf } from "../domain/reasons.ts";
import type { Found, SearchAnswer, SearchInput } from "../domain/search.ts";
import type { SearchIndex } from "../domain/search-index/search-index.ts";
import type { Category, Software, SoftwareLine } from "../domain/software.ts";
import type { RankedAnswer } from "./held-answers.ts";
import { type CurrentIndex, currentIndex, supposedIndex } from "./held-index.ts";
import type { HeldLines } from "./held-lines.ts";
import { LINE, type SoftwareColumns, WHOLE } from "./row.ts";
import { CATALOGUE_STATE, type CatalogueState } from "./search-state.ts";

/** A search, and the categories among which to choose. */
export type CatalogueAnswer<Of = Software> = SearchAnswer<Of> & { readonly categories: readonly Category[] };

/**
 * From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. Ranked in
 * memory; what is shown is read from the database.
 */
export async function searchSoftware(reader: Database, input: SearchInput): Promise<SearchAnswer> {
  const { results, total, cut } = await searchCatalogue(reader, input);
  return { results, total, cut };
}

/** `searchSoftware`, with the categories: both from one question to the database. */
export function searchCatalogue(reader: Database, input: SearchInput): Promise<CatalogueAnswer> {
  return searched(reader, input, (_, slugs) => readAtState(reader, slugs, WHOLE));
}

/**
 * `searchCatalogue`, for whoever shows but a line of each. `seen`: the catalogue as it was since the request came in, where that is
 * known. The database is asked nothing more when these lines were shown since the catalogue last changed.
 */
export function searchLines(reader: Database, input: SearchInput, seen?: CatalogueState): Promise<CatalogueAnswer<Line>> {
  return searched(reader, input, (lines, slugs) => linesAtState(reader, lines, slugs, seen), seen);
}

/** Of a software, its line: the same object as long as it says the same. */
export type Line = { readonly line: SoftwareLine };

/** What is shown of these software, by their addresses, and the state of the catalogue at which it was read. */
type Shown<Of> = { readonly state: CatalogueState | undefined; readonly found: ReadonlyMap<string, Of> };
type Show<Of> = (lines: HeldLines, slugs: readonly string[]) => Promise<Shown<Of>>;

async function searched<Of>(reader: Database, input: SearchInput, show: Show<Of>, seen?: CatalogueState): Promise<CatalogueAnswer<Of>> {
  const { words, cut } = queryOf(input.text);
  const typed = words.map((word) => word.typed);
  // Most searches ask the database once at most: it says with the rows whether what was supposed of the catalogue still holds.
  const supposed = supposedIndex(typed);
  if (supposed !== undefined && (seen === undefined || supposed.holdsAt(seen))) {
    const { answer, state } = await answerFrom(supposed, words, input, show);
    if (state !== undefined && supposed.holdsAt(state)) return { ...answer, cut };
  }
  const { answer } = await answerFrom(await currentIndex(reader, typed), words, input, show);
  return { ...answer, cut };
}

type Answered<Of> = { readonly answer: Omit<CatalogueAnswer<Of>, "cut">; readonly state: CatalogueState | undefined };

async function answerFrom<Of>(
  { index, read, lines, answers }: CurrentIndex,
  words: readonly QueryWord[],
  input: SearchInput,
  show: Show<Of>,
): Promise<Answered<Of>> {
  const { page, total, categories } = answers.of(input, () => {
    const readWords = words.flatMap((word, at) => (read[at] ?? []).map((each): ReadWord => ({ ...word, ...each })));
    return answerOf(index, readWords, input);
  });
  const slugs = page.map(({ slug }) => slug);
  const { state, found } = await show(lines, slugs);
  const results = page.flatMap(({ slug, score, why }): Found<Of>[] => {
    const software = found.get(slug);
    return software === undefined ? [] : [{ ...software, score, why }];
  });
  return { answer: { results, total, categories }, state };
}

function answerOf(index: SearchIndex, words: readonly ReadWord[], input: SearchInput): RankedAnswer {
  const typing = input.typing ?? false;
  const asked = readingsOf(factsOfWords(index, words, typing), index.software.count(), typing);
  const { page, total, categories } = ranked(index, input, asked);
  return {
    page: page.map(({ slug, score, hits }) => ({ slug, score, why: reasonsOf(hits, asked) })),
    total,
    categories: [...index.categories.values()].filter(({ id }) => categories.has(id) || id === input.category),
  };
}

async function linesAtState(
  reader: Database,
  lines: HeldLines,
  slugs: readonly string[],
  seen: CatalogueState | undefined,
): Promise<Shown<Line>> {
  const found = new Map<string, Line>();
  for (const slug of slugs) {
    const line = lines.of(slug);
    if (line !== undefined) found.set(slug, { line });
  }
  if (seen !== undefined && found.size === slugs.length) return { state: seen, found };
  const missing = slugs.filter((slug) => !found.has(slug));
  const { state, found: read } = await missingLines(reader, missing);
  // What a transaction wrote and has not committed is shown to it alone.
  if (state !== undefined && !state.writes) lines.keep(read.values(), state.generation);
  for (const line of read.values()) found.set(line.slug, { line });
  return { state, found };
}

const missingLines = together(async (reader, questions: readonly (readonly string[])[]): Promise<readonly Shown<SoftwareLine>[]> => {
  const { state, found } = await readAtState(reader, [...new Set(questions.flat())], LINE);
  return questions.map((slugs) => {
    const lines = slugs.flatMap((slug): [string, SoftwareLine][] => {
      const line = found.get(slug);
      return line === undefined ? [] : [[slug, line]];
    });
    return { state, found: new Map(lines) };
  });
});

/** The software of these addresses, and the state of the catalogue at the same instant. */
async function readAtState<Row extends { readonly slug: string }, Of>(
  reader: Database,
  slugs: readonly string[],
  { columns, of }: SoftwareColumns<Row, Of>,
): Promise<Shown<Of>> {
  const { rows } = await sql<CatalogueState & (Row | { readonly slug: null })>`
    select ${CATALOGUE_STATE}, ${columns} from search_state st
      left join software s on s.slug = any(${[...slugs]}::text[]) and s.merged_into is null`.execute(reader);
  const software = rows.filter((row): row is CatalogueState & Row => row.slug !== null);
  return { state: rows[0], found: new Map(software.map((row) => [row.slug, of(row)])) };
}
