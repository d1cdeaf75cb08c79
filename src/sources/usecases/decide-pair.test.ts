import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { searchSoftware, softwareBySlug } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { currentMerges } from "../db/merges.ts";
import { pairCounts, pairsOf } from "../db/pair-queue.ts";
import { ensureSource } from "../db/sources.ts";
import { bareRecord } from "../domain/readers/entries.ts";
import type { SourceRecord } from "../domain/source-record.ts";
import { decidePair, type PairDecision } from "./decide-pair.ts";
import { importReading } from "./import-reading.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
});
beforeEach(async () => {
  await sql`truncate software_pair, software_identity, source_statement, catalogue_import, catalogue_source, software_word cascade`.execute(
    db,
  );
  await sql`delete from software`.execute(db);
});

async function says(source: string, ...records: readonly (Partial<SourceRecord> & { readonly key: string; readonly name: string })[]) {
  await ensureSource(db, { id: source, format: source, name: source.toUpperCase() });
  const reading = {
    records: records.map((record) => ({ ...bareRecord(record.key, record.name), ...record })),
    products: [],
    skipped: [],
    warnings: [],
  };
  await importReading(deps, { id: newId<string>(), source: { id: source, format: source }, reading, askedBy: null });
}

const decide = (decision: Partial<PairDecision> & Pick<PairDecision, "verdict">, agent = ours.reviewer) =>
  decidePair(deps, agent, { a: "grr", b: "grr-2", whole: null, ...decision });
const merges = async () => Object.fromEntries(await currentMerges(db));

/** Three records of one name, from three sources: three software, and doubts. */
async function threeNamesakes(): Promise<void> {
  await says("sill", { key: "1", name: "GRR", licences: ["GPL-2.0-or-later"], descriptionFr: "Réservation de salles." });
  await says("comptoir", { key: "7", name: "GRR", website: "https://grr.example.org", descriptionFr: "Prêt de matériel." });
  await says("cnll", { key: "x", name: "GRR" });
}

describe("two software that are the same", () => {
  it("are one from then on: facts of both, one in the search, none lost", async () => {
    await threeNamesakes();
    expect((await decide({ verdict: "same" })).ok).toBe(true);
    expect(await merges()).toEqual({ "grr-2": "grr" });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "GPL-2.0-or-later", website: "https://grr.example.org" });
    expect((await searchSoftware(db, { text: "grr", limit: 9 })).results.map(({ slug }) => slug).sort()).toEqual(["grr", "grr-3"]);
  });

  it("are two again once the decision is taken back", async () => {
    await threeNamesakes();
    await decide({ verdict: "same" });
    expect((await softwareBySlug(db, "grr"))?.website).toBe("https://grr.example.org");
    expect((await decide({ verdict: null })).ok).toBe(true);
    expect(await merges()).toEqual({});
    expect(await softwareBySlug(db, "grr")).toMatchObject({ website: null });
    expect(await softwareBySlug(db, "grr-2")).toMatchObject({ website: "https://grr.example.org" });
    expect((await searchSoftware(db, { text: "grr", limit: 9 })).results).toHaveLength(3);
    expect(await pairCounts(db)).toEqual({ waiting: 3, decided: 0 });
  });

  it("stand in one line, however the verdicts chain, and the pair that follows from them waits no more", async () => {
    await threeNamesakes();
    await decide({ a: "grr-2", b: "grr-3", verdict: "same" });
    await decide({ verdict: "same" });
    expect(await merges()).toEqual({ "grr-2": "grr", "grr-3": "grr" });
    expect(await pairCounts(db)).toEqual({ waiting: 0, decided: 2 });
    await decide({ verdict: null });
    expect(await merges()).toEqual({ "grr-3": "grr-2" });
  });

  it("keep the address of our own files, else of which most is said", async () => {
    await threeNamesakes();
    await ensureSource(db, { id: "starter", format: "starter", name: "Beffroi" });
    await sql`insert into source_statement select 'starter', 'grr-3', slug, record, fingerprint, said_at, seen_at from source_statement where slug = 'grr-3' limit 1`.execute(
      db,
    );
    await decide({ b: "grr-3", verdict: "same" });
    expect(await merges()).toEqual({ grr: "grr-3" });
  });
});

describe("a decision", () => {
  it("is taken once, were it sent ten times together, and journalled once", async () => {
    await threeNamesakes();
    const entries = async () =>
      (
        await db
          .selectFrom("journalEntry")
          .select("id")
          .where("what", "=", "software-pair-decided")
          .where("authorityId", "=", ours.id)
          .execute()
      ).length;
    const before = await entries();
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide({ verdict: "same" })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await entries()) - before).toBe(1);
    expect(await merges()).toEqual({ "grr-2": "grr" });
  });

  it("settles opposite pairs together without a knot", async () => {
    await threeNamesakes();
    await Promise.all([
      decide({ verdict: "same" }),
      decide({ a: "grr-2", b: "grr-3", verdict: "same" }),
      decide({ a: "grr", b: "grr-3", verdict: "same" }),
    ]);
    expect(await merges()).toEqual({ "grr-2": "grr", "grr-3": "grr" });
  });

  it("does not overrule another: that one is taken back first", async () => {
    await threeNamesakes();
    await decide({ verdict: "different" });
    expect(await decide({ verdict: "same" })).toEqual({ ok: false, error: { kind: "decided-otherwise" } });
    expect(await merges()).toEqual({});
    await decide({ verdict: null });
    expect((await decide({ verdict: "same" })).ok).toBe(true);
  });

  it("says which holds which, where one is part of the other", async () => {
    await threeNamesakes();
    for (const whole of [null, "grr-3", "nobody"])
      expect(await decide({ verdict: "part", whole })).toMatchObject({ error: { kind: "no-whole" } });
    expect((await decide({ verdict: "part", whole: "grr-2" })).ok).toBe(true);
    expect((await pairsOf(db, { decided: true, limit: 9, offset: 0 })).map(({ verdict, whole }) => [verdict, whole])).toEqual([
      ["part", "grr-2"],
    ]);
    expect(await merges()).toEqual({});
  });

  it("is for those who correct the catalogue, and about a pair that is there", async () => {
    await threeNamesakes();
    expect(await decide({ verdict: "same" }, ours.requester)).toMatchObject({ error: { kind: "not-allowed" } });
    expect(await decide({ a: "grr", b: "nobody", verdict: "same" })).toMatchObject({ error: { kind: "unknown-pair" } });
    expect((await decide({ verdict: "same" })).ok).toBe(true);
  });
});
