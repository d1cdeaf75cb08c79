import type { Database } from "#src/platform/db/database.ts";
import { refreshWords } from "./db/refresh-words.ts";
import { putSoftware } from "./db/write-catalogue.ts";
import type { Software } from "./domain/software.ts";

/** Puts software in the catalogue of a test (`db` without an authority), with believable facts where none is given; free unless said. */
export async function givenSoftware(db: Database, ...software: readonly (Partial<Software> & Pick<Software, "slug">)[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await putSoftware(trx, software.map(believable));
    await refreshWords(
      trx,
      software.map(({ slug }) => slug),
    );
  });
}

function believable(given: Partial<Software> & Pick<Software, "slug">): Software {
  const free = given.free ?? true;
  return {
    name: given.slug.charAt(0).toUpperCase() + given.slug.slice(1),
    aliases: [],
    publisher: free ? null : "Éditeur",
    free,
    licence: free ? "AGPL-3.0-or-later" : null,
    description: { fr: "Un logiciel.", en: "A software." },
    categories: ["other"],
    terms: [],
    website: null,
    repository: null,
    platforms: ["web"],
    wikidata: null,
    endoflife: null,
    replaces: [],
    licenceSaid: null,
    archived: false,
    provenance: {},
    ...given,
  };
}
