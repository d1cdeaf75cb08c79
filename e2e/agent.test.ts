import { deflateSync, inflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { machineTexts } from "#src/machines/web/texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, type Visitor, WITHOUT_AND_WITH_SCRIPTS } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = machineTexts("fr");

/** As GLPI Agent writes it; the names of people and accounts that agents add were never sent. */
const INVENTORY = {
  action: "inventory",
  deviceid: "ACCUEIL-2026-01-05-08-00-00",
  itemtype: "Computer",
  content: {
    versionclient: "GLPI-Agent_v1.11",
    hardware: { name: "ACCUEIL", uuid: "4c4c4544-0034-3010-8048-b6c04f503732", chassis_type: "Desktop" },
    bios: { smodel: "OptiPlex 7010", smanufacturer: "Dell Inc." },
    operatingsystem: { full_name: "Debian GNU/Linux 12 (bookworm)", name: "Debian GNU/Linux", version: "12", kernel_name: "linux" },
    softwares: [
      { name: "firefox-esr", version: "128.5.0esr", publisher: "Debian", from: "deb", arch: "amd64" },
      { name: "libc6", version: "2.36", publisher: "Debian", from: "deb", arch: "amd64" },
      { name: "bleach-maison", version: "1.0", publisher: "La mairie", from: "deb", arch: "amd64" },
    ],
  },
};

describe("an inventory agent", () => {
  for (const reading of WITHOUT_AND_WITH_SCRIPTS)
    it(`is connected, and its machine seen, understood and declared: scripts ${reading.script ? "on" : "off"}`, () => connect(reading));
});

async function connect(reading: Reading): Promise<void> {
  const authority = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const administers = await aVisitor(browser, app, reading, authority.administrator);
  await administers.goTo("/parc/postes");
  await administers.follow(t.list.connect);
  await administers.write(t.agents.label, "Postes de la mairie");
  await administers.press(t.agents.make);
  const address = (await administers.page.locator("code").first().textContent()) ?? "";
  expect(address).toMatch(/\/agents\/[\w-]{20,}$/);
  expect(await post(address)).toMatchObject({ status: "ok" });
  await administers.follow(t.agents.see);
  await administers.follow("ACCUEIL");
  await administers.sees("OptiPlex 7010");
  await administers.sees("Firefox");
  await administers.leave();
  await understand(reading, authority);
}

/** Each says what the unknown package is in one click, then declares what the machine showed. */
async function understand(reading: Reading, authority: TestAuthority): Promise<void> {
  const manages = await aVisitor(browser, app, reading, authority.reviewer);
  await manages.goTo("/parc/postes/non-reconnus");
  await manages.sees("bleach-maison");
  await manages.follow(new RegExp(`^${t.unmapped.some}`));
  await searchSoftware(manages, "GIMP");
  await manages.press(t.unmapped.itIs("GIMP"));
  await manages.sees(t.unmapped.saved("bleach-maison", "GIMP"));
  await manages.follow(t.tabs.compare);
  await manages.sees("GIMP");
  await manages.follow(new RegExp(`^${t.compare.declare} +Firefox`));
  await manages.sees("Déclarer un logiciel");
  await manages.leave();
}

/** With scripts, a list changes in place. */
async function searchSoftware(manages: Visitor, text: string): Promise<void> {
  await manages.write(t.unmapped.chooseSearch, text);
  if (!manages.reading.script) return manages.press(manages.words.ui.search);
  await manages.page.getByRole("button", { name: manages.words.ui.search }).click();
}

/** What an agent does: its inventory compressed as it compresses, the answer inflated as it inflates. */
async function post(address: string): Promise<unknown> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/x-compress-zlib", "user-agent": "GLPI-Agent_v1.11", "glpi-agent-id": crypto.randomUUID() },
    body: new Uint8Array(deflateSync(JSON.stringify(INVENTORY))),
  });
  return JSON.parse(inflateSync(Buffer.from(await answer.arrayBuffer())).toString("utf8"));
}
