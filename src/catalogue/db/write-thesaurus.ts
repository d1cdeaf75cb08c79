import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { ThesaurusEntry } from "../domain/thesaurus.ts";

/** Puts the thesaurus in the place of the one before. Searches follow it once `refreshWords` has run for all software. */
export async function putThesaurus(trx: Database, entries: readonly ThesaurusEntry[]): Promise<void> {
  await sql`delete from software_function`.execute(trx);
  const ids = new Map(entries.map(({ label }, index) => [label.fr.toLowerCase(), index + 1]));
  const rows = entries.map(({ family, label, categories, related }, index) => ({
    id: index + 1,
    family,
    label_fr: label.fr,
    label_en: label.en,
    categories,
    related: related.flatMap((each) => ids.get(each.toLowerCase()) ?? []),
  }));
  await sql`
    insert into software_function (id, family, label_fr, label_en, categories, related)
    select id, family, label_fr, label_en, categories, related
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (id int, family text, label_fr text, label_en text, categories text[], related int[])`.execute(
    trx,
  );
  const phrases = entries.flatMap(({ label, synonyms }, index) =>
    [...new Set([label.fr, label.en, ...synonyms.fr, ...synonyms.en])].map((phrase) => ({ id: index + 1, phrase })),
  );
  // Words that say nothing by themselves (« gérer », « suivi ») are not asked for, unless a phrase has no others.
  await sql`
    insert into function_word (function_id, phrase, word, written, size, rarest)
    with said as (
      select p.id, p.phrase, w.word, min(w.written) as written, bool_and(i.written is not null) as ignored
        from jsonb_to_recordset(${JSON.stringify(phrases)}::jsonb) as p (id int, phrase text)
       cross join lateral catalogue_words(p.phrase) w left join ignored_word i on i.written = w.written
       group by p.id, p.phrase, w.word),
    kept as (
      select *, bool_and(ignored) over (partition by id, phrase) as all_ignored from said)
    select id, phrase, word, written, count(*) over (partition by id, phrase), false from kept where not ignored or all_ignored`.execute(
    trx,
  );
}
