import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { compileRules } from "../domain/mapping.ts";
import { aPackage, reported } from "../testing.ts";
import { mappingRules } from "../usecases/load-mapping.ts";
import { testApp } from "./test-app.ts";

const deps = await testDeps();
const app = testApp(deps);
let ours: TestAuthority;
let theirs: TestAuthority;
let machine: string;
const rules = mappingRules();

const ccleaner = aPackage("CCleaner 5.09", { publisher: "Piriform", origin: "registry", version: "5.09" });
const windows = { system: { system: "windows", name: "Microsoft Windows 11 Professionnel", version: "10.0.22631" } } as const;

beforeAll(async () => {
  await givenSoftware(
    deps.db,
    { slug: "firefox", name: "Firefox" },
    { slug: "7-zip", name: "7-Zip" },
    { slug: "google-chrome", name: "Google Chrome", free: false },
    { slug: "bleachbit", name: "BleachBit" },
    { slug: "gimp", name: "GIMP" },
  );
  ours = await anAuthority(deps, { name: "Ville de Valmontel" });
  theirs = await anAuthority(deps, { name: "Ville voisine" });
  const packages = [aPackage("firefox-esr", { version: "128.5" }), aPackage("libc6"), aPackage("outil-maison")];
  machine = (await reported(deps, ours.id, { name: "ACCUEIL-01", hardware: "a", packages }, { agentId: "a", rules })).machineId;
  const others = [aPackage("Google Chrome", { origin: "registry", publisher: "Google LLC", version: "131" }), ccleaner];
  await reported(deps, ours.id, { name: "MAIRIE-02", hardware: "b", ...windows, packages: others }, { agentId: "b", rules });
  const newer = { ...ccleaner, name: "CCleaner 6.30", version: "6.30" };
  await reported(deps, ours.id, { name: "MAIRIE-03", hardware: "c", ...windows, packages: [newer] }, { agentId: "c", rules });
});

describe("the list of machines", () => {
  it("is searched, filtered and exported, each of one authority alone", async () => {
    const all = await wordsOf(await app.get("/parc/postes", ours.requester));
    expect(all).toMatch(/ACCUEIL-01.*MAIRIE-02.*MAIRIE-03/);
    expect(all).toContain("Windows : 2 postes");
    const windowsOnly = await wordsOf(await app.get("/parc/postes?systeme=windows&tri=nom&ordre=decroissant", ours.requester));
    expect(windowsOnly).toMatch(/MAIRIE-03.*MAIRIE-02/);
    expect(windowsOnly).not.toContain("ACCUEIL-01");
    expect(await wordsOf(await app.get("/parc/postes?logiciel=firefox", ours.requester))).toMatch(
      /Machines où l’on voit Firefox.*ACCUEIL-01/,
    );
    expect(await (await app.get("/parc/postes/export.csv?recherche=accueil", ours.requester)).text()).toMatch(/ACCUEIL-01;Poste;/);
    expect((await app.get("/parc/postes/export.ods", ours.requester)).headers.get("content-type")).toContain("opendocument");
    expect(await wordsOf(await app.get("/parc/postes", theirs.requester))).toContain("Aucune machine n’a encore parlé");
  });

  it("shows those that are silent, and those that share an identity", async () => {
    await reported(deps, ours.id, { name: "COPIE-1", hardware: "x", packages: [] }, { agentId: "same", rules });
    await reported(deps, ours.id, { name: "COPIE-2", hardware: "y", packages: [] }, { agentId: "same", rules });
    expect(await wordsOf(await app.get("/parc/postes?etat=doubles", ours.requester))).toMatch(/COPIE-1.*COPIE-2/);
    expect(await wordsOf(await app.get("/parc/postes?etat=silencieuses", ours.requester))).not.toMatch(/COPIE-1/);
    deps.clock.advance(61);
    await reported(deps, ours.id, { name: "COPIE-2", hardware: "y", packages: [] }, { agentId: "same", rules });
    const silent = await wordsOf(await app.get("/parc/postes?etat=silencieuses", ours.requester));
    expect(silent).toMatch(/depuis 60 jours.*ACCUEIL-01.*COPIE-1/);
    expect(silent).not.toContain("COPIE-2");
    deps.clock.advance(-61);
  });
});

describe("a machine’s page", () => {
  it("tells what counts, what is unknown and what is left out", async () => {
    const page = await wordsOf(await app.get(`/parc/postes/${machine}`, ours.requester));
    expect(page).toMatch(/ACCUEIL-01.*1 logiciel du catalogue, sur 3 paquets installés.*Firefox.*128\.5.*Libre/);
    expect(page).toMatch(/Non reconnus.*outil-maison/);
    expect(page).toContain("1 paquet : bibliothèques");
  });

  it("takes a department, of its own authority alone", async () => {
    const place = (service: string) => app.post(`/parc/postes/${machine}/service`, ours.reviewer, { service });
    expect((await place(ours.departments.library)).status).toBe(303);
    expect(await wordsOf(await app.get("/parc/postes?recherche=accueil", ours.requester))).toContain("Bibliothèque");
    expect((await place(theirs.departments.library)).status).toBe(422);
    expect((await place("n’importe quoi")).status).toBe(422);
    expect((await app.post(`/parc/postes/${machine}/service`, ours.requester, { service: "" })).status).toBe(403);
  });

  it("does not exist for a neighbour", async () => {
    expect((await app.get(`/parc/postes/${machine}`, ours.reviewer)).status).toBe(200);
    for (const path of [`/parc/postes/${machine}`, `/parc/postes/${machine}/sbom.cdx.json`, `/parc/postes/${newId()}`, "/parc/postes/xx"])
      expect((await app.get(path, theirs.reviewer)).status).toBe(404);
    expect((await app.post(`/parc/postes/${machine}/service`, theirs.reviewer, { service: "" })).status).toBe(404);
    expect((await app.post(`/parc/postes/${machine}/retrait`, theirs.administrator, {})).status).toBe(404);
  });

  it("is taken out of the lists, and comes back with its agent", async () => {
    const { machineId } = await reported(deps, ours.id, { name: "VIEUX-09", hardware: "v" }, { agentId: "v", rules });
    const removal = `/parc/postes/${machineId}/retrait`;
    expect((await app.post(removal, ours.reviewer, {})).status).toBe(403);
    expect((await app.post(removal, ours.administrator, {})).status).toBe(303);
    expect(await wordsOf(await app.get("/parc/postes?recherche=vieux", ours.requester))).not.toContain("VIEUX-09");
    expect(await wordsOf(await app.get(`/parc/postes/${machineId}`, ours.requester))).toContain("Cette machine a été retirée");
    await reported(deps, ours.id, { name: "VIEUX-09", hardware: "v" }, { agentId: "v", rules });
    expect(await wordsOf(await app.get("/parc/postes?recherche=vieux", ours.requester))).toContain("VIEUX-09");
  });
});

describe("packages that nobody knows", () => {
  const choose = (fields: Record<string, string>, agent = ours.reviewer) => app.post("/parc/postes/non-reconnus/choix", agent, fields);
  const list = async (authority = ours, query = "") => wordsOf(await app.get(`/parc/postes/non-reconnus${query}`, authority.reviewer));

  it("are listed by number of machines, versions of one name together", async () => {
    expect(await list()).toMatch(/CCleaner 6\.30 Piriform · registry 2 .*outil-maison/);
    expect(await list(ours, "?recherche=piriform")).not.toContain("outil-maison");
    expect(await list(theirs)).toContain("Tout est reconnu");
  });

  it("become software in one click, for every version; undone, they are unknown again", async () => {
    const answer = await choose({ paquet: "ccleaner", logiciel: "bleachbit" });
    expect(answer.headers.get("location")).toBe("/parc/postes/non-reconnus?fait=ccleaner");
    expect(await list(ours, "?fait=ccleaner")).toContain("« ccleaner » est désormais reconnu : BleachBit.");
    expect(await list(ours, "?recherche=piriform")).not.toContain("CCleaner");
    expect(await wordsOf(await app.get("/parc/postes?logiciel=bleachbit", ours.requester))).toMatch(/MAIRIE-02.*MAIRIE-03/);
    await app.post("/parc/postes/non-reconnus/annuler", ours.reviewer, { paquet: "ccleaner" });
    expect(await list(ours, "?recherche=piriform")).toContain("CCleaner");
  });

  it("hold for one authority alone", async () => {
    await reported(deps, theirs.id, { name: "CHEZ-EUX", hardware: "z", packages: [ccleaner] }, { agentId: "z", rules });
    await choose({ paquet: "ccleaner" });
    expect(await list(theirs)).toContain("CCleaner");
    expect(await list(ours, "?recherche=piriform")).not.toContain("CCleaner");
    await app.post("/parc/postes/non-reconnus/annuler", ours.reviewer, { paquet: "ccleaner" });
  });

  it("refuse what is no choice with a clear answer", async () => {
    expect((await choose({ paquet: "outil-maison", logiciel: "n-existe-pas" })).status).toBe(422);
    expect((await choose({ paquet: "inconnu-de-tous", logiciel: "firefox" })).status).toBe(404);
    expect((await choose({ paquet: "x".repeat(10_000), logiciel: "firefox" })).status).toBe(422);
    expect((await choose({ paquet: "a\u0000b" })).status).toBe(422);
    expect((await choose({})).status).toBe(422);
    expect((await choose({ paquet: "outil-maison" }, ours.requester)).status).toBe(403);
    expect((await app.get("/parc/postes/non-reconnus/choisir?paquet=%00", ours.reviewer)).status).toBe(404);
    expect((await app.get("/parc/postes/non-reconnus/choisir?paquet=outil-maison&recherche=gim", ours.reviewer)).status).toBe(200);
    expect((await app.get("/parc/postes/non-reconnus?page=99999&recherche=%00%ff", ours.reviewer)).status).toBe(200);
  });
});

describe("declared and observed, side by side", () => {
  it("lists what nobody declared, what no machine shows, and what both say", async () => {
    await anInstallation(deps, ours.administrator, { name: "Navigateur", softwareSlug: "firefox" });
    await anInstallation(deps, ours.administrator, { name: "Retouche", softwareSlug: "gimp" });
    await anInstallation(deps, ours.administrator, { name: "En ligne", softwareSlug: "7-zip", details: { hosting: "cloud" } });
    const page = await wordsOf(await app.get("/parc/postes/declare-observe", ours.reviewer));
    const [, observed = "", declared = "", both = ""] =
      /Observé, non déclaré(.*)Déclaré, jamais observé(.*)Déclaré et observé (.*)/.exec(page) ?? [];
    expect(observed).toMatch(/Google Chrome/);
    expect(observed).not.toContain("Firefox");
    expect(declared).toContain("Retouche");
    expect(declared).not.toMatch(/En ligne|Navigateur/);
    expect(both).toMatch(/Firefox Libre.*Navigateur.*128\.5/);
  });

  it("shows what nobody declared by pages, the most frequent first", async () => {
    const town = await anAuthority(deps);
    const names = Array.from({ length: 60 }, (_, index) => `essai-${String(index).padStart(2, "0")}`);
    await givenSoftware(deps.db, ...names.map((slug) => ({ slug, name: slug })));
    const each = compileRules(names.map((slug) => ({ family: "deb", pattern: slug, verdict: "software", slug }) as const));
    const reports = (agentId: string, packages: readonly string[]) =>
      reported(deps, town.id, { hardware: agentId, packages: packages.map((name) => aPackage(name)) }, { agentId, rules: each });
    await reports("many", names);
    await reports("one", ["essai-59"]);
    const shown = async (page: string) => {
      const words = await wordsOf(await app.get(`/parc/postes/declare-observe${page}`, town.requester));
      return [...new Set(words.match(/essai-\d\d/g))];
    };
    expect(await shown("")).toEqual(["essai-59", ...names.slice(0, 49)]);
    expect(await shown("?page=2")).toEqual(names.slice(49, 59));
    expect((await app.get("/parc/postes/declare-observe?page=3", town.requester)).headers.get("location")).toBe(
      "/parc/postes/declare-observe",
    );
  });
});

describe("tokens", () => {
  it("are shown once, with the lines to paste, and revoked", async () => {
    const fields = { usage: "Postes de la mairie", _cle: newId<string>() };
    const made = await wordsOf(await app.post("/parc/postes/agents", ours.administrator, fields));
    const [, address = ""] = /(http\S+\/agents\/[\w-]{20,})/.exec(made) ?? [];
    expect(made).toContain(`server = ${address}`);
    const again = await app.post("/parc/postes/agents", ours.administrator, fields);
    expect(again.status).toBe(409);
    expect(await again.text()).not.toContain(address);
    expect(await wordsOf(await app.get("/parc/postes/agents", ours.administrator))).not.toContain(address);
    const { id } = await deps.db.selectFrom("agentToken").select("id").where("label", "=", fields.usage).executeTakeFirstOrThrow();
    expect((await app.post(`/parc/postes/agents/${id}/revocation`, theirs.administrator, {})).status).toBe(404);
    expect((await app.post(`/parc/postes/agents/${id}/revocation`, ours.administrator, {})).status).toBe(303);
    expect(await wordsOf(await app.get("/parc/postes/agents", ours.administrator))).toMatch(/Postes de la mairie.*Révoqué le/);
    expect((await app.get("/parc/postes/agents", ours.reviewer)).status).toBe(403);
  });

  it("need a name that can be read", async () => {
    for (const usage of ["", "x".repeat(101), "a\u0000b"]) {
      const refused = await app.post("/parc/postes/agents", ours.administrator, { usage, _cle: newId<string>() });
      expect(refused.status).toBe(422);
    }
  });
});
