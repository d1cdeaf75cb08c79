import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { searchSoftware, softwareBySlug } from "#src/catalogue/public.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const { db } = await testDatabase();

let root = "";
const write = (name: string, text: string): void => writeFileSync(join(root, "catalogue", name), text);
const load = (): ReturnType<typeof loadCatalogue> => loadCatalogue(db, join(root, "catalogue"));

const GRR = `name: GRR
aliases: [Gestion et réservation de ressources]
description:
  fr: Réservation de salles.
  en: Booking of rooms.
categories: [event-management]
terms: [réservation de salles, prêt de matériel, planning]
licence: GPL-2.0-or-later
platforms: [web]
`;
const DOODLE = `name: Doodle
publisher: Doodle
proprietary: true
description:
  fr: Choix d’une date à plusieurs.
  en: Choosing a date together.
categories: [appointment-scheduling]
terms: [sondage de dates, réunion, disponibilité]
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "beffroi-catalogue-"));
  mkdirSync(join(root, "catalogue"));
  cpSync("data/vocabularies", join(root, "vocabularies"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("loading the catalogue", () => {
  it("brings the files into the table, and finds them by their words", async () => {
    write("grr.yml", GRR);
    write("doodle.yml", DOODLE);
    expect(await load()).toEqual({ changed: true, free: 1, proprietary: 1, skipped: [] });
    expect(await softwareBySlug(db, "grr")).toMatchObject({
      name: "GRR",
      free: true,
      licence: "GPL-2.0-or-later",
      description: { en: "Booking of rooms." },
      replaces: [],
    });
    expect(await softwareBySlug(db, "doodle")).toMatchObject({ free: false, licence: null, publisher: "Doodle" });
    expect((await searchSoftware(db, { text: "réserver une salle", limit: 5 })).results.map(({ slug }) => slug)).toEqual(["grr"]);
  });

  it("does nothing, quickly, when no file has changed", async () => {
    write("grr.yml", GRR);
    expect((await load()).changed).toBe(true);
    const start = performance.now();
    expect((await load()).changed).toBe(false);
    expect(performance.now() - start).toBeLessThan(50);
    write("grr.yml", GRR.replace("Booking of rooms", "Booking of meeting rooms"));
    expect((await load()).changed).toBe(true);
    expect((await softwareBySlug(db, "grr"))?.description.en).toBe("Booking of meeting rooms.");
  });

  it("forgets what no file describes any more, unless an installation names it", async () => {
    write("grr.yml", GRR);
    write("doodle.yml", DOODLE);
    await load();
    await sql`insert into authority (id, slug, name, kind, created_at) values ('00000000-0000-4000-8000-000000000001', 'a', 'A', 'commune', now())`.execute(
      db,
    );
    await sql`insert into installation (authority_id, id, name, software_slug, state, declared_at)
              values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'GRR', 'grr', 'in-service', now())`.execute(db);
    rmSync(join(root, "catalogue", "grr.yml"));
    rmSync(join(root, "catalogue", "doodle.yml"));
    expect(await load()).toMatchObject({ changed: true, free: 0, proprietary: 0 });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ name: "GRR" });
    expect(await softwareBySlug(db, "doodle")).toBeUndefined();
  });

  it.each([
    ["broken YAML", "name: [", /flow|sequence|expected/i],
    ["a number where a name is expected", GRR.replace("name: GRR", "name: 12"), /name/],
    ["an unknown key", `${GRR}stars: 5\n`, /stars/],
    ["a description that is null", GRR.replace(/description:\n.*\n.*\n/, "description: null\n"), /description/],
    ["a description that is too long", GRR.replace("Booking of rooms", "x".repeat(160)), /description\.en/],
    ["a category of nobody's", GRR.replace("event-management", "belfries"), /belfries not in the vocabulary/],
    ["a licence that is not free", GRR.replace("GPL-2.0-or-later", "BUSL-1.1"), /licence/],
    ["an address that runs a script", `${GRR}website: "javascript:alert(1)"\n`, /website/],
    ["a proprietary software that replaces another", `${DOODLE}replaces: [zoom]\n`, /replaces/],
    ["control characters", GRR.replace("name: GRR", 'name: "G\\0RR"'), /name/],
    [
      "an alias of YAML, by which a small text becomes a huge one",
      GRR.replace(/aliases: .*/, "aliases: &a [one, two, three]").replace(/terms: .*/, "terms: *a"),
      /alias/i,
    ],
    ["a text too long to be honest", `${GRR}#${"x".repeat(100_000)}`, /longer/],
    ["an empty file", "", /./],
  ])("leaves out %s, says why, and loads the rest", async (_, text, reason) => {
    write("grr-2.yml", text);
    write("doodle.yml", DOODLE);
    const loaded = await load();
    expect(loaded).toMatchObject({ changed: true, free: 0, proprietary: 1 });
    expect(loaded.skipped).toEqual([{ file: "grr-2.yml", reason: expect.stringMatching(reason) }]);
  });

  it("leaves out a file whose name is no slug", async () => {
    write("G R R.yml", GRR);
    expect((await load()).skipped).toEqual([{ file: "G R R.yml", reason: "the file's name is no slug" }]);
  });

  it("loads once when two processes start together", async () => {
    write("grr.yml", GRR);
    await Promise.all([load(), load(), load()]);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ name: "GRR" });
  });
});
