import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { searchSoftware, softwareBySlug } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { sourceById } from "../db/sources.ts";
import { statementsOf } from "../db/statements.ts";
import { aReading, aRecord, imported, wholeCatalogue } from "../testing.ts";
import { importReading } from "./import-reading.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const { db } = await testDatabase();

beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word,
            function_software, catalogue_import, catalogue_import_line, catalogue_load cascade`.execute(db);
});

const GRR = aRecord({
  key: "12",
  name: "GRR",
  licences: ["GPL-2.0-or-later"],
  descriptionFr: "Réservation de salles.",
  repository: "https://github.com/JeromeDevome/GRR",
});
const pairs = async (): Promise<readonly unknown[]> =>
  db.selectFrom("softwarePair").select(["slugA", "slugB", "reason", "verdict"]).orderBy("slugA").orderBy("slugB").execute();
const changes = async (): Promise<readonly unknown[]> =>
  db.selectFrom("softwareChange").select(["slug", "field", "before", "after"]).orderBy("id").execute();
const slugs = async (): Promise<readonly string[]> =>
  (await db.selectFrom("software").select("slug").orderBy("slug").execute()).map(({ slug }) => slug);

describe("importing what a source says", () => {
  it("creates software that nobody spoke of, and finds it at once", async () => {
    const { report, lines } = await imported(db, "sill", { records: [GRR] });
    expect(report).toMatchObject({
      state: "done",
      created: 1,
      joined: 0,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      done: 1,
      total: 1,
      failure: null,
    });
    expect(lines).toEqual([{ outcome: "created", key: "12", name: "GRR", slug: "grr", detail: null }]);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ name: "GRR", free: true, licence: "GPL-2.0-or-later", licenceSaid: null });
    expect((await searchSoftware(db, { text: "réservation de salles", limit: 5 })).results.map(({ slug }) => slug)).toEqual(["grr"]);
    expect(await changes()).toEqual([]);
  });

  it("joins what another source says of the same software, and says by which evidence", async () => {
    await imported(db, "sill", { records: [GRR] });
    const record = aRecord({
      key: "77",
      name: "G.R.R. (réservation)",
      repository: "https://github.com/jeromedevome/grr.git",
      wikidata: "Q9",
    });
    const { report, lines } = await imported(db, "comptoir", { records: [record] });
    expect(report).toMatchObject({ created: 0, joined: 1 });
    expect(lines).toEqual([
      { outcome: "joined", key: "77", name: "G.R.R. (réservation)", slug: "grr", detail: "repository github.com/jeromedevome/grr" },
    ]);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ name: "GRR", wikidata: "Q9", licence: "GPL-2.0-or-later" });
    expect((await statementsOf(db, ["grr"])).map(({ sourceId }) => sourceId).sort()).toEqual(["comptoir", "sill"]);
    expect([await slugs(), await pairs()]).toEqual([["grr"], []]);
  });

  it("brings up to date what is said otherwise, and notes that a licence changed", async () => {
    await imported(db, "sill", { records: [GRR] });
    const { report, lines } = await imported(db, "sill", {
      records: [{ ...GRR, licences: ["BUSL-1.1"], descriptionFr: "Prêt de matériel." }],
    });
    expect([report.updated, lines]).toEqual([1, [{ outcome: "updated", key: "12", name: "GRR", slug: "grr", detail: null }]]);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ free: false, licence: "BUSL-1.1", description: { fr: "Prêt de matériel." } });
    expect(await changes()).toEqual([{ slug: "grr", field: "licence", before: "GPL-2.0-or-later", after: "BUSL-1.1" }]);
    const found = async (text: string): Promise<number> => (await searchSoftware(db, { text, limit: 5 })).total;
    expect([await found("prêt de matériel"), await found("réservation de salles")]).toEqual([1, 0]);
  });

  it("notes no change where a source speaks of it for the first time, however it is believed; then notes what that source changes", async () => {
    await imported(db, "sill", { records: [{ ...GRR, licences: ["MIT"] }] });
    const written = { ...GRR, key: "https://github.com/jeromedevome/grr", licences: ["GPL-2.0-or-later"], archived: true };
    await imported(db, "publiccode", { records: [written] });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "GPL-2.0-or-later", archived: true });
    expect(await changes()).toEqual([]);
    await imported(db, "publiccode", { records: [{ ...written, licences: ["EUPL-1.2"] }] });
    expect(await changes()).toEqual([{ slug: "grr", field: "licence", before: "GPL-2.0-or-later", after: "EUPL-1.2" }]);
    // Nothing was said of its licence any more by the source believed most: what the other said all along stands, and that is a change.
    await imported(db, "publiccode", { records: [{ ...written, licences: [] }] });
    expect((await changes()).at(-1)).toEqual({ slug: "grr", field: "licence", before: "EUPL-1.2", after: "MIT" });
    // What the source believed less says now changes nothing of what stands, while the other speaks.
    await imported(db, "publiccode", { records: [written] });
    const before = (await changes()).length;
    await imported(db, "sill", { records: [{ ...GRR, licences: ["BUSL-1.1"] }] });
    expect(await changes()).toHaveLength(before);
  });

  it("notes that a software is no longer maintained, and only what changed", async () => {
    await imported(db, "awesome-selfhosted", { records: [GRR] });
    await imported(db, "awesome-selfhosted", { records: [{ ...GRR, descriptionFr: "Autre." }] });
    expect(await changes()).toEqual([]);
    await imported(db, "awesome-selfhosted", { records: [{ ...GRR, archived: true }] });
    expect(await changes()).toEqual([{ slug: "grr", field: "archived", before: "false", after: "true" }]);
  });

  it("changes nothing when the same is said again, but the day on which it was last said", async () => {
    const reading = {
      records: [GRR, aRecord({ name: "GRR", key: "13" }), aRecord({ name: "Nuxeo", licences: ["GPL"] })],
      skipped: [{ where: "4", name: null, reason: { kind: "no-name" } as const }],
    };
    await imported(db, "sill", reading, new Date("2026-01-05T08:00:00Z"));
    const before = await wholeCatalogue(db);
    expect(before.software_pair).toHaveLength(1);
    const { report, lines } = await imported(db, "sill", reading, new Date("2026-02-05T08:00:00Z"));
    expect(report).toMatchObject({ state: "done", created: 0, joined: 0, updated: 0, unchanged: 3, skipped: 1, done: 4, total: 4 });
    expect(lines.map(({ outcome, slug }) => [outcome, slug])).toEqual([
      ["skipped", null],
      ["unchanged", "grr"],
      ["unchanged", "grr-2"],
      ["unchanged", "nuxeo"],
    ]);
    expect(await wholeCatalogue(db)).toEqual(before);
    const rows = await db.selectFrom("sourceStatement").select(["saidAt", "seenAt"]).distinct().execute();
    expect(rows).toEqual([{ saidAt: new Date("2026-01-05T08:00:00Z"), seenAt: new Date("2026-02-05T08:00:00Z") }]);
    expect((await sourceById(db, "sill"))?.fetchedAt).toEqual(new Date("2026-02-05T08:00:00Z"));
  });

  it("says what it left out, and what it left out of a record", async () => {
    const { report, lines } = await imported(db, "sill", {
      records: [GRR],
      skipped: [
        { where: "3", name: "MongoDB", reason: { kind: "retired" } },
        { where: "a.yml", name: null, reason: { kind: "unreadable", detail: "timeout" } },
      ],
      warnings: [
        { where: "1", key: "12", name: "GRR", field: "website", problem: "not-an-address" },
        { where: "1", key: "12", name: "GRR", field: "l", problem: "too-long" },
      ],
    });
    expect(report).toMatchObject({ created: 1, skipped: 2, done: 3, total: 3 });
    expect(lines).toEqual([
      { outcome: "skipped", key: null, name: "MongoDB", slug: null, detail: "3: retired" },
      { outcome: "skipped", key: null, name: null, slug: null, detail: "a.yml: unreadable: timeout" },
      { outcome: "created", key: "12", name: "GRR", slug: "grr", detail: "website: not-an-address; l: too-long" },
    ]);
  });

  it("says of each of two records of one name what was left out of it alone", async () => {
    const { lines } = await imported(db, "sill", {
      records: [GRR, aRecord({ key: "13", name: "GRR" })],
      warnings: [
        { where: "1", key: "12", name: "GRR", field: "l", problem: "too-long" },
        { where: "2", key: "13", name: "GRR", field: "website", problem: "not-an-address" },
      ],
    });
    expect(lines.map(({ key, detail }) => [key, detail])).toEqual([
      ["12", "l: too-long"],
      ["13", "website: not-an-address"],
    ]);
  });

  it("keeps what a source no longer mentions", async () => {
    await imported(db, "sill", { records: [GRR, aRecord({ name: "Nuxeo" })] });
    await imported(db, "sill", { records: [aRecord({ name: "Publik" })] });
    expect(await slugs()).toEqual(["grr", "nuxeo", "publik"]);
    expect(await softwareBySlug(db, "grr")).toMatchObject({ licence: "GPL-2.0-or-later" });
    expect(await changes()).toEqual([]);
  });

  it("holds apart two software that share a name, and queues them for a person", async () => {
    await imported(db, "sill", { records: [GRR] });
    const { lines } = await imported(db, "comptoir", {
      records: [
        aRecord({ key: "5", name: "grr", repository: "https://gitlab.com/other/grr" }),
        aRecord({ key: "6", name: "GRR 4", repository: "https://gitlab.com/third/grr" }),
      ],
    });
    expect(lines.map(({ outcome, slug }) => [outcome, slug])).toEqual([
      ["created", "grr-2"],
      ["created", "grr-4"],
    ]);
    const doubt = (slugA: string, slugB: string): unknown => ({ slugA, slugB, reason: "same-name", verdict: null });
    expect(await pairs()).toEqual([doubt("grr", "grr-2"), doubt("grr", "grr-4"), doubt("grr-2", "grr-4")]);
    expect((await softwareBySlug(db, "grr"))?.name).toBe("GRR");
  });

  it("queues two software of which one record gives the evidence of both", async () => {
    await imported(db, "sill", { records: [GRR, aRecord({ key: "3", name: "MRBS", wikidata: "Q3" })] });
    const { lines } = await imported(db, "comptoir", {
      records: [aRecord({ name: "Salles", wikidata: "Q3", repository: GRR.repository })],
    });
    expect(lines[0]).toMatchObject({ outcome: "joined", slug: "mrbs", detail: "wikidata Q3" });
    expect(await pairs()).toEqual([{ slugA: "grr", slugB: "mrbs", reason: "evidence-of-both", verdict: null }]);
  });

  it("leaves a record where it is when its evidence comes to speak of another software, and queues both", async () => {
    await imported(db, "sill", { records: [GRR, aRecord({ key: "3", name: "MRBS", repository: "https://github.com/x/mrbs" })] });
    const { lines } = await imported(db, "sill", { records: [{ ...GRR, repository: "https://github.com/x/mrbs" }] });
    expect(lines[0]).toMatchObject({ outcome: "updated", slug: "grr" });
    expect(await pairs()).toEqual([{ slugA: "grr", slugB: "mrbs", reason: "evidence-of-both", verdict: null }]);
  });

  it("does not ask again what a person settled", async () => {
    await imported(db, "sill", { records: [GRR, aRecord({ key: "13", name: "GRR" })] });
    await sql`update software_pair set verdict = 'different', decided_at = now(), decided_by = 'x'`.execute(db);
    await imported(db, "sill", { records: [{ ...GRR, aliases: ["Salles"] }, aRecord({ key: "13", name: "GRR", aliases: ["Prêts"] })] });
    expect(await pairs()).toEqual([{ slugA: "grr", slugB: "grr-2", reason: "same-name", verdict: "different" }]);
  });

  it("joins two records of one reading on their evidence, and none on what many of them share", async () => {
    const monorepo = "https://github.com/etalab/suite";
    await imported(db, "comptoir", { records: [aRecord({ name: "Alone", repository: monorepo })] });
    const { lines } = await imported(db, "sill", {
      records: [aRecord({ name: "Docs", repository: monorepo, wikidata: "Q5" }), aRecord({ name: "Meet", repository: monorepo })],
    });
    expect(lines.map(({ outcome, slug }) => [outcome, slug])).toEqual([
      ["created", "docs"],
      ["created", "meet"],
    ]);
    const { lines: alone } = await imported(db, "awesome-selfhosted", { records: [aRecord({ name: "Other", wikidata: "Q5" })] });
    expect(alone[0]).toMatchObject({ outcome: "joined", slug: "docs", detail: "wikidata Q5" });
  });

  it("keeps what was said of a licence that tells nothing", async () => {
    await imported(db, "sill", { records: [aRecord({ name: "A", licences: ["GPL"] }), aRecord({ name: "B", licences: ["Gratuit"] })] });
    expect(await softwareBySlug(db, "a")).toMatchObject({ free: null, licence: null, licenceSaid: "GPL" });
    expect(await softwareBySlug(db, "b")).toMatchObject({ free: null, licence: null, licenceSaid: "Gratuit" });
  });

  it("is asked for once: the same identifier again does nothing", async () => {
    await imported(db, "sill", { records: [] });
    const once = { id: newId<string>(), source: { id: "sill", format: "sill" }, reading: aReading({ records: [GRR] }), askedBy: null };
    const deps = { db, now: () => new Date() };
    expect([await importReading(deps, once), await importReading(deps, once)]).toEqual(["done", undefined]);
    expect((await db.selectFrom("catalogueImportLine").selectAll().where("importId", "=", once.id).execute()).length).toBe(1);
  });
});

describe("our own files among the sources", () => {
  const file = `name: GRR
description: { fr: Réservation de salles., en: Booking of rooms. }
categories: [event-management]
terms: [réservation de salles, prêt de matériel, planning]
licence: GPL-2.0-or-later
platforms: [web]
repository: https://github.com/JeromeDevome/GRR
`;
  const theirs = aRecord({
    key: "https://github.com/jeromedevome/grr",
    name: "Gestion de Réservation de Ressources",
    licences: ["AGPL-3.0-or-later"],
    descriptionFr: "Leur description.",
    repository: "https://github.com/JeromeDevome/GRR.git",
  });

  function aFolder(): string {
    const root = mkdtempSync(join(tmpdir(), "beffroi-catalogue-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    cpSync("data/vocabularies", join(root, "vocabularies"), { recursive: true });
    mkdirSync(join(root, "catalogue"));
    writeFileSync(join(root, "catalogue", "grr.yml"), file);
    return join(root, "catalogue");
  }

  const expected = {
    name: "GRR",
    aliases: ["Gestion de Réservation de Ressources"],
    licence: "AGPL-3.0-or-later",
    description: { fr: "Réservation de salles.", en: "Booking of rooms." },
    provenance: { name: "starter", licence: "publiccode", descriptionFr: "starter" },
  };

  it("prevail for the name, as the authors' own file does for the licence", async () => {
    await loadCatalogue(db, aFolder());
    expect((await imported(db, "publiccode", { records: [theirs] })).lines[0]).toMatchObject({ outcome: "joined", slug: "grr" });
    expect(await softwareBySlug(db, "grr")).toMatchObject(expected);
  });

  it("prevail as well when they come after", async () => {
    await imported(db, "publiccode", { records: [theirs] });
    await loadCatalogue(db, aFolder());
    expect(await slugs()).toEqual(["gestion-de-reservation-de-ressources"]);
    expect(await softwareBySlug(db, "gestion-de-reservation-de-ressources")).toMatchObject(expected);
  });
});
