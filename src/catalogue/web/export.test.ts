import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { Hono } from "hono";
import parseSpdx from "spdx-expression-parse";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { agentOf } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { openRoutes } from "#src/platform/http/routes.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";
import type { Software } from "../domain/software.ts";
import { publiccodeOf, publiccodeStream } from "../publiccode.ts";
import { givenSoftware } from "../testing.ts";
import { exportedListSchema } from "./export-json.ts";
import { catalogueRoutes } from "./routes.tsx";

const { db } = await testDatabase(WITH_CATALOGUE);
const NOW = new Date("2026-11-21T10:00:00Z");

beforeAll(async () => {
  await givenSoftware(
    db,
    {
      slug: "hostile",
      name: 'no: "x" # <b>',
      terms: ["girafe", "- a: b", "no", "1e3"],
      repository: "https://git.example/hostile",
      licenceSaid: "GPL\n--- evil: yes",
    },
    { slug: "closed", free: false, terms: ["girafe"] },
  );
});

function appIn(language: Language) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const authorityId = newId<never>();
    const agent = agentOf({ id: newId(), authorityId, name: "A", departmentId: null, roles: ["requester"], language });
    const authority = { id: authorityId, slug: "a", name: "Ville", isDemonstration: false };
    c.set("visitor", { kind: "agent", agent, authority, authorities: 1, unreadNotifications: 0 });
    c.set("language", language);
    c.set("assets", { styles: "/s.css", client: "/c.js", font: "/f.woff2" });
    c.set("navigation", []);
    await next();
  });
  catalogueRoutes(openRoutes(app, { signIn: (c) => c.text("", 401), forbidden }), { db, now: () => NOW } as Deps);
  return app;
}
const app = appIn("fr");
const text = async (path: string): Promise<string> => (await app.request(path)).text();

const CATEGORIES = Object.keys(parse(readFileSync("data/vocabularies/publiccode-categories.yml", "utf8")) as object);
const web = z.url({ protocol: /^https?$/ });
const line = z.string().regex(/^\S.*$/);
const isSpdx = (expression: string): boolean => {
  try {
    return parseSpdx(expression) !== undefined;
  } catch {
    return false;
  }
};
/** What the standard says of each field that we write: strictly, so that a field of another name is a fault. */
const FIELDS = z.strictObject({
  publiccodeYmlVersion: z.literal("0.5.0"),
  name: line,
  url: web,
  landingURL: web.optional(),
  platforms: z.array(z.enum(["web", "windows", "mac", "linux", "ios", "android"])).min(1),
  categories: z.array(z.enum(CATEGORIES as [string, ...string[]])).min(1),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.never(),
  description: z
    .record(
      z.enum(["fr", "en"]),
      z
        .strictObject({
          shortDescription: line.max(150),
          longDescription: z.string().min(150).max(10_000).optional(),
          features: z.array(line).min(1).optional(),
        })
        .optional(),
    )
    .superRefine((languages, context) => {
      for (const field of ["longDescription", "features"] as const)
        if (!Object.values(languages).some((each) => each?.[field] !== undefined))
          context.addIssue({ code: "custom", path: ["[lang]", field], message: "missing", params: { missing: true } });
    }),
  legal: z.strictObject({ license: z.string().refine(isSpdx) }),
  maintenance: z.strictObject({ type: z.enum(["internal", "contract", "community", "none"]) }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(line) }),
});
const UNDER: Readonly<Record<string, readonly string[]>> = {
  legal: ["legal/license"],
  maintenance: ["maintenance/type"],
  localisation: ["localisation/localisationReady", "localisation/availableLanguages"],
  description: ["description", "description/[lang]/longDescription", "description/[lang]/features"],
};

/** What is wrong in a file, and which of the fields that the standard asks for it does not have. */
function judged(content: unknown): { readonly wrong: readonly string[]; readonly missing: readonly string[] } {
  const has = (path: readonly PropertyKey[]): boolean =>
    path.reduce<unknown>((place, key) => (place as Record<PropertyKey, unknown> | undefined)?.[key], content) !== undefined;
  const issues = FIELDS.safeParse(content).error?.issues ?? [];
  const missing = issues.filter((issue) =>
    issue.code === "custom" ? issue.params?.missing : !has(issue.path) && issue.code !== "unrecognized_keys",
  );
  return {
    wrong: issues.filter((issue) => !missing.includes(issue)).map(({ path, message }) => `${path.join("/")}: ${message}`),
    missing: missing.flatMap(({ path }) => (path.length > 1 ? [path.join("/")] : (UNDER[String(path[0])] ?? [String(path[0])]))),
  };
}
const saidMissing = (comment: string): readonly string[] => [...comment.matchAll(/^#? - (\S+)$/gm)].map(([, path]) => path ?? "");

describe("a publiccode.yml", () => {
  it("says what is known, by the rules of the standard, and lists exactly what is missing", async () => {
    const answer = await app.request("/catalogue/gimp/publiccode.yml");
    expect(answer.headers.get("content-type")).toBe("application/yaml; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="publiccode.yml"');
    const file = await answer.text();
    const content: unknown = parse(file);
    expect(content).toMatchObject({ name: "GIMP", legal: { license: "GPL-3.0-or-later" }, description: { fr: {}, en: {} } });
    expect(judged(content).wrong).toEqual([]);
    expect(saidMissing(file)).toEqual(expect.arrayContaining(["softwareType", "maintenance/type", "localisation/localisationReady"]));
    expect([...saidMissing(file)].sort()).toEqual([...judged(content).missing].sort());
    expect(file).toContain("# Sources\u00a0: starter.");
    expect(file).not.toMatch(/score|provenance:/);
  });

  it("is judged by a check that sees faults", () => {
    const whole = { publiccodeYmlVersion: "0.5.0", name: "A", url: "https://a.example", platforms: ["web"], categories: ["office"] };
    expect(judged(whole).wrong).toEqual([]);
    expect(judged({ ...whole, platforms: ["toaster"] }).wrong).toHaveLength(1);
    expect(judged({ ...whole, legal: { license: "GPL v3" } }).wrong).toHaveLength(1);
    expect(judged({ ...whole, extra: 1 }).wrong).toHaveLength(1);
    expect(judged({ ...whole, description: { fr: { shortDescription: "x".repeat(151) } } }).wrong).toHaveLength(1);
    expect(judged(whole).missing).toContain("legal/license");
  });

  it("of what is no longer maintained says so", async () => {
    await givenSoftware(db, { slug: "old", archived: true, description: { fr: "Mot. ".repeat(40).trim(), en: "" } });
    const content = parse(await text("/catalogue/old/publiccode.yml"));
    expect(content).toMatchObject({ developmentStatus: "obsolete", maintenance: { type: "none" } });
    expect(content.description.fr.shortDescription).toMatch(/^.{100,149}…$/);
    expect(content.description.fr.longDescription).toHaveLength(199);
    expect(judged(content).wrong).toEqual([]);
  });

  it("holds hostile words as words, for readers of YAML 1.1 too", async () => {
    const file = await text("/catalogue/hostile/publiccode.yml");
    const content = parse(file, { version: "1.1" });
    expect(content).toEqual(parse(file));
    expect(content).toMatchObject({ name: 'no: "x" # <b>', description: { fr: { features: ["girafe", "- a: b", "no", "1e3"] } } });
    expect(content).not.toHaveProperty("evil");
    expect(parseAllDocuments(file)).toHaveLength(1);
  });

  it("of anything at all is read back as it was", () => {
    const word = fc.string({ unit: "binary", minLength: 1, maxLength: 30 }).filter((each) => each.isWellFormed());
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 4 }), word, (name, terms, said) => {
        const software = { ...BARE, name, terms, licenceSaid: said };
        const documents = parseAllDocuments(publiccodeOf(software, "en", NOW));
        expect(documents).toHaveLength(1);
        expect("toJS" in (documents[0] ?? {}) && documents[0]?.toJS()).toMatchObject({ name, description: { fr: { features: terms } } });
      }),
    );
  });

  it("does not exist for what is proprietary or unknown", async () => {
    for (const slug of ["adobe-photoshop", "nothing", "%00"])
      expect([slug, (await app.request(`/catalogue/${slug}/publiccode.yml`)).status]).toEqual([slug, 404]);
    expect(await text("/catalogue/gimp")).toContain('href="/catalogue/gimp/publiccode.yml"');
    expect(await text("/catalogue/adobe-photoshop")).not.toContain("publiccode.yml");
  });
});

describe("the list as publiccode.yml", () => {
  it("is one stream of documents, all good, without what is proprietary", async () => {
    const answer = await app.request("/catalogue/export.yml");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="catalogue-2026-11-21.yml"');
    const file = await answer.text();
    expect(file.split("\n")[0]).toMatch(/^# Logiciels propriétaires laissés de côté.*: \d+\.$/);
    const documents = parseAllDocuments(file).map((document) => ({
      errors: document.errors,
      content: document.toJS() as { name: string },
    }));
    const texts = file.split(/^---\n/m).slice(1);
    expect([documents.length > 240, texts.length]).toEqual([true, documents.length]);
    for (const [index, { errors, content }] of documents.entries()) {
      const { wrong, missing } = judged(content);
      expect([errors, wrong]).toEqual([[], []]);
      expect([...saidMissing(texts[index] ?? "")].sort()).toEqual([...missing].sort());
    }
    expect(documents.map(({ content }) => content.name)).not.toContain("Adobe Photoshop");
  });

  it("is as the list is searched, and may be empty", async () => {
    expect(parseAllDocuments(await text("/catalogue/export.yml?recherche=girafe"))).toHaveLength(1);
    expect(publiccodeStream([], "fr", NOW)).toBe("");
    expect(parseAllDocuments(publiccodeStream([{ ...BARE, free: false }], "en", NOW))).toHaveLength(0);
  });
});

describe("the list as JSON", () => {
  it("is what its schema says, with every fact", async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default.default(ajv);
    const validate = ajv.compile(z.toJSONSchema(exportedListSchema));
    const answer = await app.request("/catalogue/export.json?recherche=Photoshop");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="catalogue-2026-11-21.json"');
    const list = JSON.parse(await answer.text());
    expect([validate(list), validate.errors]).toEqual([true, null]);
    expect(list.software[0]).toMatchObject({ slug: "gimp", free: true, licence: "GPL-3.0-or-later", provenance: { licence: "starter" } });
    expect(list.software[0].why[0]).toEqual({ fr: "peut remplacer Photoshop", en: "can replace Photoshop" });
    expect(list.software.at(-1)).toMatchObject({ slug: "adobe-photoshop", free: false, licence: null });
    const whole = JSON.parse(await text("/catalogue/export.json"));
    expect([validate(whole), whole.software.length > 600]).toEqual([true, true]);
    expect(validate({ ...list, software: [{ slug: "x" }] })).toBe(false);
  });
});

describe("one same list", () => {
  it("is in CSV, ODS and JSON alike, read by others than what wrote them", async () => {
    const query = "licence=libre&categorie=video-conferencing";
    const names = (JSON.parse(await text(`/catalogue/export.json?${query}`)).software as { name: string }[]).map(({ name }) => name);
    expect(names).toContain("Jitsi Meet");
    const rows: string[][] = parseCsv(await text(`/catalogue/export.csv?${query}`), { delimiter: ";", bom: true });
    expect(rows.slice(1).map(([name]) => name)).toEqual(names);
    const sheet = entryOf(Buffer.from(await (await app.request(`/catalogue/export.ods?${query}`)).arrayBuffer()), "content.xml");
    const firsts = [...sheet.matchAll(/<table:table-row[^>]*>\s*<table:table-cell[^>]*>\s*<text:p>([^<]*)<\/text:p>/g)].map(
      ([, cell]) => cell,
    );
    expect(firsts.slice(1)).toEqual(names);
  });

  it("is linked from the page", async () => {
    const page = await text("/catalogue?licence=libre");
    for (const extension of ["csv", "ods", "json", "yml"]) expect(page).toContain(`href="/catalogue/export.${extension}?licence=libre"`);
  });
});

const BARE: Software = {
  ...{
    slug: "bare",
    name: "Bare",
    aliases: [],
    publisher: null,
    free: true,
    licence: "MIT",
    description: { fr: "Un logiciel.", en: "A software." },
  },
  ...{ categories: ["other"], terms: ["mot"], website: null, repository: null, platforms: ["web"], wikidata: null, endoflife: null },
  ...{ replaces: [], licenceSaid: null, archived: false, provenance: {} },
};

/** A file of a ZIP archive, by its central directory (PKWARE APPNOTE 4.3.12). */
function entryOf(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${name} is not in the archive`);
}
