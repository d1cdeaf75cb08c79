import {
  putThesaurus,
  putVocabularies,
  readStarterCatalogue,
  refreshWords,
  type SkippedFile,
  type Software,
} from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { lockCatalogue } from "../db/owner-transaction.ts";
import { ensureSource } from "../db/sources.ts";
import { forgetStatements, loadedFingerprint, markLoaded } from "../db/starter.ts";
import { identitiesOf } from "../domain/identities.ts";
import { sharedIdentities } from "../domain/resolve.ts";
import type { SourceRecord } from "../domain/source-record.ts";
import type { StatedRecord } from "../domain/statement.ts";
import { STARTER } from "../domain/trust.ts";
import type { Prepared } from "./import-reading.ts";
import { importRecords } from "./import-records.ts";
import { fingerprintOf } from "./judge-record.ts";
import { publish } from "./publish.ts";

export type CatalogueLoad = {
  /** False when the files are those of the last load: nothing was done, and the rest is empty. */
  readonly changed: boolean;
  readonly free: number;
  readonly proprietary: number;
  /** Files left out, and why. */
  readonly skipped: readonly SkippedFile[];
};

/** Brings our own files of `folder` (data/catalogue) into the catalogue: a source among the others, the most believed. Runs as the tables' owner. */
export async function loadCatalogue(db: Database, folder: string): Promise<CatalogueLoad> {
  const { read, fingerprint } = readStarterCatalogue(folder);
  if ((await loadedFingerprint(db, STARTER)) === fingerprint) return { changed: false, free: 0, proprietary: 0, skipped: [] };
  const { skipped, software, categories, ignoredWords, thesaurus } = read();
  await ensureSource(db, { id: STARTER, format: STARTER, name: "Beffroi" });
  const prepared = software
    .map(recordOf)
    .map((record): Prepared => ({ record, fingerprint: fingerprintOf(record), identities: identitiesOf(record) }));
  const shared = sharedIdentities(prepared.map(({ identities }) => identities));
  await db.transaction().execute(async (trx) => {
    await lockCatalogue(trx);
    const at = new Date();
    await putVocabularies(trx, { categories, ignoredWords });
    await putThesaurus(trx, thesaurus);
    await importRecords(trx, { source: { id: STARTER }, shared, warnings: new Map(), at, refreshesWords: false }, prepared);
    const touched = await forgetStatements(
      trx,
      STARTER,
      software.map(({ slug }) => slug),
    );
    await publish(trx, touched, { at, otherSources: new Set(touched) });
    await refreshWords(trx);
    await markLoaded(trx, STARTER, fingerprint, at);
  });
  const free = software.filter((each) => each.free).length;
  return { changed: true, free, proprietary: software.length - free, skipped };
}

function recordOf(software: Software): StatedRecord {
  const { slug, description, licence, free, replaces, ...facts } = software;
  const record: SourceRecord = {
    ...emptyRecord,
    name: facts.name,
    aliases: facts.aliases,
    publisher: facts.publisher,
    categories: facts.categories,
    terms: facts.terms,
    website: facts.website,
    repository: facts.repository,
    platforms: facts.platforms,
    wikidata: facts.wikidata,
    endoflife: facts.endoflife,
    key: slug,
    licences: licence === null ? [] : [licence],
    saidNotFree: free === false,
    descriptionFr: description.fr,
    descriptionEn: description.en,
  };
  return { ...record, slug, replaces, freedom: { spdx: licence, said: licence, guess: false, free } };
}

const emptyRecord = { crossIds: {}, archived: false, similar: [], partOf: null, users: [], providers: [] } as const;
