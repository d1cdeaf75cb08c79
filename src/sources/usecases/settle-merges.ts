import { refreshWords } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { currentMerges, type Merge, samePairs, setMerges, weightsOf } from "../db/merges.ts";
import { mergesOf } from "../domain/merges.ts";
import { publish } from "./publish.ts";

/**
 * Brings the catalogue in step with what people said is the same: derived whole from the verdicts, so that taking one back is settling
 * again. In the transaction of whoever holds the catalogue's lock.
 */
export async function settleMerges(trx: Database, at: Date): Promise<readonly Merge[]> {
  const pairs = await samePairs(trx);
  const slugs = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const wanted = mergesOf(pairs, await weightsOf(trx, slugs));
  const before = await currentMerges(trx);
  const merges = [...new Set([...before.keys(), ...wanted.keys()])]
    .map((slug): Merge => ({ slug, into: wanted.get(slug) ?? null }))
    .filter(({ slug, into }) => (before.get(slug) ?? null) !== into);
  if (merges.length === 0) return [];
  await setMerges(trx, merges);
  const touched = [...new Set(merges.flatMap(({ slug, into }) => [slug, into, before.get(slug)]))].filter(
    (slug) => typeof slug === "string",
  );
  await publish(trx, touched, { at, otherSources: new Set(touched) });
  await refreshWords(trx, touched);
  return merges;
}
