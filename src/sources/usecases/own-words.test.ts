import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { searchSoftware, softwareBySlug } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { pairsOf } from "../db/pair-queue.ts";
import { ensureSource } from "../db/sources.ts";
import type { TypedWords } from "../domain/word-check.ts";
import { aProduct, aRecord, imported, someTypedWords } from "../testing.ts";
import { type Addition, addSoftware } from "./add-software.ts";
import { type Correction, correctSoftware } from "./correct-software.ts";
import { decidePair } from "./decide-pair.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ownVersionOf } from "./own-version.ts";
import { withdrawWords } from "./withdraw-words.ts";

const { db } = await testDatabase();
const clock = { now: new Date("2026-03-01T10:00:00Z") };
const deps = { db, now: () => clock.now };
let ours: TestAuthority;
let theirs: TestAuthority;

const GRR = aRecord({ key: "12", name: "GRR", licences: ["GPL-2.0-or-later"], website: "https://grr.example", terms: ["salles"] });
const sill = (at?: Date) => imported(db, "sill", { records: [GRR] }, at);

beforeAll(async () => {
  ours = await anAuthority(deps, { name: "Ville de Valmontel" });
  theirs = await anAuthority(deps, { name: "Ville voisine" });
});
beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word,
            function_software, catalogue_import, catalogue_import_line, catalogue_load, catalogue_source, own_words cascade`.execute(db);
  clock.now = new Date("2026-03-01T10:00:00Z");
  await sill();
});

const correct = (
  typed: Partial<TypedWords>,
  { agent = ours.reviewer, ...facts }: Partial<Correction> & { agent?: TestAuthority["reviewer"] } = {},
) =>
  correctSoftware(deps, agent, { slug: "grr", reason: "Lu sur le site des auteurs.", version: 0, ...facts, typed: someTypedWords(typed) });
const add = (typed: Partial<TypedWords>, facts: Partial<Addition> = {}) =>
  addSoftware(deps, ours.reviewer, {
    id: newId(),
    reason: "Un agent le demande.",
    isAnother: false,
    ...facts,
    typed: someTypedWords(typed),
  });
const withdraw = (slug = "grr", version = 1) => withdrawWords(deps, ours.reviewer, { slug, version });
const asRead = async (authority: TestAuthority, slug = "grr") => {
  const software = await softwareBySlug(db, slug);
  if (software === undefined) return undefined;
  return readAuthority(db, authority.id, async (reader) => (await ownVersionOf(reader, software))?.software ?? software);
};
const changes = () => db.selectFrom("softwareChange").select(["slug", "field", "before", "after"]).orderBy("id").execute();
const journalled = async (what: string) =>
  (await db.selectFrom("journalEntry").select("id").where("what", "=", what).where("authorityId", "=", ours.id).execute()).length;
const pairs = async () => (await pairsOf(db, { decided: false, limit: 9, offset: 0 })).map(({ a, b, reason }) => [a.slug, b.slug, reason]);

const GIMP = readFileSync("data/catalogue/gimp.yml", "utf8");

/** The files that Beffroi comes with, but for all software but one. */
function filesOfOurs(): { readonly folder: string; readonly write: (file: string) => void } {
  const root = mkdtempSync(join(tmpdir(), "own-words-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync("data/vocabularies", join(root, "vocabularies"), { recursive: true });
  const folder = join(root, "catalogue");
  mkdirSync(folder);
  return { folder, write: (file) => writeFileSync(join(folder, "gimp.yml"), file) };
}

describe("correcting a software", () => {
  it("puts our words above the sources, found by searches, journalled, and told to those who follow it", async () => {
    const before = await journalled("own-words-said");
    expect(await correct({ licence: "gplv3", terms: "réserver le gymnase", publisher: "Devome" })).toEqual({
      ok: true,
      value: { slug: "grr", doubts: [] },
    });
    expect(await softwareBySlug(db, "grr")).toMatchObject({
      ...{ name: "GRR", licence: "GPL-3.0-only", licenceSaid: "gplv3", publisher: "Devome", website: "https://grr.example" },
      terms: ["réserver le gymnase", "salles"],
      provenance: { name: "sill", licence: "authority-ville-de-valmontel" },
    });
    expect((await searchSoftware(db, { text: "gymnase", limit: 5 })).results.map(({ slug }) => slug)).toEqual(["grr"]);
    expect(await changes()).toEqual([{ slug: "grr", field: "licence", before: "GPL-2.0-or-later", after: "GPL-3.0-only" }]);
    expect((await journalled("own-words-said")) - before).toBe(1);
  });

  it("is never overwritten: every source imported twice more, our own files among them, what we said is still there", async () => {
    const files = filesOfOurs();
    files.write(GIMP);
    await loadCatalogue(db, files.folder);
    const starter = { slug: "gimp", version: 0 };
    expect((await correct({ name: "GIMP de la ville", licence: "GPL-3.0-only" }, starter)).ok).toBe(true);
    expect((await correct({ website: "https://grr.ville.example", denied: { aliases: [], terms: ["salles"], replaces: [] } })).ok).toBe(
      true,
    );
    for (const licence of ["MIT", "Apache-2.0"]) {
      const records = [{ ...GRR, licences: [licence], website: `https://${licence.toLowerCase()}.example`, terms: ["salles", licence] }];
      await imported(db, "sill", { records });
      await imported(db, "comptoir", {
        records: [aRecord({ key: "9", name: "GRR", website: "https://mit.example", licences: [licence] })],
      });
    }
    files.write(GIMP.replace("name: GIMP", "name: GIMP 4").replace(/licence: .*/, "licence: MIT"));
    expect((await loadCatalogue(db, files.folder)).changed).toBe(true);
    expect(await softwareBySlug(db, "gimp")).toMatchObject({ name: "GIMP de la ville", licence: "GPL-3.0-only" });
    const grr = await softwareBySlug(db, "grr");
    expect(grr).toMatchObject({ licence: "Apache-2.0", website: "https://grr.ville.example" });
    expect(grr?.terms).toEqual(["Apache-2.0"]);
  });

  it("sent twice is said once", async () => {
    expect((await correct({ publisher: "Devome" })).ok).toBe(true);
    const before = await journalled("own-words-said");
    expect((await correct({ publisher: "Devome" })).ok).toBe(true);
    const both = await Promise.all([correct({ publisher: "Autre" }, { version: 1 }), correct({ publisher: "Autre" }, { version: 1 })]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect((await journalled("own-words-said")) - before).toBe(1);
  });

  it("shows what a colleague said meanwhile, and writes nothing", async () => {
    await correct({ publisher: "Devome" });
    const late = await correct({ publisher: "Quelqu’un d’autre" });
    expect(late).toMatchObject({
      ok: false,
      error: { kind: "stale", current: { version: 1, saidByName: "Ivan Instructeur", words: { publisher: "Devome" } } },
    });
    expect((await softwareBySlug(db, "grr"))?.publisher).toBe("Devome");
    expect((await correct({ publisher: "Quelqu’un d’autre" }, { version: 1 })).ok).toBe(true);
  });

  it("leaves to the sources what is emptied, and forgets a product that we alone gave", async () => {
    await imported(db, "endoflife", { products: [aProduct({ product: "postgresql" })] });
    await correct({ publisher: "Devome", endoflife: "postgresql", licence: "MIT" });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ endoflife: "postgresql", licence: "MIT" });
    await correct({ publisher: "Devome" }, { version: 1 });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ endoflife: null, licence: "GPL-2.0-or-later", publisher: "Devome" });
  });

  it.each<[Partial<TypedWords>, string]>([
    [{}, "nothing-said"],
    [{ licence: "Gratuit" }, "no-licence"],
    [{ licence: "AGPL-3.0-or-latter" }, "unread-licence"],
    [{ categories: ["no-such-category"] }, "unknown-category"],
    [{ replaces: "Nulle Part" }, "unknown-software"],
    [{ replaces: "GRR" }, "replaces-itself"],
    [{ replaces: "Autre" }, "free-software"],
    [{ website: "javascript:alert(1)" }, "address"],
  ])("is refused in words when it is wrong: %j", async (typed, code) => {
    await imported(db, "cnll", { records: [aRecord({ name: "Autre", licences: ["MIT"] })] });
    expect((await correct({ publisher: "Devome" })).ok).toBe(true);
    expect(await correct(typed, { version: 1 })).toMatchObject({ ok: false, error: { kind: "wrong-words", issues: [{ code }] } });
  });

  it("keeps words of no known licence when asked, and then does not pretend to know", async () => {
    expect((await correct({ licence: "Licence de Valmontel", keepsLicence: true })).ok).toBe(true);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ free: null, licence: null, licenceSaid: "Licence de Valmontel" });
    await correct({ licence: "propriétaire" }, { version: 1 });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ free: false, licence: null });
  });

  it("is for those who correct the catalogue, and of what it knows", async () => {
    expect(await correct({ publisher: "X" }, { agent: ours.requester })).toMatchObject({ error: { kind: "not-allowed" } });
    expect(await correct({ publisher: "X" }, { slug: "nulle-part" })).toMatchObject({ error: { kind: "unknown-software" } });
    expect(await correct({ publisher: "X" }, { slug: "'; --" })).toMatchObject({ error: { kind: "unknown-software" } });
    expect((await correct({ publisher: "X" }, { agent: ours.administrator })).ok).toBe(true);
  });
});

describe("two authorities of one instance", () => {
  it("see the one that spoke last stand for all, and their own words on what they read", async () => {
    await correct({ licence: "MIT", name: "GRR de Valmontel" });
    clock.now = new Date("2026-03-05T10:00:00Z");
    await correct({ licence: "EUPL-1.2" }, { agent: theirs.reviewer });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "EUPL-1.2", name: "GRR de Valmontel" });
    expect(await asRead(ours)).toMatchObject({ licence: "MIT" });
    expect(await asRead(theirs)).toMatchObject({ licence: "EUPL-1.2", name: "GRR de Valmontel" });
    clock.now = new Date("2026-03-09T10:00:00Z");
    // Another field of ours: what we said of the licence is not said again, and keeps its day.
    await correct({ licence: "MIT", name: "GRR", publisher: "Devome" }, { version: 1 });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "EUPL-1.2", publisher: "Devome" });
  });

  it("do not see who said it, nor what was withdrawn", async () => {
    await correct({ licence: "MIT" });
    const rows = await readAuthority(db, theirs.id, (reader) => sql`select * from own_words`.execute(reader));
    expect(rows.rows).toEqual([]);
    const { record } = await db
      .selectFrom("sourceStatement")
      .select("record")
      .where("sourceId", "like", "authority-%")
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(record)).not.toMatch(new RegExp(`${ours.reviewer.id}|${ours.reviewer.name}`));
  });
});

describe("an address that is another software's", () => {
  it("is a doubt for a person to settle, and joins nothing", async () => {
    await imported(db, "comptoir", { records: [aRecord({ key: "7", name: "MRBS", repository: "https://github.com/meeting/mrbs" })] });
    const answer = await correct({ repository: "https://github.com/Meeting/MRBS.git" });
    expect(answer).toMatchObject({ ok: true, value: { doubts: ["mrbs"] } });
    expect(await pairs()).toEqual([["grr", "mrbs", "evidence-of-both"]]);
    expect(await softwareBySlug(db, "mrbs")).toMatchObject({ name: "MRBS" });
  });

  it("once people say that the two are one, is still ours to say otherwise, and to withdraw", async () => {
    await imported(db, "comptoir", { records: [aRecord({ key: "7", name: "GRR", website: "https://autre.example" })] });
    await correct({ publisher: "Devome" }, { slug: "grr-2" });
    expect((await decidePair(deps, ours.reviewer, { a: "grr", b: "grr-2", verdict: "same", whole: null })).ok).toBe(true);
    const standing = (await db.selectFrom("software").select("slug").where("mergedInto", "is", null).executeTakeFirstOrThrow()).slug;
    expect(await softwareBySlug(db, standing)).toMatchObject({ publisher: "Devome" });
    expect((await correct({ publisher: "Autre" }, { slug: "grr", version: 1 })).ok).toBe(true);
    expect(await softwareBySlug(db, standing)).toMatchObject({ publisher: "Autre" });
    expect((await withdraw("grr-2", 2)).ok).toBe(true);
    expect(await softwareBySlug(db, standing)).toMatchObject({ publisher: null });
  });
});

describe("adding a software", () => {
  const AGORA = { name: "Agora Citoyenne", licence: "AGPL-3.0-or-later", terms: "budget participatif", website: "https://agora.example" };

  it("puts it in the catalogue, found by its business word, under our name", async () => {
    expect(await add(AGORA)).toEqual({ ok: true, value: { slug: "agora-citoyenne", doubts: [] } });
    expect((await searchSoftware(db, { text: "budget participatif", limit: 5 })).results[0]).toMatchObject({
      slug: "agora-citoyenne",
      free: true,
    });
  });

  it("posted twice, or ten times together, is one", async () => {
    const id = newId<string>();
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(AGORA, { id })));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { slug: "agora-citoyenne", doubts: [] } })));
    expect(await db.selectFrom("software").select("slug").where("name", "=", "Agora Citoyenne").execute()).toHaveLength(1);
  });

  it("asks first about what it may be already: the same repository, the same name, a name alike", async () => {
    await imported(db, "comptoir", { records: [aRecord({ key: "7", name: "MRBS", repository: "https://github.com/meeting/mrbs" })] });
    const asked = await add({ name: "Grr", repository: "https://github.com/meeting/mrbs" });
    expect(asked).toMatchObject({
      ok: false,
      error: {
        kind: "looks-like",
        found: [
          { slug: "mrbs", by: "repository" },
          { slug: "grr", by: "name" },
        ],
      },
    });
    expect(await add({ name: "GR" })).toMatchObject({ error: { found: [{ slug: "grr", by: null }] } });
    expect(await db.selectFrom("ownWords").select("id").execute()).toEqual([]);
  });

  it("that is said to be another is another, and the likeness waits for a person", async () => {
    expect(await add({ name: "GRR" }, { isAnother: true })).toEqual({ ok: true, value: { slug: "grr-2", doubts: ["grr"] } });
    expect(await pairs()).toEqual([["grr", "grr-2", "same-name"]]);
  });

  it("is joined by what a source says of it later, and our words stay on top", async () => {
    await add(AGORA);
    const records = [
      aRecord({ key: "77", name: "Agora Citoyenne", website: "https://www.agora.example/", licences: ["MIT"], descriptionFr: "Voter." }),
    ];
    expect((await imported(db, "comptoir", { records })).report).toMatchObject({ joined: 1, created: 0 });
    expect(await softwareBySlug(db, "agora-citoyenne")).toMatchObject({ licence: "AGPL-3.0-or-later", description: { fr: "Voter." } });
  });

  it("asks for a name, and never takes the address of a page of ours", async () => {
    expect(await add({ licence: "MIT" })).toMatchObject({
      error: { kind: "wrong-words", issues: [{ field: "name", code: "name-needed" }] },
    });
    expect(await add({ name: "Nos corrections" })).toMatchObject({ ok: true, value: { slug: "nos-corrections-2" } });
    expect(await add({ name: "Sans nom", licence: "Gratuit" })).toMatchObject({ error: { issues: [{ code: "no-licence" }] } });
  });
});

describe("withdrawing our words", () => {
  it("lets the sources stand again, and they can be said again", async () => {
    await correct({ licence: "MIT", terms: "gymnase" });
    expect(await withdraw()).toEqual({ ok: true, value: { slug: "grr", gone: false } });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "GPL-2.0-or-later", terms: ["salles"] });
    expect((await searchSoftware(db, { text: "gymnase", limit: 5 })).total).toBe(0);
    expect(await asRead(ours)).toMatchObject({ licence: "GPL-2.0-or-later" });
    expect((await withdraw()).ok).toBe(true);
    expect((await correct({ licence: "MIT" }, { version: 2 })).ok).toBe(true);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "MIT" });
  });

  it("of what was read before a colleague changed it is refused", async () => {
    await correct({ licence: "MIT" });
    await correct({ licence: "EUPL-1.2" }, { version: 1 });
    expect(await withdraw("grr", 1)).toEqual({ ok: false, error: { kind: "stale" } });
    expect(await withdraw("nulle-part")).toEqual({ ok: false, error: { kind: "unknown-software" } });
  });

  it("takes what we alone spoke of out of the catalogue, and brings it back when it is said again", async () => {
    await add({ name: "Agora", terms: "vote" });
    expect(await withdraw("agora")).toEqual({ ok: true, value: { slug: "agora", gone: true } });
    expect(await softwareBySlug(db, "agora")).toBeUndefined();
    expect((await searchSoftware(db, { text: "vote", limit: 5 })).total).toBe(0);
    expect(await correct({ name: "Agora", terms: "vote" }, { slug: "agora", version: 2 })).toMatchObject({
      ok: true,
      value: { slug: "agora" },
    });
    expect((await searchSoftware(db, { text: "vote", limit: 5 })).results.map(({ slug }) => slug)).toEqual(["agora"]);
  });

  it("leaves in the catalogue what somebody follows, though nobody speaks of it any more", async () => {
    await add({ name: "Agora" });
    await sql`insert into software_follow (authority_id, person_id, slug, followed_at) values (${theirs.id}, ${theirs.reviewer.id}, 'agora', ${clock.now})`.execute(
      db,
    );
    expect(await withdraw("agora")).toEqual({ ok: true, value: { slug: "agora", gone: false } });
    expect(await softwareBySlug(db, "agora")).toMatchObject({ name: "Agora" });
  });
});

it("an authority of a very long name is a source all the same", async () => {
  const long = await anAuthority(deps, { name: "Communauté", slug: "a".repeat(80) });
  expect((await correct({ publisher: "X" }, { agent: long.reviewer })).ok).toBe(true);
  await ensureSource(db, { id: "sill", format: "sill", name: "SILL" });
  expect(await softwareBySlug(db, "grr")).toMatchObject({ publisher: "X", provenance: { publisher: `authority-${long.id}` } });
});
