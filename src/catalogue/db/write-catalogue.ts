import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Category, Software } from "../domain/software.ts";

/** Adds software, or brings it up to date. The search finds it once `refreshWords` has run. */
export async function putSoftware(trx: Database, software: readonly Software[]): Promise<void> {
  const rows = software.map(({ description, endoflife, ...rest }) => ({
    ...rest,
    endoflife,
    description_fr: description.fr,
    description_en: description.en,
  }));
  await sql`
    insert into software (slug, name, aliases, publisher, free, licence, description_fr, description_en, categories, terms, website,
                          repository, platforms, wikidata, endoflife, replaces, licence_said, archived, provenance, names)
    select slug, name, aliases, publisher, free, licence, description_fr, description_en, categories, terms, website,
           repository, platforms, wikidata, endoflife, replaces, "licenceSaid", archived, provenance, lower(unaccent(array_to_string(array_prepend(name, aliases), E'\\n')))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as file (
             slug text, name text, aliases text[], publisher text, free boolean, licence text, description_fr text, description_en text,
             categories text[], terms text[], website text, repository text, platforms text[], wikidata text, endoflife text, replaces text[],
             "licenceSaid" text, archived boolean, provenance jsonb)
    on conflict (slug) do update set
      name = excluded.name, aliases = excluded.aliases, publisher = excluded.publisher, free = excluded.free, licence = excluded.licence,
      description_fr = excluded.description_fr, description_en = excluded.description_en, categories = excluded.categories,
      terms = excluded.terms, website = excluded.website, repository = excluded.repository, platforms = excluded.platforms,
      wikidata = excluded.wikidata, endoflife = coalesce(excluded.endoflife, software.endoflife),
      replaces = excluded.replaces, licence_said = excluded.licence_said,
      archived = excluded.archived, provenance = excluded.provenance, names = excluded.names`.execute(trx);
}

/** The vocabulary of categories, and the words that a search leaves out, in the place of those before. */
export async function putVocabularies(
  trx: Database,
  { categories, ignoredWords }: { readonly categories: readonly Category[]; readonly ignoredWords: readonly string[] },
): Promise<void> {
  await sql`delete from software_category`.execute(trx);
  await sql`insert into software_category (id, label_fr, label_en)
            select id, label->>'fr', label->>'en' from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as file (id text, label jsonb)`.execute(
    trx,
  );
  await sql`delete from ignored_word`.execute(trx);
  await sql`insert into ignored_word (written)
            select distinct lexeme from unnest(to_tsvector('beffroi_plain', ${ignoredWords.join(" ")}))`.execute(trx);
}
