import { describe, expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { addMember } from "../../public.ts";
import { anAuthority, aSignedInCookie } from "../../testing.ts";
import { cookiesOf, testApp, testDeps } from "../test-app.ts";
import { testMailServer } from "../test-mail-server.ts";

const mail = await testMailServer();
const deps = await testDeps({ smtpUrl: mail.url });
const app = testApp(deps);
const ours = await anAuthority(deps, { name: "Ville A" });
const theirs = await anAuthority(deps, { name: "Agglo B" });
const admin = await aSignedInCookie(deps, ours.administrator);
const phrase = "une phrase assez longue";

let addresses = 0;
const fresh = (): string => `198.51.100.${++addresses}`;
const pathIn = (text: string | undefined): string => /http:\/\/beffroi\.test(\/\S+)/.exec(text ?? "")?.[1] ?? "";
const signIn = (courriel: string, mot_de_passe: string) => app.post("/connexion", { courriel, mot_de_passe }, "", fresh());
const invite = (courriel: string, more: Record<string, string> = {}, cookie = admin) =>
  app.post("/administration/personnes/inviter", { nom: "Nadia", courriel, roles: "reviewer", ...more }, cookie);

describe("a forgotten password", () => {
  it("is replaced through a link sent to the address, once", async () => {
    const id = await addMember(deps, ours.id, { name: "Inès", email: "ines@ville.example", roles: ["requester"], password: phrase });
    const before = await aSignedInCookie(deps, { id });
    expect((await app.post("/mot-de-passe-oublie", { courriel: "Ines@ville.example" }, "", fresh())).status).toBe(200);
    const path = pathIn((await mail.mailTo("ines@ville.example")).text);
    expect((await app.get(path)).status).toBe(200);
    expect((await app.post(path, { mot_de_passe: "court" }, "", fresh())).status).toBe(422);
    expect((await app.post(path, { mot_de_passe: "la nouvelle phrase" }, "", fresh())).headers.get("location")).toBe("/connexion");
    expect((await app.post(path, { mot_de_passe: "encore une autre" }, "", fresh())).status).toBe(410);
    expect((await app.get(path)).status).toBe(410);
    expect((await signIn("ines@ville.example", phrase)).status).toBe(422);
    expect((await signIn("ines@ville.example", "la nouvelle phrase")).status).toBe(303);
    expect((await app.get("/mon-compte", before)).status).toBe(303);
  });

  it("gives the same answer, in the same time, whether the address has an account or not", async () => {
    await addMember(deps, ours.id, { name: "Jo", email: "jo@ville.example", roles: ["requester"], password: phrase });
    const answers = [];
    for (const courriel of ["jo@ville.example", "personne@ville.example"]) {
      const start = performance.now();
      const answer = await app.post("/mot-de-passe-oublie", { courriel }, "", fresh());
      answers.push({ status: answer.status, text: await wordsOf(answer), slow: performance.now() - start > 390 });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 200, slow: true });
    await mail.mailTo("jo@ville.example");
    expect(mail.received.some(({ to }) => to?.[0]?.address === "personne@ville.example")).toBe(false);
  });

  it("slows down whoever asks for many links", async () => {
    const address = fresh();
    const statuses = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push((await app.post("/mot-de-passe-oublie", { courriel: "x@ville.example" }, "", address)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it("shows a dead end to whoever invents a link", async () => {
    for (const token of ["x", "a".repeat(24), "%00", "../../etc"])
      expect([404, 410]).toContain((await app.get(`/reinitialisation/${token}`)).status);
    expect((await app.post("/reinitialisation/aaaaaaaaaaaaaaaaaaaaaaaa", { mot_de_passe: phrase }, "", fresh())).status).toBe(410);
  });
});

describe("an invitation", () => {
  it("goes by mail, and makes a member who is signed in at once", async () => {
    const answer = await invite("nadia@ville.example");
    expect(answer.headers.get("location")).toBe("/administration/personnes");
    const message = await mail.mailTo("nadia@ville.example");
    expect(message.subject).toBe("Ville A vous invite sur Beffroi");
    const path = pathIn(message.text);
    const page = await wordsOf(await app.get(path));
    expect(page).toMatch(/Invitation\s: Ville A/);
    expect(page).toContain("Choisissez un mot de passe");
    const refused = await app.post(path, { votre_nom: "Nadia N.", mot_de_passe: "court" });
    expect(refused.status).toBe(422);
    const accepted = await app.post(path, { votre_nom: "Nadia N.", mot_de_passe: phrase }, "", fresh());
    expect(accepted.status).toBe(303);
    expect(await wordsOf(await app.get("/mon-compte", cookiesOf(accepted)))).toContain("Instructeur");
    expect((await app.get(path)).status).toBe(410);
    expect((await app.post(path, { mot_de_passe: "pas la bonne phrase" }, "", fresh())).status).toBe(410);
  });

  it("asks somebody known for their password, or for their session", async () => {
    const id = await addMember(deps, theirs.id, { name: "Vera", email: "vera@ville.example", roles: ["requester"], password: phrase });
    await invite("vera@ville.example");
    const path = pathIn((await mail.mailTo("vera@ville.example")).text);
    expect(await wordsOf(await app.get(path))).toContain("Vous avez déjà un compte");
    expect((await app.post(path, { mot_de_passe: "pas la bonne phrase" }, "", fresh())).status).toBe(422);
    expect(await wordsOf(await app.get(path, admin))).toContain("En continuant, vous vous connecterez avec le compte invité");
    const session = await aSignedInCookie(deps, { id });
    expect(await wordsOf(await app.get(path, session))).toContain("Vous êtes connecté en tant que Vera");
    expect((await app.post(path, {}, session)).status).toBe(303);
    const account = await wordsOf(await app.get("/mon-compte", session));
    expect(account).toContain("Ville A");
    expect(account).toContain("Changer de collectivité");
  });

  it("opens a new session for somebody known who gives their password", async () => {
    await addMember(deps, theirs.id, { name: "Wim", email: "wim@ville.example", roles: ["requester"], password: phrase });
    await invite("wim@ville.example");
    const path = pathIn((await mail.mailTo("wim@ville.example")).text);
    const accepted = await app.post(path, { mot_de_passe: phrase }, "", fresh());
    expect(accepted.status).toBe(303);
    expect(await wordsOf(await app.get("/mon-compte", cookiesOf(accepted)))).toContain("Ville A");
  });

  it("is sent once when its form is posted twice", async () => {
    const _cle = crypto.randomUUID();
    for (let time = 0; time < 2; time += 1) expect((await invite("deux@ville.example", { _cle })).status).toBe(303);
    await mail.mailTo("deux@ville.example");
    expect(mail.received.filter(({ to }) => to?.[0]?.address === "deux@ville.example")).toHaveLength(1);
  });

  it("is handed over by the administrator when the mail server is away", async () => {
    const mailer = { send: () => Promise.reject(new Error("away")), close: () => undefined };
    const away = testApp({ ...deps, mailer });
    const answer = await away.post(
      "/administration/personnes/inviter",
      { nom: "Zoé", courriel: "zoe@ville.example", roles: "requester" },
      admin,
    );
    expect(answer.status).toBe(200);
    const text = await wordsOf(answer);
    expect(text).toContain("le serveur de courrier ne répond pas");
    expect((await app.get(pathIn(text))).status).toBe(200);
  });
});

describe("without a mail server", () => {
  const mute = testApp({ ...deps, mailer: undefined });

  it("a forgotten password is the administrator's to replace, by a link shown once", async () => {
    expect(await wordsOf(await mute.get("/mot-de-passe-oublie"))).toContain("Demandez à un administrateur");
    const answer = await mute.post(`/administration/personnes/${ours.requester.id}/reinitialisation`, {}, admin);
    const path = pathIn(await wordsOf(answer));
    expect((await mute.post(path, { mot_de_passe: phrase }, "", fresh())).headers.get("location")).toBe("/connexion");
    const { email } = await deps.db
      .selectFrom("membership")
      .select("email")
      .where("personId", "=", ours.requester.id)
      .executeTakeFirstOrThrow();
    expect((await signIn(email, phrase)).status).toBe(303);
  });

  it("an invitation is a link to hand over, also when its form is posted twice", async () => {
    const fields = { nom: "Yan", courriel: "yan@ville.example", roles: "requester", _cle: crypto.randomUUID() };
    const first = pathIn(await wordsOf(await mute.post("/administration/personnes/inviter", fields, admin)));
    const second = pathIn(await wordsOf(await mute.post("/administration/personnes/inviter", fields, admin)));
    expect((await mute.get(first)).status).toBe(404);
    expect((await mute.get(second)).status).toBe(200);
  });
});
