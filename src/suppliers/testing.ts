import { newId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import { ensureSource } from "#src/sources/db/sources.ts";
import type { SourceFormat } from "#src/sources/domain/source-record.ts";
import { importReading } from "#src/sources/usecases/import-reading.ts";
import { readSource } from "#src/sources/usecases/read-source.ts";

export type SaidProvider = {
  readonly name: string;
  readonly siren?: string;
  readonly website?: string;
  /** Its page in the Comptoir; in the CNLL's file, an address of the directory. */
  readonly page?: string;
};

/** The CNLL's file says that these serve the software of that number in the SILL; imported as an administrator would. */
export function givenCnll(db: Database, at: Date, sill: number, name: string, providers: readonly SaidProvider[]): Promise<void> {
  const prestataires = providers.map(({ name: nom, siren, website, page }) => ({ nom, siren, url: page ?? website }));
  return given(db, at, "cnll", [{ nom: name, sill_id: sill, prestataires }]);
}

/** The export of the Comptoir du Libre says it. */
export function givenComptoir(
  db: Database,
  at: Date,
  software: { readonly id: number; readonly name: string; readonly sill?: number },
  providers: readonly SaidProvider[],
): Promise<void> {
  const { id, name, sill } = software;
  const saidProviders = providers.map((provider, index) => ({
    id: index,
    name: provider.name,
    url: provider.page ?? [],
    external_resources: { website: provider.website ?? [] },
  }));
  const links = { website: [], repository: [], sill: sill === undefined ? [] : { id: sill } };
  const softwares = [
    {
      id,
      name,
      url: `https://comptoir.example/fr/softwares/${id}`,
      licence: "GPL-3.0",
      external_resources: links,
      providers: saidProviders,
    },
  ];
  return given(db, at, "comptoir", { softwares });
}

async function given(db: Database, at: Date, format: SourceFormat, content: unknown): Promise<void> {
  await ensureSource(db, { id: format, format, name: format === "cnll" ? "CNLL" : "Comptoir du Libre" });
  const reading = readSource(format, [{ name: `${format}.json`, bytes: new TextEncoder().encode(JSON.stringify(content)) }]);
  const { problems, ...read } = reading;
  if (problems.length > 0 || read.skipped.length > 0)
    throw new Error(`The test's file is read: ${JSON.stringify([problems, read.skipped])}`);
  await importReading({ db, now: () => at }, { id: newId(), source: { id: format, format }, reading: read, askedBy: null });
}
