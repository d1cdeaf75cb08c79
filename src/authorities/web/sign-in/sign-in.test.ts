import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { addMember, createAuthority } from "../../public.ts";
import { anAuthority, aSignedInCookie, type TestAuthority } from "../../testing.ts";
import { cookiesOf, testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
const app = testApp(deps);
const email = "ines@ville.example";
const password = "correct cheval pile agrafe";
let authority: TestAuthority;

beforeAll(async () => {
  authority = await anAuthority(deps, { name: "Ville A" });
  await addMember(deps, authority.id, { name: "Inès", email, roles: ["reviewer"], password });
});

let addresses = 0;
/** Each test comes from its own address: limits count by address. */
const fresh = (): string => `198.51.100.${++addresses}`;
const signIn = (fields: Record<string, string>, cookie = "", address = fresh()) =>
  app.post("/connexion", { courriel: email, mot_de_passe: password, ...fields }, cookie, address);

describe("signing in", () => {
  it("opens a session, and goes where one was going", async () => {
    const answer = await signIn({ vers: "/mon-compte?x=1" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/mon-compte?x=1");
    const account = await app.get("/mon-compte", cookiesOf(answer));
    expect(account.status).toBe(200);
    expect(await wordsOf(account)).toContain(email);
  });

  it("never leads to another site", async () => {
    expect((await signIn({ vers: "https://evil.example" })).headers.get("location")).toBe("/");
    expect(await (await app.get("/connexion?vers=//evil.example")).text()).not.toContain('value="//evil');
  });

  it("answers the same to a wrong password and to an unknown address", async () => {
    const wrong = await signIn({ mot_de_passe: "une phrase tout autre" });
    const unknown = await signIn({ courriel: "personne@ville.example" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const text = (await wordsOf(wrong)).replaceAll(email, "");
    expect((await wordsOf(unknown)).replaceAll("personne@ville.example", "")).toBe(text);
    expect(text).toContain("Adresse ou mot de passe incorrect");
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("makes a new session, and ends the one that was open on this browser", async () => {
    const before = await aSignedInCookie(deps, authority.requester);
    expect((await app.get("/mon-compte", before)).status).toBe(200);
    const answer = await signIn({}, before);
    expect(cookiesOf(answer)).not.toBe(before);
    expect((await app.get("/mon-compte", before)).status).toBe(303);
    expect((await app.get("/mon-compte", cookiesOf(answer))).status).toBe(200);
  });

  it("lasts until one signs out", async () => {
    const cookie = cookiesOf(await signIn({}));
    expect((await app.get("/mon-compte", cookie)).status).toBe(200);
    expect((await app.post("/deconnexion", {}, cookie)).headers.get("location")).toBe("/connexion");
    expect((await app.get("/mon-compte", cookie)).status).toBe(303);
  });

  it("lasts a week at most, however often one comes", async () => {
    const cookie = await aSignedInCookie(deps, authority.electedOfficial);
    const begunAgo = (days: number) =>
      sql`update auth.session set "createdAt" = now() - make_interval(days => ${days}) where "userId" = ${authority.electedOfficial.id}`.execute(
        deps.db,
      );
    await begunAgo(6);
    expect((await app.get("/mon-compte", cookie)).status).toBe(200);
    await begunAgo(8);
    expect((await app.get("/mon-compte", cookie)).status).toBe(303);
  });

  it("slows down whoever tries many passwords from one address, in words", async () => {
    const address = fresh();
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await signIn({ mot_de_passe: "une phrase tout autre" }, "", address)).status).toBe(422);
    const answer = await signIn({}, "", address);
    expect(answer.status).toBe(429);
    expect(await wordsOf(answer)).toContain("Par sécurité, attendez");
    expect((await signIn({})).status).toBe(303);
  }, 60_000);

  it("refuses what is no form without failing", async () => {
    for (const fields of [{ courriel: "" }, { courriel: "\u0000" }, { mot_de_passe: "" }, { mot_de_passe: "x".repeat(100_000) }])
      expect((await signIn(fields)).status).toBe(422);
  });

  it("opens nothing with a forged cookie", async () => {
    const cookie = await aSignedInCookie(deps, authority.requester);
    expect((await app.get("/mon-compte", `${cookie.slice(0, -6)}AAAAAA`)).status).toBe(303);
  });
});

describe("a sign-in link of the demonstration", () => {
  it("signs in once", async () => {
    const path = (await deps.auth.signInLink(email)).replace(deps.config.publicUrl, "");
    const first = await app.get(path);
    expect(first.status).toBe(303);
    expect((await app.get("/mon-compte", cookiesOf(first))).status).toBe(200);
    const second = await app.get(path);
    expect(second.status).toBe(410);
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  it("is the only endpoint of better-auth that is reached", async () => {
    expect((await app.get("/api/auth/get-session")).status).toBe(404);
    expect((await app.post("/api/auth/sign-in/email", {})).status).toBe(404);
  });
});

describe("one's account", () => {
  it("changes the name and the language", async () => {
    const cookie = await aSignedInCookie(deps, authority.guarantor);
    expect((await app.post("/mon-compte", { nom: "Garance Nouvelle", langue: "en" }, cookie)).status).toBe(303);
    const page = await wordsOf(await app.get("/mon-compte", cookie));
    expect(page).toContain("Garance Nouvelle");
    expect(page).toContain("My account");
  });

  it("changes the password of whoever knows it, and ends the other sessions", async () => {
    const id = await addMember(deps, authority.id, { name: "Noé", email: "noe@ville.example", roles: ["requester"], password });
    const [here, elsewhere] = [await aSignedInCookie(deps, { id }), await aSignedInCookie(deps, { id })];
    const wrong = await app.post("/mon-compte/mot-de-passe", { actuel: "une phrase tout autre", nouveau: "la nouvelle phrase" }, here);
    expect(wrong.status).toBe(422);
    const answer = await app.post("/mon-compte/mot-de-passe", { actuel: password, nouveau: "la nouvelle phrase" }, here);
    expect(answer.status).toBe(303);
    expect((await app.get("/mon-compte", cookiesOf(answer))).status).toBe(200);
    expect((await app.get("/mon-compte", elsewhere)).status).toBe(303);
    expect((await signIn({ courriel: "noe@ville.example", mot_de_passe: "la nouvelle phrase" })).status).toBe(303);
  }, 60_000);

  it("does not take for a new password what anybody would try first", async () => {
    const id = await addMember(deps, authority.id, { name: "Léa", email: "lea@ville.example", roles: ["requester"], password });
    const cookie = await aSignedInCookie(deps, { id });
    const answer = await app.post("/mon-compte/mot-de-passe", { actuel: password, nouveau: "MotDePasse2026" }, cookie);
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain("essaie en premier");
    expect((await signIn({ courriel: "lea@ville.example" })).status).toBe(303);
  });

  it("takes a password as it was typed, the spaces at its ends included", async () => {
    const courriel = "max@ville.example";
    const id = await addMember(deps, authority.id, { name: "Max", email: courriel, roles: ["requester"], password });
    const cookie = await aSignedInCookie(deps, { id });
    const nouveau = "  des mots et des bords ";
    expect((await app.post("/mon-compte/mot-de-passe", { actuel: password, nouveau }, cookie)).status).toBe(303);
    expect((await signIn({ courriel, mot_de_passe: nouveau.trim() })).status).toBe(422);
    expect((await signIn({ courriel, mot_de_passe: nouveau })).status).toBe(303);
  });

  it("signs out everywhere", async () => {
    const cookies = [await aSignedInCookie(deps, authority.reviewer), await aSignedInCookie(deps, authority.reviewer)];
    await app.post("/mon-compte/deconnexions", {}, cookies[0]);
    for (const cookie of cookies) expect((await app.get("/mon-compte", cookie)).status).toBe(303);
  });

  it("chooses among one's own authorities, and no other", async () => {
    const other = await createAuthority(deps, { name: "Agglo B", kind: "epci" });
    const foreign = await createAuthority(deps, { name: "Ville C", kind: "commune" });
    await addMember(deps, other, { name: "Inès B", email, roles: ["administrator"] });
    const cookie = cookiesOf(await signIn({}));
    expect(await wordsOf(await app.get("/mon-compte", cookie))).toContain("Inès B");
    expect((await app.post("/mes-collectivites", { collectivite: authority.id }, cookie)).status).toBe(303);
    expect(await wordsOf(await app.get("/mon-compte", cookie))).toContain("Ville A");
    expect((await app.post("/mes-collectivites", { collectivite: foreign }, cookie)).status).toBe(404);
    expect((await app.post("/mes-collectivites", { collectivite: "nope" }, cookie)).status).toBe(404);
  });

  it("keeps the language chosen by somebody who is not signed in", async () => {
    const answer = await app.post("/langue", { langue: "en", retour: "/connexion" });
    expect(answer.headers.get("location")).toBe("/connexion");
    expect(await wordsOf(await app.get("/connexion", cookiesOf(answer)))).toContain("Forgotten password");
    expect((await app.post("/langue", { langue: "xx", retour: "//evil.example" })).headers.get("location")).toBe("/");
  });
});
