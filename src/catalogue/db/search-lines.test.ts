import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { Database } from "#src/platform/db/database.ts";
import { testDatabase, watchedDatabase } from "#src/platform/db/testing.ts";
import { aRecord, imported, someTypedWords } from "#src/sources/testing.ts";
import { correctSoftware } from "#src/sources/usecases/correct-software.ts";
import { decidePair } from "#src/sources/usecases/decide-pair.ts";
import { withdrawWords } from "#src/sources/usecases/withdraw-words.ts";
import type { SearchInput } from "../domain/search.ts";
import type { SoftwareLine } from "../domain/software.ts";
import { givenSoftware } from "../testing.ts";
import { refreshWords } from "./refresh-words.ts";
import { searchCatalogue, searchLines } from "./search-software.ts";
import { CATALOGUE_SEEN, type CatalogueState } from "./search-state.ts";
import { softwareBySlugs } from "./software-queries.ts";
import { putSoftware, putVocabularies } from "./write-catalogue.ts";

const { db, url } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
});
beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word, function_software,
            catalogue_import, catalogue_source, own_words cascade`.execute(db);
});

async function seen(reader: Database = db): Promise<CatalogueState> {
  const { rows } = await sql<{ seen: CatalogueState }>`select ${CATALOGUE_SEEN.value} as seen`.execute(reader);
  if (rows[0] === undefined) throw new Error("no catalogue");
  return rows[0].seen;
}

/** As a page does: what the catalogue is at was read when the request came in. */
const shown = async (text: string, reader: Database = db): Promise<readonly SoftwareLine[]> =>
  (await searchLines(reader, { text, limit: 20 }, await seen(reader))).results.map(({ line }) => line);

async function written(slugs: readonly string[]): Promise<readonly SoftwareLine[]> {
  const software = await softwareBySlugs(db, slugs);
  return slugs.flatMap((slug) => {
    const found = software.find((each) => each.slug === slug);
    return found === undefined
      ? []
      : [{ slug, name: found.name, free: found.free, licence: found.licence, description: found.description }];
  });
}

/** What is shown is what is written, the first time and when it is held. */
async function expectInStep(text: string): Promise<readonly SoftwareLine[]> {
  const first = await shown(text);
  expect(first).toEqual(await written(first.map(({ slug }) => slug)));
  expect(await shown(text)).toEqual(first);
  return first;
}

describe("the lines of a search", () => {
  it("ask nothing of the database when they were shown since the catalogue last changed", async () => {
    await givenSoftware(db, { slug: "girouette", terms: ["météorologie"] }, { slug: "boussole", terms: ["orientation"] });
    await shown("météorologie");
    const { db: reader, sent } = watchedDatabase(url);
    const [at, input] = [await seen(), { text: "météorologie", limit: 20 }];
    const [first, again] = [await searchLines(reader, input, at), await searchLines(reader, input, at)];
    expect(sent).toEqual([]);
    expect(again.results[0]?.line).toBe(first.results[0]?.line);
    expect(await searchLines(reader, input)).toEqual(first);
    expect(sent).toHaveLength(1);
  });

  it("are in the state that the request saw, or a later one", async () => {
    await givenSoftware(db, { slug: "enclume", name: "Enclume", terms: ["ferronnerie"] });
    const before = await seen();
    await shown("ferronnerie");
    await givenSoftware(db, { slug: "enclume", name: "Enclume 2", terms: ["ferronnerie"] });
    const late = async (at: CatalogueState) => (await searchLines(db, { text: "ferronnerie", limit: 20 }, at)).results[0]?.line.name;
    expect(await late(await seen())).toBe("Enclume 2");
    expect(await late(before)).toBe("Enclume 2");
  });

  it("follow a name, a licence, a description that alone changed, whoever says so", async () => {
    const said = { key: "1", name: "GRR", licences: ["GPL-2.0-or-later"], terms: ["salles"], descriptionFr: "Réservation de salles." };
    await imported(db, "sill", { records: [aRecord(said)] });
    expect(await expectInStep("salles")).toMatchObject([{ slug: "grr", licence: "GPL-2.0-or-later" }]);
    await imported(db, "sill", { records: [aRecord({ ...said, licences: ["AGPL-3.0-only"] })] });
    expect(await expectInStep("salles")).toMatchObject([{ licence: "AGPL-3.0-only" }]);
    await imported(db, "sill", { records: [aRecord({ ...said, descriptionFr: "Réservation de salles et de matériel." })] });
    expect(await expectInStep("salles")).toMatchObject([{ description: { fr: "Réservation de salles et de matériel." } }]);
    const typed = someTypedWords({ descriptionFr: "Les salles du gymnase." });
    const corrected = await correctSoftware(deps, ours.reviewer, { slug: "grr", reason: "Lu chez les auteurs.", version: 0, typed });
    expect(corrected.ok).toBe(true);
    await expectInStep("salles");
    expect((await withdrawWords(deps, ours.reviewer, { slug: "grr", version: 1 })).ok).toBe(true);
    await expectInStep("salles");
  });

  it("follow two software that become one, and two again", async () => {
    await imported(db, "sill", { records: [aRecord({ key: "1", name: "GRR", licences: ["GPL-2.0-or-later"], terms: ["salles"] })] });
    await imported(db, "comptoir", { records: [aRecord({ key: "7", name: "GRR", descriptionFr: "Prêt de salles." })] });
    expect(await expectInStep("grr")).toHaveLength(2);
    const decide = (verdict: "same" | null) => decidePair(deps, ours.reviewer, { a: "grr", b: "grr-2", whole: null, verdict });
    expect((await decide("same")).ok).toBe(true);
    expect(await expectInStep("grr")).toHaveLength(1);
    expect((await decide(null)).ok).toBe(true);
    expect(await expectInStep("grr")).toHaveLength(2);
  });

  it("keep nothing that a transaction wrote and did not commit", async () => {
    await givenSoftware(db, { slug: "sablier", name: "Sablier", terms: ["chronométrage", "minuterie"] });
    await givenSoftware(db, { slug: "gnomon", terms: ["ombre"] });
    // The index is held, and the words are known; the line was never shown.
    await searchCatalogue(db, { text: "minuterie", limit: 5 });
    const [software] = await softwareBySlugs(db, ["sablier"]);
    if (software === undefined) throw new Error("not given");
    const undone = db.transaction().execute(async (trx) => {
      await putSoftware(trx, [{ ...software, name: "Clepsydre" }]);
      expect((await searchLines(trx, { text: "minuterie", limit: 5 })).results[0]?.line.name).toBe("Clepsydre");
      await refreshWords(trx, ["sablier"]);
      expect((await searchLines(trx, { text: "chronométrage", limit: 5 })).results[0]?.line.name).toBe("Clepsydre");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await expectInStep("chronométrage"))[0]?.name).toBe("Sablier");
  });
});

describe("the answers of searches", () => {
  it("are the same when they are held, one for each page, filter and way of asking", async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ slug: `horloge-${at}`, free: at % 2 === 0, terms: ["pendule"] }));
    await givenSoftware(db, ...many);
    const asked = [{}, { offset: 20 }, { free: true }, { free: false }, { limit: 5 }, { text: "pend", typing: true }];
    const ask = () => Promise.all(asked.map((more) => searchCatalogue(db, { text: "pendule", limit: 20, ...more })));
    const first = await ask();
    expect(first.map(({ results, total }) => [results.length, total])).toEqual([
      [20, 30],
      [10, 30],
      [15, 15],
      [15, 15],
      [5, 30],
      [20, 30],
    ]);
    expect(await ask()).toEqual(first);
  });

  it("name the categories of what is found, whichever is asked for, and the one that is asked for", async () => {
    const label = (id: string) => ({ fr: id, en: id });
    const categories = ["accueil", "bureau", "carte"].map((id) => ({ id, label: label(id) }));
    await db.transaction().execute((trx) => putVocabularies(trx, { categories, ignoredWords: [] }));
    await givenSoftware(
      db,
      { slug: "loupe", terms: ["agrandissement"], categories: ["carte", "bureau"] },
      { slug: "jumelles", terms: ["agrandissement"], categories: ["carte"], free: false },
      { slug: "cloche", terms: ["sonnerie"], categories: ["accueil"] },
    );
    const among = async (more: Partial<SearchInput>) =>
      (await searchCatalogue(db, { text: "agrandissement", limit: 20, ...more })).categories.map(({ id }) => id);
    expect(await among({})).toEqual(["bureau", "carte"]);
    expect(await among({ category: "bureau" })).toEqual(["bureau", "carte"]);
    expect(await among({ category: "accueil" })).toEqual(["accueil", "bureau", "carte"]);
    expect(await among({ free: false })).toEqual(["carte"]);
    expect(await among({ text: "nulle part" })).toEqual([]);
    expect((await searchCatalogue(db, { text: "agrandissement", limit: 20, category: "bureau" })).results.map(({ slug }) => slug)).toEqual([
      "loupe",
    ]);
  });
});
