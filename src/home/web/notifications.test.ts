import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { visit } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
let ours: TestAuthority;
let neighbour: TestAuthority;

async function told(agent: Agent, kind: string, title: string, subjectId = newId<string>()): Promise<string> {
  deps.clock.now = new Date(deps.clock.now.getTime() + 60_000);
  await inAuthority(db, agent.authorityId, async (trx) => {
    await notify(trx, deps, [agent.id], { kind, subjectId, detail: { reference: "2026-041", title }, at: deps.now() });
    return ok(null);
  });
  const row = await db
    .selectFrom("notification")
    .select("id")
    .where("personId", "=", agent.id)
    .orderBy("at", "desc")
    .executeTakeFirstOrThrow();
  return row.id;
}

const readAt = async (id: string): Promise<Date | null | undefined> =>
  (await db.selectFrom("notification").select("readAt").where("id", "=", id).executeTakeFirst())?.readAt;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps);
});

describe("the page of notifications", () => {
  it("teaches while there is none", async () => {
    expect(await wordsOf(await visit(deps, ours.dataProtectionOfficer, "/notifications"))).toContain("Aucune notification");
  });

  it("shows one's own, the newest first, in words, and says which are not read", async () => {
    await told(ours.requester, "question-asked", "Réserver les salles");
    await told(ours.requester, "a-kind-to-come", "Élaguer les arbres");
    await told(ours.reviewer, "need-submitted", "Besoin d’un autre");
    const text = await wordsOf(await visit(deps, ours.requester, "/notifications"));
    expect(text).toContain("2 notifications");
    expect(text).toContain("2 ne sont pas lues.");
    expect(text).toContain("Une question est posée : Réserver les salles");
    expect(text.indexOf("Il y a du nouveau : Élaguer les arbres")).toBeLessThan(text.indexOf("Une question est posée"));
    expect(text).not.toContain("Besoin d’un autre");
    expect(await wordsOf(await visit(deps, { ...ours.requester, language: "en" }, "/notifications"))).toContain(
      "A question is asked: Réserver les salles",
    );
  });

  it("shows thirty a page, whatever the page asked", async () => {
    for (let index = 0; index < 31; index += 1) await told(ours.guarantor, "waiver-requested", `Besoin ${index}.`);
    const count = async (path: string): Promise<number> =>
      ((await wordsOf(await visit(deps, ours.guarantor, path))).match(/Une dérogation/g) ?? []).length;
    expect(await count("/notifications")).toBe(30);
    expect(await count("/notifications?page=2")).toBe(1);
    expect(await count("/notifications?page=999999")).toBe(1);
    for (const page of ["0", "-1", "x", "1e9", "%00", "99999999999999999999"]) expect(await count(`/notifications?page=${page}`)).toBe(30);
  });

  it("marks one read by opening it, once, and goes to its request", async () => {
    const subject = newId<string>();
    const id = await told(ours.requester, "countersigned", "Réserver les salles", subject);
    const answer = await visit(deps, ours.requester, `/notifications/${id}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/demandes/${subject}`);
    const first = await readAt(id);
    expect(first).toEqual(deps.now());
    deps.clock.advance(1);
    await visit(deps, ours.requester, `/notifications/${id}`);
    expect(await readAt(id)).toEqual(first);
  });

  it("opens nobody else's: it does not exist for them, and stays unread", async () => {
    const id = await told(ours.requester, "countersigned", "Réserver les salles");
    for (const agent of [ours.reviewer, neighbour.requester]) expect((await visit(deps, agent, `/notifications/${id}`)).status).toBe(404);
    for (const bad of ["x", "%00", newId<string>(), id.toUpperCase()])
      expect((await visit(deps, ours.requester, `/notifications/${bad}`)).status).toBe(404);
    expect(await readAt(id)).toBeNull();
    expect((await visit(deps, ours.requester, `/notifications/${id}`)).status).toBe(303);
  });

  it("says from which authority a notification comes, to somebody who acts for another", async () => {
    const id = await told(ours.requester, "countersigned", "Réserver les salles");
    const elsewhere: Agent = { ...ours.requester, authorityId: neighbour.id };
    const answer = await visit(deps, elsewhere, `/notifications/${id}`);
    expect(answer.status).toBe(409);
    expect(await wordsOf(answer)).toContain("Cette notification vient de Ville de Test.");
    expect(await readAt(id)).toBeNull();
  });

  it("marks all of one's own read, and no one else's", async () => {
    const mine = await told(ours.requester, "withdrawn", "Réserver les salles");
    const theirs = await told(ours.reviewer, "withdrawn", "Réserver les salles");
    const answer = await visit(deps, ours.requester, "/notifications/lues", "POST");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/notifications");
    expect(await readAt(mine)).not.toBeNull();
    expect(await readAt(theirs)).toBeNull();
    expect(await wordsOf(await visit(deps, ours.requester, "/notifications"))).toContain("Toutes sont lues.");
  });

  it("is not for visitors", async () => {
    for (const path of ["/", "/notifications", `/notifications/${newId<string>()}`])
      expect((await visit(deps, undefined, path)).headers.get("location")).toBe(`/connexion?vers=${encodeURIComponent(path)}`);
  });
});

describe("the pages about Beffroi", () => {
  it("are for everybody, in both languages", async () => {
    expect(await wordsOf(await visit(deps, undefined, "/accessibilite"))).toContain("non conforme");
    expect(await wordsOf(await visit(deps, undefined, "/source"))).toContain("AGPL-3.0-or-later");
    const english: Agent = { ...ours.requester, language: "en" };
    expect(await wordsOf(await visit(deps, english, "/accessibilite"))).toContain("administrator of Beffroi for Ville de Test");
    expect(await wordsOf(await visit(deps, english, "/source"))).toMatch(/Beffroi \d+\.\d+\.\d+/);
  });
});
