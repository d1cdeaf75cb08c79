import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import type { SourceFormat } from "../domain/source-record.ts";
import type { Fetch } from "./gather-files.ts";
import { importPlace, type PlaceImport, type PlaceRefusal } from "./import-place.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-01-05T08:00:00Z") };

beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word,
            function_software, catalogue_import, catalogue_import_line, catalogue_source cascade`.execute(db);
});

function aFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-place-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function placed(format: SourceFormat, content: string | Uint8Array): Promise<PlaceImport> {
  const result = await importPlace(deps, { format, place: aFile("file", content), askedBy: null });
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function refusalOf(format: SourceFormat, content: string | Uint8Array): Promise<PlaceRefusal | undefined> {
  const result = await importPlace(deps, { format, place: aFile("file", content), askedBy: null });
  return result.ok ? undefined : result.error;
}

const named = ({ lines }: PlaceImport): readonly unknown[] => lines.map(({ outcome, name }) => [outcome, name]);
const problems = (place: PlaceImport): readonly unknown[] => place.problems.map(({ problem }) => problem);
const count = async (): Promise<number> => (await db.selectFrom("software").select("slug").execute()).length;
const SILL = [
  { id: 1, i: "GRR", l: "GPL-2.0-or-later", "fr-desc": "Réservation de salles." },
  { id: 2, i: "Élections", l: "MIT" },
];

describe("importing a place", () => {
  it("gives the report line by line, and changes nothing the second time", async () => {
    const first = await placed("sill", JSON.stringify(SILL));
    expect(first.report).toMatchObject({ sourceId: "sill", state: "done", created: 2, askedBy: null });
    expect(named(first)).toEqual([
      ["created", "GRR"],
      ["created", "Élections"],
    ]);
    expect((await placed("sill", JSON.stringify(SILL))).report).toMatchObject({ state: "done", created: 0, unchanged: 2 });
  });

  it("is refused where there is no file, and leaves no import behind", async () => {
    const result = await importPlace(deps, { format: "sill", place: "/nowhere/sill.json", askedBy: null });
    expect(result).toEqual({ ok: false, error: { kind: "no-such-file", place: "/nowhere/sill.json" } });
    expect(await db.selectFrom("catalogueImport").selectAll().execute()).toEqual([]);
  });

  it("says of the addresses of a list which were missed, and imports the others", async () => {
    const yaml = Buffer.from("publiccodeYmlVersion: '0.4'\nname: GRR\nurl: https://github.com/x/grr\nlegal: { license: MIT }\n");
    const fetch: Fetch = async (url) =>
      url.endsWith("grr.yml")
        ? { kind: "fetched", bytes: yaml, etag: null, lastModified: null, contentType: null, finalUrl: url }
        : { kind: "failed", reason: "timeout", retryable: true };
    const place = aFile("list.txt", "https://a.example/grr.yml\nhttps://b.example/x.yml\n");
    const result = await importPlace({ ...deps, fetch }, { format: "publiccode", place, askedBy: null });
    expect(result).toMatchObject({ ok: true, value: { report: { state: "done", created: 1, skipped: 1 } } });
    const details = result.ok ? result.value.lines.map(({ name, detail }) => [name, detail]) : [];
    expect(details).toContainEqual([null, "https://b.example/x.yml: unreadable: timeout"]);
  });
});

describe("importing what was spoilt, or meant to harm", () => {
  it("keeps the records before the place where a file is cut", async () => {
    const place = await placed("sill", JSON.stringify(SILL).slice(0, -20));
    expect(named(place)).toEqual([["created", "GRR"]]);
    expect(problems(place)).toMatchObject([{ kind: "truncated", kept: 1 }]);
  });

  it("reads what another encoding wrote, and says so", async () => {
    const place = await placed("sill", Buffer.from(JSON.stringify(SILL), "latin1"));
    expect(problems(place)).toEqual([{ kind: "encoding", encoding: "windows-1252" }]);
    expect(await softwareBySlug(db, "elections")).toMatchObject({ name: "Élections" });
    expect(await softwareBySlug(db, "grr")).toMatchObject({ description: { fr: "Réservation de salles." } });
  });

  it("reads past the mark of UTF-8 without a word", async () => {
    const place = await placed("sill", `\uFEFF${JSON.stringify(SILL)}`);
    expect([place.report.created, place.problems]).toEqual([2, []]);
  });

  it("leaves out null characters, raw or escaped, that the database would not take", async () => {
    const raw = await placed("sill", JSON.stringify([{ id: 1, i: "GRR" }]).replace("GRR", "G\u0000RR"));
    expect(named(raw)).toEqual([["created", "GRR"]]);
    expect(problems(raw)).toEqual([{ kind: "control-characters", count: 1 }]);
    const everywhere = "a\u0000\u0007b\uD800";
    const entry = {
      id: everywhere,
      i: `M${everywhere}`,
      l: everywhere,
      website: everywhere,
      f: [everywhere],
      "fr-desc": everywhere,
      si: everywhere,
    };
    expect((await placed("sill", JSON.stringify([entry]))).report).toMatchObject({ state: "done", created: 1 });
    expect(await db.selectFrom("software").select("name").orderBy("slug").execute()).toEqual([{ name: "GRR" }, { name: "Mab" }]);
  });

  it.each<[string, SourceFormat, string]>([
    ["deep nesting in JSON", "sill", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["deep nesting in YAML", "publiccode", `a: ${"[".repeat(10_000)}`],
    ["a bomb of references", "publiccode", `a: &a [1,2]\nb: &b [*a,*a]\nname: *b\n`],
    ["an empty file", "sill", ""],
    ["spaces", "sill", " \n\t "],
    ["a page of a web site", "sill", "<!doctype html><title>404</title>"],
  ])("refuses %s, says why, and imports nothing", async (_, format, content) => {
    expect(await refusalOf(format, content)).toMatchObject({
      kind: "nothing-readable",
      problems: [{ problem: { kind: expect.any(String) } }],
    });
    expect(await count()).toBe(0);
    expect(await db.selectFrom("catalogueImport").selectAll().execute()).toEqual([]);
  });

  it("takes a publiccode.yml whose description is null, whose lists are texts and whose texts are lists", async () => {
    const place = await placed(
      "publiccode",
      `publiccodeYmlVersion: 0.4
name: [GRR, Salles]
url: { a: 1 }
description: null
categories: event-management
platforms: 12
legal: [MIT]
maintenance: { contractors: nobody }
usedBy: { name: [x] }
`,
    );
    expect(named(place)).toEqual([["created", "GRR"]]);
    expect(place.lines[0]?.detail).toContain("description: no-known-language");
    expect(await softwareBySlug(db, "grr")).toMatchObject({
      description: { fr: "", en: "" },
      categories: ["event-management"],
      free: null,
    });
  });

  it("takes lists, numbers, objects and nulls where texts are expected, and skips what has no name", async () => {
    const odd = [[], {}, 12, true, null, "text", [["x"]], { a: { b: 1 } }];
    const keys = ["id", "name", "licence", "url", "keywords", "users", "providers", "external_resources"];
    const entries = odd.flatMap((value, index) => [
      { name: `Logiciel ${"abcdefgh"[index]}`, ...Object.fromEntries(keys.slice(2).map((key) => [key, value])) },
      { name: value, licence: [] },
    ]);
    const { report, lines } = await placed("comptoir", JSON.stringify({ softwares: [...entries, ...odd] }));
    expect(report).toMatchObject({ state: "done", failure: null, done: lines.length, total: lines.length });
    expect(lines.filter(({ outcome, name }) => outcome === "created" && name?.startsWith("Logiciel "))).toHaveLength(odd.length);
    expect(report.created + report.skipped).toBe(odd.length * 3);
    expect(report.skipped).toBeGreaterThanOrEqual(odd.length);
  });

  it("keeps markup and orders of databases in names as the text that they are", async () => {
    const names = [
      "<script>alert(1)</script>",
      "'; drop table software; --",
      "{{7*7}}",
      "=cmd|' /C calc'!A0",
      "../../etc/passwd",
      "__proto__",
    ];
    const place = await placed(
      "sill",
      JSON.stringify(names.map((name, index) => ({ id: index + 1, i: name, "fr-desc": name, website: name }))),
    );
    expect(named(place)).toEqual(names.map((name) => ["created", name]));
    const kept = await db.selectFrom("software").select(["slug", "name", "website"]).execute();
    expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(names));
    expect(kept.every(({ slug, website }) => /^[a-z0-9-]+$/.test(slug) && website === null)).toBe(true);
  });

  it("cuts what is too long, and skips what is too long to be a name", async () => {
    const long = "très long ".repeat(100);
    const entries = [
      { id: 1, i: "x".repeat(150) },
      { id: 2, i: long },
      { id: 3, i: "GRR", "fr-desc": long, l: long, f: long },
    ];
    const place = await placed("sill", JSON.stringify(entries));
    expect(place.lines.map(({ outcome }) => outcome).sort()).toEqual(["created", "created", "skipped"]);
    expect((await softwareBySlug(db, "grr"))?.description.fr.length).toBeLessThanOrEqual(500);
  });

  it("does not guess from « GPL » or « Gratuit » whether software is free, and keeps what was said", async () => {
    await placed(
      "sill",
      JSON.stringify([
        { id: 1, i: "A", l: "GPL" },
        { id: 2, i: "B", l: "Gratuit" },
        { id: 3, i: "C", l: "GPL-3.0-only" },
      ]),
    );
    expect(await softwareBySlug(db, "a")).toMatchObject({ free: null, licence: null, licenceSaid: "GPL" });
    expect(await softwareBySlug(db, "b")).toMatchObject({ free: null, licence: null, licenceSaid: "Gratuit" });
    expect(await softwareBySlug(db, "c")).toMatchObject({ free: true, licence: "GPL-3.0-only", licenceSaid: null });
  });
});
