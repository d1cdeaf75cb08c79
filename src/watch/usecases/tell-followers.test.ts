import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { notificationSentence, notificationTexts } from "#src/home/notification-texts.ts";
import { openNotification } from "#src/home/usecases/open-notification.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { testDeps } from "#src/platform/testing.ts";
import { WATCH_NOTIFICATIONS } from "../domain/notifications.ts";
import { aDeclaredEnd, aFollow, aLifecycle } from "../testing.ts";
import { followSoftware } from "./follow-software.ts";
import { tellFollowers } from "./tell-followers.ts";

const deps = await testDeps();
const { db } = deps;
let ours: TestAuthority;
let neighbour: TestAuthority;

const inDays = (days: number): LocalDate => addDays(dayOf(deps.now()), days);
async function toldTo(agent: Agent): Promise<readonly string[]> {
  const rows = await db.selectFrom("notification").select(["kind", "detail"]).where("personId", "=", agent.id).orderBy("kind").execute();
  return rows.map(({ kind, detail }) => `${kind}: ${(detail as { title: string }).title}`);
}
const change = (slug: string, field: string, before: string | null, after: string | null) =>
  db.insertInto("softwareChange").values({ slug, field, before, after, at: deps.now() }).execute();

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(db, { slug: "php", name: "PHP" }, { slug: "redis", name: "Redis" });
});
beforeEach(async () => {
  for (const table of ["notification", "watchTold", "softwareFollow", "softwareChange", "declaredEnd"] as const)
    await db.deleteFrom(table).execute();
  deps.clock.advance(1);
});

describe("those who follow a software", () => {
  it("are told once of a new cycle, a change of licence and an abandonment, whichever their authority", async () => {
    await aFollow(deps, ours.requester, "redis");
    await aFollow(deps, neighbour.reviewer, "redis");
    await aFollow(deps, ours.guarantor, "php");
    deps.clock.advance(1);
    await change("redis", "cycle", null, "8.2");
    await change("redis", "licence", "BSD-3-Clause", "RSAL");
    await change("redis", "archived", "false", "true");
    await change("redis", "archived", "true", "false");
    await change("redis", "ends", "8.2", "8.2 2030-01-01");
    expect(await tellFollowers(deps)).toBe(6);
    const told = ["watch-archived: Redis", "watch-licence-changed: Redis (BSD-3-Clause → RSAL)", "watch-new-cycle: Redis 8.2"];
    expect(await toldTo(ours.requester)).toEqual(told);
    expect(await toldTo(neighbour.reviewer)).toEqual(told);
    expect(await toldTo(ours.guarantor)).toEqual([]);
    expect(await tellFollowers(deps)).toBe(0);
    expect(await toldTo(ours.requester)).toHaveLength(3);
  });

  it("are not told of what happened before they followed it, nor after they left it or the authority", async () => {
    await change("redis", "cycle", null, "7");
    deps.clock.advance(1);
    await aFollow(deps, ours.requester, "redis");
    await aFollow(deps, ours.reviewer, "redis");
    await aFollow(deps, ours.guarantor, "redis");
    await db.updateTable("membership").set({ leftAt: deps.now() }).where("personId", "=", ours.guarantor.id).execute();
    deps.clock.advance(1);
    await change("redis", "cycle", null, "8");
    expect((await followSoftware(deps, ours.reviewer, { slug: "redis", follows: false })).ok).toBe(true);
    expect(await tellFollowers(deps)).toBe(1);
    expect(await toldTo(ours.requester)).toEqual(["watch-new-cycle: Redis 8"]);
    await db.updateTable("membership").set({ leftAt: null }).where("personId", "=", ours.guarantor.id).execute();
  });

  it("are told of an end of life once it comes within 180 days, and again when its day moves", async () => {
    const ends = inDays(181);
    await aLifecycle(deps, {
      slug: "php",
      product: "php",
      cycles: [
        { cycle: "8.3", ends },
        { cycle: "7", ends: inDays(-1) },
      ],
    });
    await aFollow(deps, ours.requester, "php");
    expect(await tellFollowers(deps)).toBe(0);
    deps.clock.advance(1);
    expect(await tellFollowers(deps)).toBe(1);
    expect(await toldTo(ours.requester)).toEqual([`watch-end-near: PHP 8.3 (${ends.split("-").reverse().join("/")})`]);
    deps.clock.advance(30);
    expect(await tellFollowers(deps)).toBe(0);
    await aLifecycle(deps, { slug: "php", product: "php", cycles: [{ cycle: "8.3", ends: addDays(ends, -10) }] });
    expect(await tellFollowers(deps)).toBe(1);
  });

  it("are told of what their own authority entered, and not of what a neighbour did", async () => {
    await aFollow(deps, ours.requester, "redis");
    await aFollow(deps, neighbour.requester, "redis");
    await aDeclaredEnd(deps, ours.reviewer, { slug: "redis", cycle: "6", endsOn: inDays(30) });
    expect(await tellFollowers(deps)).toBe(1);
    expect(await toldTo(neighbour.requester)).toEqual([]);
  });

  it("are told once by two workers at the same time", async () => {
    await aFollow(deps, ours.requester, "redis");
    deps.clock.advance(1);
    await change("redis", "cycle", null, "9");
    const told = await Promise.all([tellFollowers(deps), tellFollowers(deps), tellFollowers(deps)]);
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await toldTo(ours.requester)).toHaveLength(1);
  });

  it("are all told, however many news there are", async () => {
    await aFollow(deps, ours.requester, "redis");
    deps.clock.advance(1);
    for (let index = 0; index < 205; index += 1) await change("redis", "cycle", null, `v${index}`);
    expect(await tellFollowers(deps)).toBe(205);
  });
});

describe("what they are told", () => {
  it("opens on the watch, and is said in the page and in the mail in both languages", async () => {
    await aFollow(deps, ours.requester, "redis");
    deps.clock.advance(1);
    await change("redis", "cycle", null, "8.2");
    await tellFollowers(deps);
    const { id, kind } = await db
      .selectFrom("notification")
      .select(["id", "kind"])
      .where("personId", "=", ours.requester.id)
      .executeTakeFirstOrThrow();
    const opened = await openNotification(deps, ours.requester, id);
    expect(opened).toMatchObject({ ok: true, value: { path: "/veille?vue=nouveautes&perimetre=suivis" } });
    const facts = { name: "Rose", authority: "Ville", reference: "", title: "Redis 8.2", url: "https://x.example" };
    const [fr, en] = [notificationSentence(kind, "fr"), notificationSentence(kind, "en")];
    expect(notificationTexts("fr").mailSubject(fr, "", "Redis 8.2")).toBe(
      "Une nouvelle version d’un logiciel que vous suivez\u00a0: Redis 8.2",
    );
    expect(notificationTexts("fr").mail(fr, facts)).toContain("logiciel que vous suivez\u00a0: Redis 8.2.");
    expect(notificationTexts("fr").mail(fr, facts)).not.toContain("demande");
    expect(notificationTexts("en").mail(en, facts)).toContain("a software that you follow: Redis 8.2.");
  });

  it("has a sentence for every kind that the watch sends", () => {
    const kinds = [
      ...Object.values(WATCH_NOTIFICATIONS).map(({ kind }) => kind),
      "suggestion-made",
      "suggestion-taken-up",
      "suggestion-declined",
    ];
    for (const language of ["fr", "en"] as const) {
      const unknown = notificationSentence("unknown", language);
      expect(kinds.filter((kind) => notificationSentence(kind, language) === unknown)).toEqual([]);
    }
  });
});

describe("following", () => {
  it("twice is following once; what is unknown is refused", async () => {
    for (const follows of [true, true, false, false]) {
      expect((await followSoftware(deps, ours.requester, { slug: "redis", follows })).ok).toBe(true);
    }
    for (const slug of ["nothing", "", "%", "Redis", "x".repeat(5_000)]) {
      expect(await followSoftware(deps, ours.requester, { slug, follows: true })).toEqual({ ok: false, error: { kind: "not-found" } });
    }
    const written = await db
      .selectFrom("journalEntry")
      .select("what")
      .where("what", "like", "software-%follow%")
      .where("personId", "=", ours.requester.id)
      .execute();
    expect(written.map(({ what }) => what)).toEqual(["software-followed", "software-unfollowed"]);
  });
});
