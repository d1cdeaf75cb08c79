import type { Database } from "#src/platform/db/database.ts";
import { loadedFingerprint, writeCatalogue } from "../db/write-catalogue.ts";
import { contentOf, fingerprintOf, readCatalogueFiles, type SkippedFile } from "./read-catalogue-files.ts";

export type CatalogueLoad = {
  /** False when the files are those of the last load: nothing was done, and the rest is empty. */
  readonly changed: boolean;
  readonly free: number;
  readonly proprietary: number;
  /** Files left out, and why. */
  readonly skipped: readonly SkippedFile[];
};

const SOURCE = "starter";

/** Brings the table of software in line with the files of `folder` (data/catalogue). Runs as the tables' owner. */
export async function loadCatalogue(db: Database, folder: string): Promise<CatalogueLoad> {
  const files = readCatalogueFiles(folder);
  const fingerprint = fingerprintOf(files);
  if ((await loadedFingerprint(db, SOURCE)) === fingerprint) return { changed: false, free: 0, proprietary: 0, skipped: [] };
  const { skipped, ...content } = contentOf(files);
  await writeCatalogue(db, content, { source: SOURCE, fingerprint });
  const free = content.software.filter((software) => software.free).length;
  return { changed: true, free, proprietary: content.software.length - free, skipped };
}
