import { afterAll, describe, expect, it } from "vitest";
import { ensureSetUpLink } from "#src/authorities/public.ts";
import { type RunningApp, startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { enter } from "./sign-in-steps.ts";
import { aVisitor, type Reading, type Visitor } from "./visitor.ts";
import { exactly } from "./wording.ts";

const READINGS: readonly Reading[] = [
  { script: true, language: "fr", width: 360 },
  { script: false, language: "en", width: 1280 },
];
// A set-up link works on an instance without authority alone: one instance each.
const cases = await Promise.all(READINGS.map(async (reading) => ({ reading, app: await startApp() })));
const browser = await openBrowser();
afterAll(() => browser.close());

const PASSWORD = "une phrase assez longue";
const AUTHORITY = "Ville d’Échirolles";
const COLLEAGUE = { name: "Ida Instructrice", email: "ida@echirolles.example" };

describe("the first hour of an authority", () => {
  for (const { reading, app } of cases)
    it.concurrent(`goes from the set-up link to a colleague at work: scripts ${reading.script ? "on" : "off"}, ${reading.language}`, () =>
      firstHour(reading, app));
});

async function firstHour(reading: Reading, app: RunningApp): Promise<void> {
  const administrator = await aVisitor(browser, app, reading);
  await setUp(administrator, app);
  const link = await invite(administrator);
  const colleague = await aVisitor(browser, app, reading);
  await accept(colleague, link);
  await comeBack(colleague);
  await changeLanguage(colleague);
  for (const visitor of [administrator, colleague]) await visitor.leave();
}

/** The authority is found by typing, then created with its first administrator. */
async function setUp(administrator: Visitor, app: RunningApp): Promise<void> {
  const { page, reading, words } = administrator;
  const { setUp: t, authority: shared } = words;
  await administrator.goTo(new URL((await ensureSetUpLink(app.deps)) ?? "").pathname);
  if (reading.script) {
    await page.getByRole("textbox", { name: exactly(t.search) }).pressSequentially("echirol");
    await page.getByRole("radio", { name: exactly("Échirolles") }).waitFor();
    await administrator.inspect();
  } else {
    await administrator.write(t.search, "echirolles");
    await administrator.press(t.searchButton);
  }
  await administrator.choose(t.results, "Échirolles");
  await administrator.press(t.continue);
  await administrator.write(t.authorityName, AUTHORITY);
  await administrator.write(t.departments, "Bibliothèque\nÉtat civil");
  await administrator.write(shared.name, "Adama Premier");
  await administrator.write(shared.email, "adama@echirolles.example");
  await administrator.write(shared.password, "trop bref");
  await administrator.press(t.submit, { status: 422 });
  await administrator.sees(shared.passwordTooShort);
  await administrator.write(shared.password, PASSWORD);
  await administrator.press(t.submit);
  await administrator.sees(t.welcome);
}

/** From the first steps of the home page to a link to hand over: this instance sends no mail. */
async function invite(administrator: Visitor): Promise<string> {
  const { page, words } = administrator;
  const { home, administration: t, authority: shared } = words;
  await administrator.follow(home.step.people);
  await administrator.follow(t.invite);
  await administrator.write(shared.name, COLLEAGUE.name);
  await administrator.write(shared.email, COLLEAGUE.email);
  await administrator.select(t.departmentLabel, "Bibliothèque");
  await administrator.tick(shared.roles.reviewer);
  await administrator.press(t.inviteSubmit);
  const link = await page.getByRole("region", { name: t.linkLabel }).getByText("/invitation/").textContent();
  return new URL(link ?? "").pathname;
}

async function accept(colleague: Visitor, link: string): Promise<void> {
  const { authority: shared, signIn: t } = colleague.words;
  await colleague.goTo(link);
  await colleague.sees(t.invitationFor(COLLEAGUE.email));
  await colleague.write(shared.password, PASSWORD);
  await colleague.press(t.join);
  await colleague.sees(t.joined(AUTHORITY));
}

/** Signs out, is refused with a wrong password, and comes back to the page that was wanted. */
async function comeBack(colleague: Visitor): Promise<void> {
  const { ui, signIn: t, inventory } = colleague.words;
  await colleague.press(ui.signOut);
  await colleague.sees(t.signedOut);
  await colleague.goTo("/parc");
  await enter(colleague, COLLEAGUE.email, "une phrase fausse", 422);
  await colleague.sees(t.wrong);
  await enter(colleague, COLLEAGUE.email, PASSWORD);
  expect(new URL(colleague.page.url()).pathname).toBe("/parc");
  await colleague.sees(inventory.list.emptyTitle);
}

/** The other language is chosen at the foot of any page, and kept when nobody is signed in any more. */
async function changeLanguage(colleague: Visitor): Promise<void> {
  await colleague.changeLanguage();
  await colleague.sees(colleague.words.inventory.list.emptyTitle);
  await colleague.press(colleague.words.ui.signOut);
  await colleague.sees(colleague.words.signIn.signedOut);
}
