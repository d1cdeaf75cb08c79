import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { ensureSetUpLink } from "../../usecases/ensure-set-up-link.ts";
import { cookiesOf, testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
const app = testApp(deps);
let path = "";
let voided = "";

beforeAll(async () => {
  voided = new URL((await ensureSetUpLink(deps)) ?? "").pathname;
  path = new URL((await ensureSetUpLink(deps)) ?? "").pathname;
}, 60_000);

const details = {
  choix: "commune:38151",
  nom: "Ville d’Échirolles",
  services: "Bibliothèque\n\n bibliothèque \nÉtat civil",
  votre_nom: "Adama Premier",
  courriel: "Adama@Echirolles.example",
  mot_de_passe: "une phrase assez longue",
};

describe("the set-up link", () => {
  it("opens nothing when it is unknown, or when a newer one was made", async () => {
    expect((await app.get(path)).status).toBe(200);
    expect((await app.get(voided)).status).toBe(404);
    expect((await app.get("/mise-en-route/nope")).status).toBe(404);
    expect((await app.post(voided, details)).status).toBe(404);
  });

  it("finds official authorities by name without accents, by postal code, the most populated first", async () => {
    expect(await wordsOf(await app.get(`${path}?q=echirolles`))).toContain("Échirolles");
    expect(await wordsOf(await app.get(`${path}/collectivites?q=38130`))).toContain("Échirolles");
    const html = await (await app.get(`${path}/collectivites?q=saint-denis`)).text();
    expect(html.indexOf("commune:97411")).toBeGreaterThan(-1);
    expect(html.indexOf("commune:97411")).toBeLessThan(html.indexOf("commune:45274"));
    expect(await wordsOf(await app.get(`${path}/collectivites?q=isere`))).toContain("Département de l’Isère");
    expect(await wordsOf(await app.get(`${path}/collectivites?q=grenoble alpes metropole`))).toContain("Grenoble-Alpes-Métropole");
    expect(await wordsOf(await app.get(`${path}/collectivites?q=%25_'"\\`))).toContain("Aucune collectivité");
  });

  it("asks for the details of the chosen one, and shows a refused form as it was typed", async () => {
    expect(await wordsOf(await app.get(`${path}?etape=details&choix=commune:38151`))).toContain("Votre collectivité et vous");
    expect(await wordsOf(await app.get(`${path}?etape=details&choix=commune:nope`))).toContain("Mettre Beffroi en route");
    const refused = await app.post(path, { ...details, mot_de_passe: "trop-bref", votre_nom: "Zoé" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("12 caractères au moins");
    expect(html).toContain('value="Zoé"');
    expect(html).not.toContain("trop-bref");
  });

  it("lets an authority that is not listed give its SIREN, which must exist", async () => {
    const answer = await app.post(path, { ...details, choix: "autre", nature: "syndicat", siren: "123456789" });
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain("SIREN n’existe pas");
  });

  it("makes the authority, its departments and its first administrator, signed in at once", async () => {
    const answer = await app.post(path, details);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/");
    expect(cookiesOf(answer)).toContain("beffroi.session_token=");
    const authority = await deps.db.selectFrom("authority").selectAll().executeTakeFirstOrThrow();
    expect(authority).toMatchObject({
      name: "Ville d’Échirolles",
      slug: "ville-d-echirolles",
      siren: "213801517",
      inseeCode: "38151",
      kind: "commune",
    });
    expect((await deps.db.selectFrom("department").select("name").orderBy("name").execute()).map(({ name }) => name)).toEqual([
      "Bibliothèque",
      "État civil",
    ]);
    const member = await deps.db.selectFrom("membership").selectAll().executeTakeFirstOrThrow();
    expect(member).toMatchObject({ name: "Adama Premier", email: "adama@echirolles.example", roles: ["administrator"] });
  });

  it("opens nothing once used, but signs in whoever pressed twice", async () => {
    expect((await app.get(path)).status).toBe(404);
    expect((await app.post(path, details)).status).toBe(303);
    expect((await app.post(path, { ...details, mot_de_passe: "une autre phrase longue" })).status).toBe(404);
    expect(await deps.db.selectFrom("authority").select("id").execute()).toHaveLength(1);
    expect(await ensureSetUpLink(deps)).toBeUndefined();
  });
});
