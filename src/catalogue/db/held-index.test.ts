import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { newId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase, watchedDatabase } from "#src/platform/db/testing.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import type { SearchInput } from "../domain/search.ts";
import { putSoftware, refreshWords, softwareBySlug } from "../public.ts";
import { givenSoftware } from "../testing.ts";

const { db, url } = await testDatabase();

/** The modules of another process: nothing in memory is shared with those of before. */
async function anotherProcess(): Promise<typeof import("../public.ts")> {
  vi.resetModules();
  return import("../public.ts");
}

const ours = await anotherProcess();
const slugs = async (text: string, reader: Database = db): Promise<readonly string[]> =>
  (await ours.searchSoftware(reader, { text, limit: 50 })).results.map(({ slug }) => slug);

async function change(trx: Database, slug: string, terms: readonly string[]): Promise<void> {
  const software = await softwareBySlug(trx, slug);
  if (software === undefined) throw new Error(slug);
  await putSoftware(trx, [{ ...software, terms }]);
  await refreshWords(trx, [slug]);
}

describe("what searches know of the catalogue", () => {
  it("is all that was committed before the search began, whoever did it", async () => {
    await givenSoftware(db, { slug: "girouette", terms: ["météorologie"] }, { slug: "boussole", terms: ["orientation"] });
    expect(await slugs("météorologie")).toEqual(["girouette"]);
    await db.transaction().execute((trx) => change(trx, "boussole", ["météorologie"]));
    expect(await slugs("météorologie")).toEqual(["boussole", "girouette"]);
    expect(await slugs("orientation")).toEqual([]);
    const other = await anotherProcess();
    await db.transaction().execute(async (trx) => {
      await sql`update software set merged_into = 'girouette' where slug = 'boussole'`.execute(trx);
      await other.refreshWords(trx, ["boussole", "girouette"]);
    });
    expect(await slugs("météorologie")).toEqual(["girouette"]);
    await sql`update software set merged_into = null`.execute(db);
  });

  it("is its own, in a transaction that has written, until it is committed", async () => {
    await givenSoftware(db, { slug: "sablier", terms: ["chronométrage"] });
    expect(await slugs("chronométrage")).toEqual(["sablier"]);
    const undone = db.transaction().execute(async (trx) => {
      await change(trx, "sablier", ["pâtisserie"]);
      expect(await slugs("pâtisserie", trx)).toEqual(["sablier"]);
      expect(await slugs("pâtisserie")).toEqual([]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await slugs("pâtisserie")).toEqual([]);
    expect(await slugs("chronométrage")).toEqual(["sablier"]);
    await db.transaction().execute((trx) => change(trx, "sablier", ["pâtisserie"]));
    expect(await slugs("pâtisserie")).toEqual(["sablier"]);
  });

  it("is proved by the one question that a search of known words asks", async () => {
    await givenSoftware(db, { slug: "balance", terms: ["pesée"] }, { slug: "niveau", terms: ["mesure"] });
    const { db: watched, sent } = watchedDatabase(url);
    expect(await slugs("pesée", watched)).toEqual(["balance"]);
    sent.length = 0;
    expect(await slugs("pesée", watched)).toEqual(["balance"]);
    expect(sent).toHaveLength(1);
    await db.transaction().execute((trx) => change(trx, "niveau", ["pesée"]));
    expect(await slugs("pesée", watched)).toEqual(["balance", "niveau"]);
  });

  it("is nothing once the words were emptied by hand", async () => {
    await givenSoftware(db, { slug: "enclume", terms: ["ferronnerie"] });
    expect(await slugs("ferronnerie")).toEqual(["enclume"]);
    await sql`truncate software_word`.execute(db);
    expect(await slugs("ferronnerie")).toEqual([]);
  });

  it("is read by one search when many come at once, each holding one of the few connections", async () => {
    await givenSoftware(db, { slug: "horloge", terms: ["pendule"] });
    const { holdSearchIndex, searchSoftware } = await anotherProcess();
    const search = (): Promise<number> =>
      readAuthority(db, newId(), async (reader) => (await searchSoftware(reader, { text: "pendule", limit: 5 })).total);
    const [, ...found] = await Promise.all([holdSearchIndex(db), ...Array.from({ length: 40 }, search)]);
    expect(new Set(found)).toEqual(new Set([1]));
    const mixed = Array.from({ length: 20 }, () => [search(), searchSoftware(db, { text: "pendule", limit: 5 })]);
    await db.transaction().execute((trx) => change(trx, "horloge", ["pendule", "sonnerie"]));
    expect((await Promise.all(mixed.flat())).length).toBe(40);
  });
});

describe("an index kept in step", () => {
  it("answers as one read anew, after software was changed, added and taken away", { timeout: 60_000 }, async () => {
    await loadCatalogue(db, "data/catalogue");
    await slugs("tableur");
    const { rows } = await sql<{ slug: string }>`select slug from software order by slug`.execute(db);
    for (const [index, { slug }] of rows.filter((_, at) => at % 12 === 0).entries())
      await db.transaction().execute((trx) => change(trx, slug, [`tableur ${index}`, "visioconférence", "vélo en libre-service"]));
    await sql`update software set merged_into = 'libreoffice' where slug in ('gimp', 'grr')`.execute(db);
    await refreshWords(db, ["gimp", "grr"]);
    const texts = [
      "tableur",
      "visio",
      "Photoshop",
      "réservation de salles",
      "vélos libre service",
      "thunderbrid",
      "gestion",
      "SIG",
      "Word",
    ];
    const kept = await answers(ours.searchSoftware, texts);
    expect(kept.flat().length).toBeGreaterThan(100);
    expect(kept).toEqual(await answers((await anotherProcess()).searchSoftware, texts));
  });
});

function answers(search: typeof ours.searchSoftware, texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const input = (text: string): SearchInput => ({ text, limit: 100 });
  return Promise.all(
    texts.map(async (text) =>
      (await search(db, input(text))).results.map(({ slug, score, why }) => `${slug} ${score} ${JSON.stringify(why)}`),
    ),
  );
}
