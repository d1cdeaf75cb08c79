import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { anAuthority, aSignedInCookie, type TestAuthority } from "#src/authorities/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { openTestApp } from "#src/platform/http/test-app.ts";
import { languageOf, visitorsFrom } from "#src/platform/http/visitor.ts";
import { testDeps } from "#src/platform/testing.ts";
import { publicDecisions } from "../db/public-decisions.ts";
import { aDecidedRequest, aRequestAtGate2 } from "../testing.ts";
import { recordRoutes } from "./record-routes.tsx";

const deps = await testDeps();
const resolve = visitorsFrom(deps);
const { app } = openTestApp(
  async (headers) => {
    const { visitor } = await resolve(headers);
    return { visitor, language: languageOf(visitor, headers) };
  },
  (routes) => recordRoutes(routes, deps),
);

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(app.request(path, { headers }));
const sha256 = (bytes: ArrayBuffer): string => createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
const fr = { "accept-language": "fr" };

const town = await anAuthority(deps, { name: "Ville de Test" });
const neighbour = await anAuthority(deps, { name: "Ville Voisine" });
const cookie = await aSignedInCookie(deps, town.reviewer);
const rooms = await aDecidedRequest(deps, town);
deps.clock.advance(1);
await aDecidedRequest(deps, town, { title: "Suivre les vélos de service", words: "Savoir où sont les vélos." });
const open = await aRequestAtGate2(deps, town);

async function slugOf({ id }: TestAuthority): Promise<string> {
  return (await deps.db.selectFrom("authority").select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;
}
const slug = await slugOf(town);
const PUBLIC = `/public/${slug}/decisions/2026-001`;

describe("the record inside the authority", () => {
  it("is a page that names people, with its files beside it", async () => {
    const answer = await get(`/demandes/${rooms}/dossier`, { cookie });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("Ivan Instructeur");
    expect(html).toContain(`href="/demandes/${rooms}/dossier.pdf"`);
    expect(html).toContain(`href="/public/${slug}/decisions/2026-001"`);
    expect(html).toContain('content="noindex"');
  });

  it("does not exist before the decision, for a neighbour, nor for an unknown or malformed identifier", async () => {
    const theirs = await aSignedInCookie(deps, neighbour.reviewer);
    for (const file of ["dossier", "dossier.pdf", "dossier.odt", "dossier.json"]) {
      expect((await get(`/demandes/${rooms}/${file}`, { cookie })).status).toBe(200);
      expect((await get(`/demandes/${open}/${file}`, { cookie })).status).toBe(404);
      expect((await get(`/demandes/${rooms}/${file}`, { cookie: theirs })).status).toBe(404);
      expect((await get(`/demandes/%00${rooms}/${file}`, { cookie })).status).toBe(404);
      expect((await get(`/demandes/x/${file}`, { cookie })).status).toBe(404);
      expect((await get(`/demandes/${rooms}/${file}`)).headers.get("location")).toMatch(/^\/connexion\?vers=/);
    }
  });

  it("is a JSON file whose SHA-256 is the sealed hash, which the journal knows", async () => {
    const answer = await get(`/demandes/${rooms}/dossier.json`, { cookie });
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="decision-2026-001-interne.json"');
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const hash = sha256(await answer.arrayBuffer());
    expect(answer.headers.get("etag")).toBe(`"${hash}"`);
    const { rows } = await sql<{ content: { recordHash: string } }>`
      select content from request_entry where request_id = ${rooms} and content ->> 'kind' = 'decision-sealed'`.execute(deps.db);
    expect(rows[0]?.content.recordHash).toBe(hash);
    expect(await (await get(`/demandes/${rooms}/dossier`, { cookie })).text()).toContain(hash);
  });

  it("is a PDF and an ODT", async () => {
    const pdf = await get(`/demandes/${rooms}/dossier.pdf`, { cookie });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const odt = await get(`/demandes/${rooms}/dossier.odt`, { cookie });
    expect(odt.headers.get("content-type")).toBe("application/vnd.oasis.opendocument.text");
    expect(
      Buffer.from(await odt.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});

describe("the record in public", () => {
  it("is read without an account, names nobody, and may be found by search engines", async () => {
    const answer = await get(PUBLIC, fr);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("Réserver les salles municipales en ligne");
    expect(html).toContain("Ville de Test");
    expect(html).not.toContain("noindex");
    expect(html).not.toContain('href="/demandes"');
    for (const agent of [town.requester, town.reviewer, town.guarantor]) {
      expect(html).not.toContain(agent.name);
      expect(html).not.toContain(agent.id);
    }
  });

  it("has a JSON file that any site may read, that follows the published schema, and whose hash is on the page", async () => {
    const answer = await get(`${PUBLIC}.json`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="decision-2026-001.json"');
    const bytes = await answer.arrayBuffer();
    expect(answer.headers.get("etag")).toBe(`"${sha256(bytes)}"`);
    expect(await (await get(PUBLIC, fr)).text()).toContain(sha256(bytes));
    const schema = await get("/schemas/decision-record-1.json");
    expect(schema.headers.get("access-control-allow-origin")).toBe("*");
    const ajv = new Ajv2020();
    formats.default.default(ajv);
    const validate = ajv.compile((await schema.json()) as object);
    expect(validate(JSON.parse(Buffer.from(bytes).toString())) ? [] : validate.errors).toEqual([]);
  });

  it("is not sent again to who has it", async () => {
    for (const path of [`${PUBLIC}.json`, `${PUBLIC}.pdf`, `${PUBLIC}.odt`]) {
      const tag = (await get(path, fr)).headers.get("etag") ?? "";
      expect((await get(path, { ...fr, "if-none-match": `W/${tag}, "x"` })).status).toBe(304);
      expect((await get(path, { ...fr, "if-none-match": '"x"' })).status).toBe(200);
    }
  });

  it("does not exist when the authority does not publish, nor for another's, an unknown or a malformed address", async () => {
    const theirs = await slugOf(neighbour);
    const unknown = [`/public/${theirs}/decisions/2026-001`, `/public/${slug}/decisions/2026-003`, `/public/${slug}/decisions/2026-0001`];
    const malformed = [
      "/decisions/x",
      "/decisions/2026-001.exe",
      "/decisions/2026-999999",
      "/decisions/%00",
      "/decisions/2026-001.pdf.json",
    ];
    for (const path of [...unknown, ...malformed.map((rest) => `/public/${slug}${rest}`), "/public/%00", "/public/inconnue", "/public/A_B"])
      expect((await get(path)).status, path).toBe(404);
    await publish(town, false);
    for (const path of [`/public/${slug}`, PUBLIC, `${PUBLIC}.pdf`, `${PUBLIC}.odt`, `${PUBLIC}.json`])
      expect((await get(path)).status, path).toBe(404);
    expect(await (await get(`/demandes/${rooms}/dossier`, { cookie })).text()).not.toContain("/public/");
    await publish(town, true);
    for (const path of [`/public/${slug}`, PUBLIC, `${PUBLIC}.pdf`, `${PUBLIC}.odt`, `${PUBLIC}.json`])
      expect((await get(path)).status, path).toBe(200);
  });
});

describe("the public list of decisions", () => {
  const listed = async (query: string): Promise<readonly string[]> =>
    [...(await (await get(`/public/${slug}${query}`, fr)).text()).matchAll(/decisions\/(\d{4}-\d+)"/g)].map(
      ([, reference]) => reference ?? "",
    );

  it("shows the sealed decisions alone, the newest first", async () => {
    expect(await listed("")).toEqual(["2026-002", "2026-001"]);
  });

  it("is searched by words of the need and by reference, whatever is typed", async () => {
    expect(await listed("?recherche=velo")).toEqual(["2026-002"]);
    expect(await listed("?recherche=GRR")).toEqual(["2026-002", "2026-001"]);
    expect(await listed("?recherche=2026-001")).toEqual(["2026-001"]);
    for (const typed of ["%00", "'", "\\", "%3A*", "!(", "%ED%A0%80", "zzz", "le", "a".repeat(5_000)])
      expect((await get(`/public/${slug}?recherche=${typed}`)).status, typed).toBe(200);
    expect(await listed("?recherche=zzz")).toEqual([]);
  });

  it("shows its last page when asked further, and its first when asked for no page", async () => {
    for (const page of ["99", "0", "-1", "x", "1e9"]) expect(await listed(`?page=${page}`), page).toEqual(["2026-002", "2026-001"]);
  });

  it("is cut into pages, and sees one authority alone", async () => {
    const page = (authority: TestAuthority, number: number) =>
      readAuthority(deps.db, authority.id, (reader) => publicDecisions(reader, "", number, 1));
    const references = async (number: number) => (await page(town, number)).decisions.map(({ reference }) => reference);
    expect([await references(1), await references(2), await references(3)]).toEqual([["2026-002"], ["2026-001"], ["2026-001"]]);
    expect(await page(town, 3)).toMatchObject({ total: 2, page: 2, pages: 2 });
    expect(await page(neighbour, 1)).toEqual({ decisions: [], total: 0, page: 1, pages: 1 });
  });

  it("teaches when nothing is decided, and shows nothing of a neighbour", async () => {
    const html = await (await get(`/public/${await slugOf(neighbour)}`, fr)).text();
    expect(html).toContain("Aucune décision encore");
    expect(html).not.toContain("salles municipales");
  });

  it("says of a fictitious authority that it is, and keeps it from search engines", async () => {
    await deps.db.updateTable("authority").set({ isDemonstration: true }).where("id", "=", neighbour.id).execute();
    const html = await (await get(`/public/${await slugOf(neighbour)}`, fr)).text();
    expect(html).toContain('content="noindex"');
    expect(html).toContain("fictive");
    expect(await (await get(`/public/${slug}`, fr)).text()).not.toContain("fictive");
  });
});

async function publish({ id }: TestAuthority, publishesDecisions: boolean): Promise<void> {
  await deps.db.updateTable("authority").set({ publishesDecisions }).where("id", "=", id).execute();
}
