import { writeFileSync, readdirSync } from "node:fs";
import { it } from "vitest";
import { newId } from "#src/kernel/ids.ts";
import { addMember, ensureSetUpLink } from "./public.ts";
import { aSignedInCookie, anAgent, anAuthority } from "./testing.ts";
import { testApp, testDeps } from "./web/test-app.ts";
import { invitePerson } from "./usecases/invite-person.ts";

const deps = await testDeps();
const app = testApp(deps, { createDemonstration: async () => [
  { name: "Rose Martin", roles: ["requester"], jobTitle: "Responsable de la bibliothèque", url: "http://x.test/a" },
  { name: "Ivan Petit", roles: ["reviewer", "administrator"], jobTitle: "Directeur des systèmes d’information", url: "http://x.test/b" },
] });
const files = readdirSync("dist/client/assets");
const asset = (re: RegExp) => `/assets/${files.find((f) => re.test(f))}`;
async function save(name: string, answer: Response | Promise<Response>) {
  const html = (await (await answer).text()).replaceAll("/s.css", asset(/\.css$/)).replaceAll("/c.js", asset(/\.js$/)).replaceAll("/f.woff2", asset(/\.woff2$/));
  writeFileSync(`/tmp/authlook/${name}.html`, html);
}
it("look", async () => {
  const path = new URL((await ensureSetUpLink(deps)) ?? "").pathname;
  await save("set-up", app.get(path));
  await save("set-up-search", app.get(`${path}?q=echirolles`));
  await save("set-up-details", app.get(`${path}?etape=details&choix=commune:38151`));
  await save("set-up-refused", app.post(path, { choix: "autre", nom: "", siren: "12" }));
  await save("demo", app.post(`${path}/demonstration`, {}));
  const a = await anAuthority(deps, { name: "Ville d’Échirolles" });
  for (let i = 0; i < 12; i++) await anAgent(deps, a.id, { name: `Camille Durand ${i}`, roles: i % 3 ? ["requester"] : ["requester", "reviewer"], departmentId: a.departments.library, email: `c.durand${i}@echirolles.example` });
  const admin = await aSignedInCookie(deps, a.administrator);
  const inv = await invitePerson(deps, a.administrator, { id: newId<string>(), email: "nadia.benali@echirolles.example", name: "Nadia Benali", departmentId: null, roles: ["requester", "elected-official"] });
  await invitePerson(deps, a.administrator, { id: newId<string>(), email: "paul@echirolles.example", name: "Paul Roux", departmentId: null, roles: ["guarantor"] });
  await addMember(deps, a.id, { name: "Inès", email: "ines@ville.example", roles: ["requester"], password: "une phrase assez longue" });
  await save("sign-in", app.get("/connexion"));
  await save("sign-in-refused", app.post("/connexion", { courriel: "a@b.fr", mot_de_passe: "xx" }));
  await save("forgotten", app.get("/mot-de-passe-oublie"));
  await save("invitation", app.get(inv.ok && inv.value.url ? new URL(inv.value.url).pathname : ""));
  await save("account", app.get("/mon-compte", admin));
  await save("administration", app.get("/administration", admin));
  await save("people", app.get("/administration/personnes", admin));
  await save("invite", app.get("/administration/personnes/inviter", admin));
  await save("handover", app.post("/administration/personnes/inviter", { nom: "Zoé Blanc", courriel: "zoe@echirolles.example", roles: "requester" }, admin));
  await save("person", app.get(`/administration/personnes/${a.requester.id}`, admin));
  await save("departments", app.get("/administration/services", admin));
  await save("department", app.get(`/administration/services/${a.departments.culture}`, admin));
  await save("department-error", app.post(`/administration/services/${a.departments.culture}/fermeture`, {}, admin));
  await save("settings", app.get("/administration/reglages", admin));
  await save("settings-conflict", app.post("/administration/reglages", { nom: "Échirolles", contreseing: "single-person", delai_1: "3", delai_2: "10", delai_3: "10", delai_4: "15", confirmation: "12", _version: "0" }, admin));
  await save("journal", app.post("/administration/journal", {}, admin));
  const b = await anAuthority(deps, { name: "Grenoble-Alpes-Métropole", isDemonstration: true });
  const { email } = await deps.db.selectFrom("membership").select("email").where("personId", "=", a.administrator.id).executeTakeFirstOrThrow();
  await addMember(deps, b.id, { name: "Adama", email, roles: ["reviewer"] });
  await save("authorities", app.get("/mes-collectivites", admin));
}, 60_000);
