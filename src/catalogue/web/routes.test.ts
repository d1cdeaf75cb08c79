import { parse } from "csv-parse/sync";
import { readOds } from "hucre/ods";
import { describe, expect, it } from "vitest";
import type { Role } from "#src/kernel/rights.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";
import { givenSoftware } from "../testing.ts";
import type { CatalogueHooks } from "./routes.tsx";
import { type TestApp, type TestAppOptions, testApp } from "./test-app.ts";

const { db } = await testDatabase(WITH_CATALOGUE);

const appFor = (role: Role | null, options: TestAppOptions = {}): TestApp => testApp(db, role, options);
const app = appFor("requester");

describe("the catalogue", () => {
  it("is for those who have signed in", async () => {
    expect((await app.get("/catalogue")).status).toBe(200);
    for (const path of ["/catalogue", "/catalogue/gimp", "/catalogue/suggestions?q=sig", "/catalogue/export.csv", "/catalogue/export.ods"])
      expect([path, (await appFor(null).get(path)).status]).toEqual([path, 401]);
  });

  it("shows what there is by theme when nothing was asked, in French and in English", async () => {
    const french = await app.text("/catalogue");
    expect(french).toMatch(/\d+ logiciels libres et \d+ logiciels propriétaires/);
    expect(french).toContain("?categorie=video-conferencing");
    expect(await appFor("elected-official", { language: "en" }).text("/catalogue")).toContain("video conferencing");
  });

  it("shows what was found, free or not, with its licence and why", async () => {
    const page = await app.text("/catalogue?recherche=Photoshop");
    expect(page).toMatch(
      /GIMP[\s\S]*Libre[\s\S]*GPL-3\.0-or-later[\s\S]*peut remplacer Photoshop[\s\S]*Adobe Photoshop[\s\S]*Propriétaire/,
    );
  });

  it("keeps to what the address asks, page by page", async () => {
    const free = await app.text("/catalogue?licence=libre&categorie=video-conferencing");
    expect(free).toContain("Jitsi Meet");
    expect(free).not.toContain("Microsoft Teams");
    expect(await app.text("/catalogue?licence=proprietaire&categorie=video-conferencing")).toContain("Microsoft Teams");
    expect(await app.text("/catalogue?licence=libre&page=2")).toContain('aria-current="page"');
    expect((await app.get("/catalogue?licence=libre&page=999")).headers.get("location")).toBe("/catalogue?licence=libre");
  });

  it("says that nothing was found, and what to do next", async () => {
    const page = await app.text("/catalogue?recherche=xqzjkvbw");
    expect(page).toContain("Aucun logiciel trouvé");
    expect(page).toContain("/demandes/nouvelle");
    expect(await appFor("elected-official").text("/catalogue?recherche=xqzjkvbw")).not.toContain("/demandes/nouvelle");
  });

  it("teaches what to do while the catalogue is empty", async () => {
    const { db: emptyDb } = await testDatabase();
    await givenSoftware(emptyDb);
    const page = await emptyPage(emptyDb);
    expect(page).toContain("Le catalogue est vide");
  });

  it.each([
    "/catalogue?recherche=%00%01&licence=x&categorie=%27%3B--&page=-1",
    "/catalogue?page=1e99&categorie=inconnue",
    `/catalogue?recherche=${"mot+".repeat(2_000)}`,
    "/catalogue?recherche=%E0%A4%A",
    "/catalogue?recherche=<script>alert(1)</script>",
    "/catalogue/suggestions",
    `/catalogue/suggestions?q=${"x".repeat(20_000)}`,
    "/catalogue/suggestions?q=%ED%A0%80",
    "/catalogue/export.csv?recherche=%00",
  ])("answers as usual to %.60s", async (path) => {
    const answer = await app.get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain("<script>alert");
  });

  it("says that a long text was cut", async () => {
    expect(await app.text(`/catalogue?recherche=tableur+${"mot+".repeat(200)}`)).toContain("seul son début a été cherché");
  });
});

const emptyPage = (emptyDb: typeof db): Promise<string> => testApp(emptyDb, "requester").text("/catalogue");

describe("the page of a software", () => {
  it("says what it is, whether it is free and why, and what it can replace", async () => {
    const page = await app.text("/catalogue/gimp");
    expect(page).toContain("La licence GPL-3.0-or-later est libre");
    expect(page).toContain('href="/catalogue/adobe-photoshop"');
    expect(page).toContain("/demandes/nouvelle?logiciel=gimp");
    expect(page).toMatch(/href="https:[^"]+" rel="noopener noreferrer external"/);
  });

  it("says what can replace a proprietary product", async () => {
    const page = await app.text("/catalogue/adobe-photoshop");
    expect(page).toContain("Ce qui peut le remplacer");
    expect(page).toContain('href="/catalogue/gimp"');
  });

  it("says whether we run it, when the inventory answers", async () => {
    const hooks: CatalogueHooks = {
      installationsOf: async (_, slug) =>
        slug === "gimp" ? [{ id: "1", name: "GIMP des écoles", state: "in-service", href: "/parc/1" }] : [],
    };
    const running = appFor("requester", { hooks });
    expect(await running.text("/catalogue/gimp")).toMatch(/GIMP des écoles<\/a>, en service/);
    expect(await running.text("/catalogue/krita")).toContain("pas déclaré dans le parc");
    expect(await app.text("/catalogue/gimp")).not.toContain("L’utilisons-nous");
  });

  it("offers a request to those who may make one", async () => {
    expect(await appFor("elected-official").text("/catalogue/gimp")).not.toContain("/demandes/nouvelle");
  });

  it.each(["/catalogue/nothing", "/catalogue/%00", "/catalogue/..%2Fx", `/catalogue/${"a".repeat(5_000)}`])(
    "is not found at %.40s",
    async (path) => {
      expect((await app.get(path)).status).toBe(404);
    },
  );

  it("shows hostile words as words", async () => {
    await givenSoftware(db, {
      slug: "hostile",
      name: '<img src=x onerror="alert(1)">',
      website: "javascript:alert(1)",
      terms: ['"><script>'],
    });
    const page = await app.text("/catalogue/hostile");
    expect(page).not.toMatch(/<img|href="javascript:|"><script>/);
    expect(page).toContain("&lt;img");
  });
});

describe("suggestions", () => {
  it("are a fragment of links with a reason, and nothing when nothing is found", async () => {
    const fragment = await app.text("/catalogue/suggestions?q=visioconf");
    expect(fragment).toMatch(/^<p>/);
    expect(fragment).toContain('href="/catalogue/jitsi-meet"');
    expect(fragment).not.toContain("<html");
    expect(await app.text("/catalogue/suggestions?q=xqzjkvbw")).toBe("");
  });
});

describe("the list as a file", () => {
  it("is CSV that another reader reads", async () => {
    const answer = await app.get("/catalogue/export.csv?recherche=Photoshop");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="catalogue-2026-11-21.csv"');
    const rows: Record<string, string>[] = parse(await answer.text(), { delimiter: ";", bom: true, columns: true });
    expect(rows[0]).toMatchObject({ Logiciel: "GIMP", Libre: "oui", Licence: "GPL-3.0-or-later", Pourquoi: "peut remplacer Photoshop" });
    expect(rows.at(-1)).toMatchObject({ Logiciel: "Adobe Photoshop", Libre: "non", Licence: "" });
  });

  it("holds no formula that somebody put in a name", async () => {
    await givenSoftware(db, { slug: "formula", name: '=HYPERLINK("https://evil.example")', terms: ["girafe"] });
    const rows: string[][] = parse(await (await app.get("/catalogue/export.csv?recherche=girafe")).text(), { delimiter: ";", bom: true });
    expect(rows[1]?.[0]).toBe('\'=HYPERLINK("https://evil.example")');
  });

  it("is an ODS sheet of everything, when nothing is filtered", async () => {
    const book = await readOds(new Uint8Array(await (await app.get("/catalogue/export.ods")).arrayBuffer()));
    const [header, ...rows] = book.sheets[0]?.rows ?? [];
    expect(header?.[0]).toBe("Logiciel");
    expect(rows.length).toBeGreaterThan(240);
    expect(rows.find(([name]) => name === "LibreOffice")?.[2]).toBe("oui");
  });
});
