import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { aDeclaredEnd, aLifecycle } from "#src/watch/testing.ts";
import { aContract } from "../testing.ts";
import { testApp, wordsOf } from "./test-app.ts";

const { db } = await testDatabase();
const clock = { now: new Date("2026-07-15T10:00:00Z") };
const deps = { db, now: () => clock.now };
const app = testApp(deps);
const HOSTILE =
  'Suivi; des, "marchés" \\n <script>alert(1)</script> : BEGIN:VEVENT — très long libellé avec des accents éèàù, pour que la ligne soit pliée';
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await aContract(deps, ours.reviewer, { title: HOSTILE, supplierName: "Éditeur, SARL; « du centre »" });
  await aContract(deps, neighbour.reviewer, { title: "Du voisin" });
  await givenSoftware(db, { slug: "postgresql", name: "PostgreSQL" });
  await givenSoftware(db, { slug: "koha", name: "Koha" });
  await aLifecycle(deps, {
    slug: "postgresql",
    product: "postgresql",
    cycles: [
      { cycle: "9.6", ends: "2021-11-11" },
      { cycle: "14", ends: "2026-11-12" },
      { cycle: "1", ends: "2026-12-01" },
      { cycle: "15", ends: "2027-11-11" },
    ],
  });
  const version = (softwareVersion: string, name: string) =>
    db.updateTable("installation").set({ softwareVersion }).where("name", "=", name).execute();
  await anInstallation(deps, ours.reviewer, { name: "Base vieille", softwareSlug: "postgresql" });
  await anInstallation(deps, ours.reviewer, { name: "Base courante", softwareSlug: "postgresql" });
  await anInstallation(deps, ours.reviewer, { name: "Base inconnue", softwareSlug: "postgresql" });
  await anInstallation(deps, ours.reviewer, { name: "Médiathèque", softwareSlug: "koha" });
  await version("9.6.24", "Base vieille");
  await version("v14.2", "Base courante");
  await aDeclaredEnd(deps, ours.reviewer, { slug: "koha", cycle: "23.11", endsOn: "2026-10-01" as LocalDate });
});

const make = async (): Promise<string> => {
  const html = await (await app.post("/parc/calendrier/adresse", ours.electedOfficial)).text();
  const [address] = /\/calendrier\/[\w-]{43}\.ics/.exec(html) ?? [];
  if (address === undefined) throw new Error("No address is shown");
  return address;
};
const eventsAt = async (address: string): Promise<readonly ICAL.Event[]> => {
  const text = await (await app.get(address, undefined)).text();
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};

describe("the calendar", () => {
  it("shows what comes and what is late, of one authority, and nothing of another", async () => {
    const words = await wordsOf(await app.get("/parc/calendrier", ours.requester));
    expect(words).toContain("Dernier jour pour donner un préavis : Suivi;");
    expect(words).toContain("Septembre 2026");
    expect(words).toContain("Fin de vie : Koha 23.11 (Médiathèque)");
    expect(words).not.toContain("Du voisin");
  });

  it("names the end of life of the version that runs, even past; and each one to come where nobody said which runs", async () => {
    const words = await wordsOf(await app.get("/parc/calendrier?nature=fins-de-vie", ours.requester));
    expect(words).toContain("Fin de vie : PostgreSQL 9.6 (Base vieille)");
    expect(words).toContain("Fin de vie : PostgreSQL 14 (Base courante)");
    expect(words).not.toContain("PostgreSQL 1 (Base courante)");
    expect(words).not.toContain("PostgreSQL 9.6 (Base inconnue)");
    expect(words).toMatch(/PostgreSQL 14 \(Base inconnue\).{0,120}n’est pas renseignée/);
    expect(words).not.toContain("PostgreSQL 15");
    expect(words).not.toContain("préavis :");
  });
});

describe("the private address of a calendar", () => {
  it("is shown once, read without a session, and answers no more once it is remade or revoked", async () => {
    const first = await make();
    expect((await app.get(first, undefined)).status).toBe(200);
    expect(await (await app.get("/parc/calendrier", ours.electedOfficial)).text()).not.toContain(first);
    expect(await wordsOf(await app.get("/parc/calendrier", ours.electedOfficial))).toContain("Dernière lecture le 15 juillet 2026");
    const second = await make();
    expect((await app.get(first, undefined)).status).toBe(404);
    expect((await app.get(second, undefined)).status).toBe(200);
    expect((await app.post("/parc/calendrier/revocation", ours.electedOfficial)).status).toBe(303);
    expect((await app.get(second, undefined)).status).toBe(404);
    const stored = await db.selectFrom("calendarFeed").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(second.slice(12, 55));
  });

  it("answers no more once its person left", async () => {
    const address = await make();
    expect((await app.get(address, undefined)).status).toBe(200);
    const member = db.updateTable("membership").where("personId", "=", ours.electedOfficial.id);
    await member.set({ leftAt: clock.now }).execute();
    expect((await app.get(address, undefined)).status).toBe(404);
    await member.set({ leftAt: null }).execute();
  });

  it("is unknown for whatever is no address of a calendar", async () => {
    const address = await make();
    for (const path of [
      "/calendrier/x",
      "/calendrier/x.ics",
      address.slice(0, -4),
      address.replace(/.\.ics$/, "\u00e9.ics"),
      `/calendrier/${"a".repeat(43)}.ics`,
      "/calendrier/%00.ics",
    ]) {
      expect((await app.get(path, undefined)).status, path).toBe(404);
    }
  });
});

describe("the iCalendar file", () => {
  it("is read by a reader that is not ours: whole days, the words as they are, one identifier that stays", async () => {
    const address = await make();
    const text = await (await app.get(address, undefined)).text();
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
    expect(text.endsWith("END:VCALENDAR") || text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\n\r]/);
    const events = await eventsAt(address);
    const notice = events.find(({ uid }) => uid.startsWith("notice-"));
    expect(notice?.startDate.isDate).toBe(true);
    expect(notice?.startDate.toString()).toBe("2026-09-30");
    expect(notice?.summary).toBe(`Dernier jour pour donner un préavis\u00a0: ${HOSTILE}`.replace(/\s+/g, " "));
    expect(notice?.description).toContain("Éditeur, SARL; « du centre »".replace(/\s+/g, " "));
    expect(String(notice?.component.getFirstPropertyValue("url"))).toMatch(/\/parc\/contrats\/[0-9a-f-]{36}$/);
    expect(events.every(({ component }) => component.hasProperty("dtstamp"))).toBe(true);
    const uids = events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    clock.now = new Date("2026-07-16T10:00:00Z");
    expect((await eventsAt(address)).map(({ uid }) => uid)).toEqual(uids);
  });

  it("is told to be unchanged when it is, and is another one when a contract changed", async () => {
    const address = await make();
    const first = await app.get(address, undefined);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const etag = first.headers.get("etag") ?? "";
    clock.now = new Date("2026-07-16T18:00:00Z");
    expect((await app.get(address, undefined)).headers.get("etag")).toBe(etag);
    const again = await app.get(address, undefined, "fr", { "if-none-match": etag });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    await aContract(deps, ours.reviewer, { title: "Un de plus" });
    expect((await app.get(address, undefined)).headers.get("etag")).not.toBe(etag);
    expect((await app.get(address, undefined, "fr", { "if-none-match": etag })).status).toBe(200);
  });
});
