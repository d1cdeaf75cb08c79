import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import type { SourceFormat } from "./domain/source-record.ts";
import { importPlace, loadCatalogue } from "./public.ts";

/** Real files of public catalogues: kept beside the repository, and not in it. */
const FILES = "../shared/data";
const PLACES: readonly (readonly [SourceFormat, string])[] = [
  ["publiccode", "catalogues/publiccode"],
  ["sill", "catalogues/sill-2022.json"],
  ["awesome-selfhosted", "catalogues/awesome-selfhosted.json"],
  ["endoflife", "lifecycle/endoflife-products.json"],
];

type Pair = { readonly a: string; readonly b: string; readonly verdict: string; readonly names: string };

const pairs = readFileSync("data/evaluation/same-software.tsv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .map(
    ([sourceA = "", keyA = "", nameA = "", sourceB = "", keyB = "", nameB = "", verdict = ""]): Pair => ({
      a: `${sourceA} ${keyA}`,
      b: `${sourceB} ${keyB}`,
      verdict,
      names: `${nameA} (${sourceA}) / ${nameB} (${sourceB})`,
    }),
  );

describe.skipIf(!existsSync(FILES))("joining the records of real catalogues (skipped where these files are absent)", () => {
  const slugs = new Map<string, string>();

  beforeAll(async () => {
    const { db } = await testDatabase();
    await loadCatalogue(db, "data/catalogue");
    for (const [format, place] of PLACES) {
      const imported = await importPlace({ db, now: () => new Date() }, { format, place: join(FILES, place), askedBy: null });
      expect(imported.ok).toBe(true);
    }
    const { rows } = await sql<{ at: string; slug: string | null }>`
      select source_id || ' ' || key as at, slug from source_statement
      union all select 'endoflife ' || product, slug from lifecycle_product p join software s on s.endoflife = p.product`.execute(db);
    for (const { at, slug } of rows) if (slug !== null) slugs.set(at, slug);
  }, 120_000);

  it("is right nearly every time, and finds nearly all that is the same", () => {
    const known = pairs.filter(({ a, b }) => [a, b].every((each) => slugs.has(each) || each.startsWith("endoflife ")));
    const isJoined = ({ a, b }: Pair): boolean => slugs.get(a) !== undefined && slugs.get(a) === slugs.get(b);
    const joined = known.filter(isJoined);
    const same = known.filter(({ verdict }) => verdict === "same");
    const wrong = joined.filter(({ verdict }) => verdict !== "same");
    const missed = same.filter((pair) => !isJoined(pair));
    if (process.env.BEFFROI_SHOW_PAIRS === "1")
      process.stdout.write(
        `${JSON.stringify({ known: known.length, joined: joined.length, same: same.length, wrong: wrong.map(({ names }) => names), missed: missed.map(({ names }) => names) }, null, 1)}\n`,
      );
    expect(known.length).toBeGreaterThanOrEqual(200);
    expect(1 - wrong.length / joined.length).toBeGreaterThanOrEqual(0.99);
    expect(1 - missed.length / same.length).toBeGreaterThanOrEqual(0.9);
  });

  it("has the files to read", () => {
    expect(readdirSync(join(FILES, "catalogues")).length).toBeGreaterThan(2);
  });
});
