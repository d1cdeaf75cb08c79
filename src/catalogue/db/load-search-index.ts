import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { FunctionWord } from "../domain/search-index/functions.ts";
import { newSearchIndex, type SearchIndex, type Vocabularies } from "../domain/search-index/search-index.ts";
import type { IndexedSaying, IndexedSoftware } from "../domain/search-index/software-table.ts";
import { inOrder } from "../domain/search-index/trigrams.ts";
import type { BothLanguages, Category } from "../domain/software.ts";

/** As many software are read at once: reading them holds up other requests some milliseconds. */
const PORTION = 200;

/** Reads the whole catalogue into an index, by portions. */
export async function loadSearchIndex(reader: Database): Promise<SearchIndex> {
  const index = newSearchIndex(await vocabularies(reader));
  const { rows } = await sql<{ slug: string }>`select slug from software where merged_into is null`.execute(reader);
  const slugs = rows.map(({ slug }) => slug).sort();
  for (let from = 0; from < slugs.length; from += PORTION)
    for (const software of await indexedSoftware(reader, slugs.slice(from, from + PORTION))) index.add(software);
  index.settle();
  return index;
}

/** Brings these software in step with what is said of them now. */
export async function reloadSoftware(reader: Database, index: SearchIndex, slugs: readonly string[]): Promise<void> {
  for (let from = 0; from < slugs.length; from += PORTION) {
    const portion = slugs.slice(from, from + PORTION);
    index.replace(portion, await indexedSoftware(reader, portion));
  }
}

type SoftwareRow = Omit<IndexedSoftware, "sayings" | "functions">;
type SayingRow = Omit<IndexedSaying, "words"> & { readonly slug: string; readonly words: string };

/** In the order of their addresses. The words of a phrase come in one text, parted by spaces, which no word holds. */
async function indexedSoftware(reader: Database, slugs: readonly string[]): Promise<readonly IndexedSoftware[]> {
  const chosen = sql`any(${[...slugs]}::text[])`;
  const software = await sql<SoftwareRow>`
    select slug, free, categories, replaces, (wikidata is not null)::int + (endoflife is not null)::int as "references"
      from software where slug = ${chosen} and merged_into is null`.execute(reader);
  const said = await sql<SayingRow>`
    select slug, place, phrase, about, strength, string_agg(written || ' ' || word || ' ' || size, ' ') as words
      from software_word where slug = ${chosen} group by slug, place, phrase, about, strength`.execute(reader);
  const tied = await sql<{ slug: string; functions: IndexedSoftware["functions"] }>`
    select slug, json_agg(json_build_array(function_id, strength)) as functions
      from function_software where slug = ${chosen} group by slug`.execute(reader);
  const sayings = Map.groupBy(said.rows, ({ slug }) => slug);
  const functions = new Map(tied.rows.map((row) => [row.slug, row.functions]));
  return software.rows
    .sort((a, b) => inOrder(a.slug, b.slug))
    .map((row) => ({ ...row, sayings: sayingsOf(sayings.get(row.slug) ?? []), functions: functions.get(row.slug) ?? [] }));
}

/** The first said first: between reasons of the same worth, the first is given. */
function sayingsOf(rows: readonly SayingRow[]): readonly IndexedSaying[] {
  return [...rows]
    .sort((a, b) => b.strength - a.strength || inOrder(a.phrase ?? "", b.phrase ?? ""))
    .map(({ place, phrase, about, strength, words }) => ({ place, phrase, about, strength, words: words.split(" ") }));
}

async function vocabularies(reader: Database): Promise<Vocabularies> {
  type Rows = {
    readonly categories: readonly (Omit<Category, "label"> & Label)[];
    readonly ignored: readonly string[];
    readonly functions: readonly ({ readonly id: number } & Label)[];
    readonly functionWords: readonly (readonly [number, string, string, string, number])[];
  };
  type Label = { readonly fr: string; readonly en: string };
  const { rows } = await sql<Rows>`
    select coalesce((select json_agg(json_build_object('id', id, 'fr', label_fr, 'en', label_en) order by label_fr) from software_category), '[]') as categories,
           coalesce((select json_agg(written) from ignored_word), '[]') as ignored,
           coalesce((select json_agg(json_build_object('id', id, 'fr', label_fr, 'en', label_en)) from software_function), '[]') as functions,
           coalesce((select json_agg(json_build_array(function_id, phrase, written, word, size) order by function_id, phrase, word) from function_word), '[]') as function_words`.execute(
    reader,
  );
  const [row = { categories: [], ignored: [], functions: [], functionWords: [] }] = rows;
  const labelOf = ({ fr, en }: Label): BothLanguages => ({ fr, en });
  return {
    categories: row.categories.map((each) => ({ id: each.id, label: labelOf(each) })),
    ignored: row.ignored,
    functions: row.functions.map((each) => ({ id: each.id, label: labelOf(each) })),
    functionWords: row.functionWords.map(
      ([functionId, phrase, written, word, size]): FunctionWord => ({ functionId, phrase, written, word, size }),
    ),
  };
}
