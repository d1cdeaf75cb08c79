import { putSoftware, type Software } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { type KnownFacts, knownFacts, recordChanges, type SoftwareChange } from "../db/changes.ts";
import { statementsOf } from "../db/statements.ts";
import { type Merged, mergeStatements } from "../domain/merge.ts";

/**
 * Makes these software anew from all that is said of them, and notes what changed in those that were known. Those of which nothing
 * is said any more are left as they were. Gives those made: of one that people said is the same as another, the one that stands for both.
 * `otherSources`: those of which other sources speak than before. What is held of them may be said otherwise now, by a source better
 * believed: nothing changed in the software itself, and nothing is noted.
 */
export async function publish(
  trx: Database,
  slugs: readonly string[],
  { at, otherSources }: { readonly at: Date; readonly otherSources?: ReadonlySet<string> },
): Promise<readonly string[]> {
  const asked = [...new Set(slugs)];
  if (asked.length === 0) return [];
  const bySlug = Map.groupBy(await statementsOf(trx, asked), ({ slug }) => slug);
  const merged = [...bySlug].map(([slug, statements]) => mergeStatements(slug, statements));
  const software = merged.filter((each) => each !== undefined).map(softwareOf);
  const comparable = software.filter(({ slug }) => otherSources?.has(slug) !== true);
  await recordChanges(trx, changesOf(comparable, await knownFacts(trx, [...bySlug.keys()])), at);
  await putSoftware(trx, software);
  return software.map(({ slug }) => slug);
}

function changesOf(software: readonly Software[], before: ReadonlyMap<string, KnownFacts>): readonly SoftwareChange[] {
  return software.flatMap(({ slug, licence, archived }): SoftwareChange[] => {
    const known = before.get(slug);
    if (known === undefined) return [];
    const changes: SoftwareChange[] = [];
    if (known.licence !== null && known.licence !== licence)
      changes.push({ slug, field: "licence", before: known.licence, after: licence });
    if (known.archived !== archived) changes.push({ slug, field: "archived", before: String(known.archived), after: String(archived) });
    return changes;
  });
}

export function softwareOf({ freedom, descriptionFr, descriptionEn, ...facts }: Merged): Software {
  return {
    ...facts,
    free: freedom.free,
    licence: freedom.spdx,
    licenceSaid: freedom.spdx === null || freedom.guess ? freedom.said : null,
    description: { fr: descriptionFr, en: descriptionEn },
  };
}
