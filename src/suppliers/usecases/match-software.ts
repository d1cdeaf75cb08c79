import { softwareBySlugs, softwareNames } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { ServedSoftware } from "../domain/supplier.ts";

/** A typed name that is not one software of the catalogue. `near`: those that it may mean. */
export type UnknownSoftware = { readonly typed: string; readonly near: readonly ServedSoftware[] };
export type MatchedSoftware = { readonly slugs: readonly string[]; readonly unknown: readonly UnknownSoftware[] };

const MOST_NEAR = 10;
const MOST_SHOWN = 3;

/** The software that each typed name names: its address in the catalogue, or its whole name when only one bears it. Nothing is guessed. */
export async function matchSoftware(reader: Database, typed: readonly string[]): Promise<MatchedSoftware> {
  const bySlug = new Set((await softwareBySlugs(reader, typed)).map(({ slug }) => slug));
  const slugs: string[] = [];
  const unknown: UnknownSoftware[] = [];
  for (const name of typed) {
    if (bySlug.has(name)) {
      slugs.push(name);
      continue;
    }
    const near = await softwareNames(reader, name, MOST_NEAR);
    const same = near.filter((each) => folded(each.name) === folded(name));
    const only = same.length === 1 ? same[0] : undefined;
    if (only !== undefined) slugs.push(only.slug);
    else unknown.push({ typed: name, near: (same.length > 1 ? same : near).slice(0, MOST_SHOWN) });
  }
  return { slugs: [...new Set(slugs)], unknown };
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ");
}
