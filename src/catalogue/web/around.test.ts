import { describe, expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase(WITH_CATALOGUE);

const app = testApp(db, "requester");
const administers = testApp(db, "administrator");

describe("comparing", () => {
  it("shows up to four software side by side, and leaves out what the catalogue does not know", async () => {
    const asked = ["gimp", "krita", "inconnu", "adobe-photoshop", "inkscape", "scribus"].map((slug) => `logiciel=${slug}`).join("&");
    const page = await app.text(`/catalogue/comparer?${asked}`);
    for (const name of ["GIMP", "Krita", "Adobe Photoshop"]) expect(page).toContain(`scope="col">${name}</th>`);
    expect(page).not.toContain("Scribus</th>");
  });

  it("adds a software by its name, and says so when no software is called so, with what was typed kept", async () => {
    expect(await app.text("/catalogue/comparer?logiciel=gimp&ajouter=krita")).toContain(">Krita</th>");
    const page = await app.text("/catalogue/comparer?logiciel=gimp&ajouter=%3Cb%3Ezzqq");
    expect(page).toContain("Aucun logiciel du catalogue ne s’appelle");
    expect(page).toContain('value="&lt;b&gt;zzqq"');
    expect(page).toContain(">GIMP</th>");
  });

  it("begins with nothing, and says how to begin", async () => {
    expect(await app.text("/catalogue/comparer")).toContain("Rien à comparer encore");
    expect((await app.get(`/catalogue/comparer?logiciel=${"x".repeat(5_000)}&ajouter=%00`)).status).toBe(200);
  });
});

describe("the functions of a local authority", () => {
  it("are listed by family, with how many free software serve each, and lead to a search", async () => {
    const page = await app.text("/catalogue/fonctions");
    expect(page).toContain("État civil et cimetières");
    expect(page).toMatch(/href="\/catalogue\?recherche=[^"]+">[^<]*sondage/);
  });
});

describe("a search that finds nothing", () => {
  it("says where to look, is noted without who asked, and is read by who manages the catalogue", async () => {
    const page = await app.text("/catalogue?recherche=Xyzzy+cimetierre+qqqq");
    expect((await app.text("/catalogue?recherche=zzqqxx")).includes("Peut-être dans")).toBe(true);
    expect(page).not.toContain("fault");
    await app.get("/catalogue?recherche=Z%20zqqxx");
    await app.get("/catalogue?recherche=zzqqxx%20!");
    const failed = await administers.text("/catalogue/recherches-sans-reponse");
    expect(failed).toMatch(/zzqqxx<\/a>[\s\S]*?<span class="num">2<\/span>/);
    expect((await app.get("/catalogue/recherches-sans-reponse")).status).toBe(403);
    const columns = Object.keys((await db.selectFrom("failedSearch").selectAll().executeTakeFirstOrThrow()) ?? {});
    expect(columns.sort()).toEqual(["asked", "firstAt", "lastAt", "times"]);
  });
});
