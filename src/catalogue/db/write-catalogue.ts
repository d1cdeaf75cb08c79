import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Category, Software } from "../domain/software.ts";

/** What the catalogue's files say, whole. */
export type CatalogueContent = {
  readonly software: readonly Software[];
  readonly categories: readonly Category[];
  /** Words that a search leaves out. */
  readonly ignoredWords: readonly string[];
};

/** The fingerprint of what was loaded last; undefined before the first load. */
export async function loadedFingerprint(db: Database, source: string): Promise<string | undefined> {
  return (await db.selectFrom("catalogueLoad").select("fingerprint").where("source", "=", source).executeTakeFirst())?.fingerprint;
}

/** Replaces the catalogue in one transaction, one process at a time. Software that an installation names stays, even when no file describes it any more. */
export async function writeCatalogue(
  db: Database,
  content: CatalogueContent,
  load: { source: string; fingerprint: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(trx);
    await putSoftware(trx, content.software);
    const slugs = content.software.map(({ slug }) => slug);
    await sql`delete from software s where s.slug <> all(${slugs}::text[])
                 and not exists (select from installation i where i.software_slug = s.slug)`.execute(trx);
    await putVocabularies(trx, content);
    await refreshWords(trx);
    await sql`insert into catalogue_load (source, fingerprint, loaded_at) values (${load.source}, ${load.fingerprint}, now())
              on conflict (source) do update set fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at`.execute(trx);
  });
}

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
                          repository, platforms, wikidata, endoflife, replaces, names)
    select slug, name, aliases, publisher, free, licence, description_fr, description_en, categories, terms, website,
           repository, platforms, wikidata, endoflife, replaces, lower(unaccent(array_to_string(array_prepend(name, aliases), E'\\n')))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as file (
             slug text, name text, aliases text[], publisher text, free boolean, licence text, description_fr text, description_en text,
             categories text[], terms text[], website text, repository text, platforms text[], wikidata text, endoflife text, replaces text[])
    on conflict (slug) do update set
      name = excluded.name, aliases = excluded.aliases, publisher = excluded.publisher, free = excluded.free, licence = excluded.licence,
      description_fr = excluded.description_fr, description_en = excluded.description_en, categories = excluded.categories,
      terms = excluded.terms, website = excluded.website, repository = excluded.repository, platforms = excluded.platforms,
      wikidata = excluded.wikidata, endoflife = excluded.endoflife, replaces = excluded.replaces, names = excluded.names`.execute(trx);
}

async function putVocabularies(trx: Database, { categories, ignoredWords }: CatalogueContent): Promise<void> {
  await sql`delete from software_category`.execute(trx);
  await sql`insert into software_category (id, label_fr, label_en)
            select id, label->>'fr', label->>'en' from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as file (id text, label jsonb)`.execute(
    trx,
  );
  await sql`delete from ignored_word`.execute(trx);
  await sql`insert into ignored_word (written)
            select distinct lexeme from unnest(to_tsvector('beffroi_plain', ${ignoredWords.join(" ")}))`.execute(trx);
}

/** Derives anew the words by which software is found. */
export async function refreshWords(trx: Database): Promise<void> {
  await sql`refresh materialized view software_word`.execute(trx);
  await sql`refresh materialized view catalogue_word`.execute(trx);
  await sql`analyze software, software_word, catalogue_word`.execute(trx);
}
