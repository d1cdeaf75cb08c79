import { describe, expect, it } from "vitest";
import type { Agent } from "#src/kernel/agent.ts";
import { type DepartmentId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { pendingInvitations } from "../db/invitations.ts";
import { findMember } from "../db/members.ts";
import type { Member } from "../domain/member.ts";
import { addMember, peopleHolding, peopleOf } from "../public.ts";
import { anAgent, anAuthority, aSignedInCookie } from "../testing.ts";
import { testDeps } from "../web/test-app.ts";
import { acceptInvitation, openInvitation } from "./accept-invitation.ts";
import { changeMember, endMembership } from "./change-member.ts";
import { invitePerson, renewInvitation, revokeInvitation } from "./invite-person.ts";
import { isResetOpen, makeResetLink } from "./password-reset.ts";

let clock = new Date("2026-11-21T09:00:00Z");
const deps: Deps = await testDeps({ now: () => clock });
const ours = await anAuthority(deps, { name: "Ville A" });
const theirs = await anAuthority(deps, { name: "Ville B" });
const admin = ours.administrator;
const phrase = "une phrase assez longue";

const member = (agent: Agent, of = agent): Promise<Member | undefined> =>
  readAuthority(deps.db, of.authorityId, (trx) => findMember(trx, agent.id));
const kindOf = (result: { readonly ok: boolean; readonly error?: { readonly kind: string } }): string =>
  result.ok ? "ok" : (result.error?.kind ?? "");
const tokenOf = (url: string | undefined): string => url?.split("/").at(-1) ?? "";
const invite = (email: string, more: Partial<Parameters<typeof invitePerson>[2]> = {}, by = admin) =>
  invitePerson(deps, by, { id: newId<string>(), email, name: "Nadia", departmentId: null, roles: ["requester"], ...more });
const accept = (token: string) => acceptInvitation(deps, { token, person: { name: "Nadia N.", password: phrase, language: "fr" } });

async function invited(email: string, by = admin): Promise<string> {
  const result = await invite(email, {}, by);
  if (!result.ok) throw new Error(result.error.kind);
  return tokenOf(result.value.url);
}

describe("inviting somebody", () => {
  it("makes a member of whoever accepts, once, with the roles and the department chosen", async () => {
    const result = await invite("nadia@ville.example", { departmentId: ours.departments.library, roles: ["requester", "reviewer"] });
    const token = tokenOf(result.ok ? result.value.url : undefined);
    const accepted = await accept(token);
    expect(accepted.ok).toBe(true);
    const made = accepted.ok ? await readAuthority(deps.db, ours.id, (trx) => findMember(trx, accepted.value.personId)) : undefined;
    expect(made).toMatchObject({
      name: "Nadia N.",
      email: "nadia@ville.example",
      departmentId: ours.departments.library,
      roles: ["requester", "reviewer"],
    });
    expect(kindOf(await accept(token))).toBe("closed");
  });

  it("keeps the token nowhere", async () => {
    const token = await invited("secret@ville.example");
    const rows = await deps.db.selectFrom("invitation").select("tokenHash").where("email", "=", "secret@ville.example").execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("works for fourteen days", async () => {
    const [early, late] = [await invited("early@ville.example"), await invited("late@ville.example")];
    const start = clock;
    clock = new Date(start.getTime() + 14 * 86_400_000 - 1000);
    expect(kindOf(await accept(early))).toBe("ok");
    clock = new Date(start.getTime() + 14 * 86_400_000 + 1000);
    expect(kindOf(await accept(late))).toBe("closed");
    clock = start;
  });

  it("is one invitation when its form is posted twice, and one by address", async () => {
    const id = newId<string>();
    expect(await invite("twice@ville.example", { id })).toMatchObject({
      ok: true,
      value: { url: expect.stringContaining("/invitation/") },
    });
    expect(await invite("twice@ville.example", { id })).toMatchObject({ ok: true, value: { url: undefined } });
    await invite("twice@ville.example");
    const pending = await readAuthority(deps.db, ours.id, (trx) => pendingInvitations(trx));
    expect(pending.filter(({ email }) => email === "twice@ville.example")).toHaveLength(1);
  });

  it("can be made again, which voids the first link, and withdrawn", async () => {
    const first = await invited("again@ville.example");
    const opened = await openInvitation(deps, first);
    const id = opened?.invitation.id ?? "";
    const renewed = await renewInvitation(deps, admin, id);
    const second = tokenOf(renewed.ok ? renewed.value.url : undefined);
    expect(kindOf(await accept(first))).toBe("not-found");
    expect((await openInvitation(deps, second))?.state).toBe("open");
    expect(kindOf(await revokeInvitation(deps, admin, id))).toBe("ok");
    expect(kindOf(await accept(second))).toBe("closed");
    expect(kindOf(await renewInvitation(deps, admin, id))).toBe("not-open");
  });

  it("is refused for an address that is already a member, and by whoever does not manage people", async () => {
    await addMember(deps, ours.id, { name: "Omar", email: "omar@ville.example", roles: ["requester"] });
    expect(kindOf(await invite("omar@ville.example"))).toBe("already-member");
    expect(kindOf(await invite("omar@ville.example", {}, theirs.administrator))).toBe("ok");
    expect(kindOf(await invite("someone@ville.example", {}, ours.reviewer))).toBe("not-allowed");
    expect(kindOf(await invite("someone@ville.example", { departmentId: theirs.departments.it }))).toBe("unknown-department");
  });

  it("is worth nothing once whoever made it has left or may invite no more, until somebody else makes it again", async () => {
    const leaver = await anAgent(deps, ours.id, { roles: ["administrator"] });
    const demoted = await anAgent(deps, ours.id, { roles: ["administrator"] });
    const [byLeaver, byDemoted] = [await invited("porte@ville.example", leaver), await invited("fenetre@ville.example", demoted)];
    for (const token of [byLeaver, byDemoted]) expect((await openInvitation(deps, token))?.state).toBe("open");
    expect(kindOf(await endMembership(deps, admin, { id: leaver.id, version: 1 }))).toBe("ok");
    const place = { id: demoted.id, departmentId: null, jobTitle: null, version: 1 };
    expect(kindOf(await changeMember(deps, admin, { ...place, roles: ["requester"] }))).toBe("ok");
    for (const token of [byLeaver, byDemoted]) {
      expect((await openInvitation(deps, token))?.state).toBe("revoked");
      expect(kindOf(await accept(token))).toBe("closed");
    }
    const id = (await openInvitation(deps, byLeaver))?.invitation.id ?? "";
    const renewed = await renewInvitation(deps, admin, id);
    expect(kindOf(await accept(tokenOf(renewed.ok ? renewed.value.url : undefined)))).toBe("ok");
  });

  it("does not let a neighbour touch it", async () => {
    const id = (await openInvitation(deps, await invited("mine@ville.example")))?.invitation.id ?? "";
    expect(kindOf(await revokeInvitation(deps, theirs.administrator, id))).toBe("not-found");
    expect(kindOf(await renewInvitation(deps, theirs.administrator, id))).toBe("not-found");
    expect(kindOf(await revokeInvitation(deps, admin, id))).toBe("ok");
  });

  it("never gives a known account to whoever only holds the link", async () => {
    const known = await addMember(deps, theirs.id, { name: "Vera", email: "vera@ville.example", roles: ["requester"], password: phrase });
    const token = await invited("vera@ville.example");
    expect(kindOf(await accept(token))).toBe("account-exists");
    expect(kindOf(await acceptInvitation(deps, { token, person: { id: admin.id } }))).toBe("other-person");
    expect(kindOf(await acceptInvitation(deps, { token, person: { id: known } }))).toBe("ok");
  });
});

describe("an administrator", () => {
  it("changes somebody's place, and is told when somebody else did meanwhile", async () => {
    const agent = await anAgent(deps, ours.id, { roles: ["requester"] });
    const change = { id: agent.id, departmentId: ours.departments.it, jobTitle: "Cheffe", version: 1 };
    expect(kindOf(await changeMember(deps, admin, { ...change, roles: ["reviewer"] }))).toBe("ok");
    expect(kindOf(await changeMember(deps, admin, { ...change, roles: ["reviewer"] }))).toBe("ok");
    const stale = await changeMember(deps, admin, { ...change, roles: ["guarantor"] });
    expect(stale).toMatchObject({ ok: false, error: { kind: "stale", current: { roles: ["reviewer"] }, last: { by: admin.name } } });
    expect(await member(agent)).toMatchObject({ roles: ["reviewer"], jobTitle: "Cheffe", version: 2 });
  });

  it("places nobody in a department that is closed, unknown or a neighbour's", async () => {
    const agent = await anAgent(deps, ours.id, { roles: ["requester"] });
    const change = { id: agent.id, jobTitle: null, roles: ["requester"], version: 1 } as const;
    for (const departmentId of [theirs.departments.it, newId<DepartmentId>()])
      expect(kindOf(await changeMember(deps, admin, { ...change, departmentId }))).toBe("unknown-department");
    expect(kindOf(await changeMember(deps, admin, { ...change, departmentId: ours.departments.it }))).toBe("ok");
  });

  it("never takes away the last administrator, even when two do it at once", async () => {
    const town = await anAuthority(deps, { name: "Ville C" });
    const first = town.administrator;
    const change = { departmentId: null, jobTitle: null, roles: ["requester"], version: 1 } as const;
    expect(kindOf(await changeMember(deps, first, { ...change, id: first.id }))).toBe("last-administrator");
    expect(kindOf(await endMembership(deps, first, { id: first.id, version: 1 }))).toBe("last-administrator");
    const second = await anAgent(deps, town.id, { roles: ["administrator"] });
    const both = await Promise.all([
      changeMember(deps, first, { ...change, id: second.id }),
      endMembership(deps, second, { id: first.id, version: 1 }),
    ]);
    expect(both.map(kindOf).sort()).toEqual(["last-administrator", "ok"]);
  });

  it("lets somebody leave: their name stays, and they come back by a new invitation", async () => {
    const id = await addMember(deps, ours.id, { name: "Paul", email: "paul@ville.example", roles: ["requester"], password: phrase });
    expect(kindOf(await endMembership(deps, theirs.administrator, { id, version: 1 }))).toBe("not-found");
    expect(kindOf(await endMembership(deps, admin, { id, version: 1 }))).toBe("ok");
    await readAuthority(deps.db, ours.id, async (trx) => {
      expect((await peopleOf(trx, [id])).get(id)).toMatchObject({ name: "Paul" });
      expect(await peopleHolding(trx, ["requester"])).not.toContain(id);
    });
    const token = await invited("paul@ville.example");
    expect(kindOf(await acceptInvitation(deps, { token, person: { id } }))).toBe("ok");
    await readAuthority(deps.db, ours.id, async (trx) => expect(await peopleHolding(trx, ["requester"])).toContain(id));
  });

  it("ends the sessions of somebody who leaves, unless another authority still has them", async () => {
    const [leaver, shared] = [
      await anAgent(deps, ours.id, { roles: ["requester"] }),
      await anAgent(deps, ours.id, { roles: ["requester"] }),
    ];
    const token = await invited("deux@ville.example", theirs.administrator);
    await deps.db
      .updateTable("invitation")
      .set({ email: `${shared.id}@test.example` })
      .where("email", "=", "deux@ville.example")
      .execute();
    expect(kindOf(await acceptInvitation(deps, { token, person: { id: shared.id } }))).toBe("ok");
    const cookies = await Promise.all([leaver, shared].map(async (agent) => new Headers({ cookie: await aSignedInCookie(deps, agent) })));
    const open = () => Promise.all(cookies.map(async (headers) => (await deps.auth.api.getSession({ headers })) !== null));
    expect(await open()).toEqual([true, true]);
    for (const { id } of [leaver, shared]) expect(kindOf(await endMembership(deps, admin, { id, version: 1 }))).toBe("ok");
    expect(await open()).toEqual([false, true]);
  });

  it("makes a password link for members of this authority alone", async () => {
    const id = await addMember(deps, ours.id, { name: "Rita", email: "rita@ville.example", roles: ["requester"], password: phrase });
    const link = await makeResetLink(deps, admin, id);
    expect(link.ok).toBe(true);
    const token = tokenOf(link.ok ? link.value : undefined);
    expect(await isResetOpen(deps, token)).toBe(true);
    expect(kindOf(await makeResetLink(deps, ours.reviewer, id))).toBe("not-allowed");
    expect(kindOf(await makeResetLink(deps, theirs.administrator, id))).toBe("not-found");
    const invitation = await invited("rita@ville.example", theirs.administrator);
    expect(kindOf(await acceptInvitation(deps, { token: invitation, person: { id } }))).toBe("ok");
    expect(await isResetOpen(deps, token)).toBe(false);
    expect(kindOf(await makeResetLink(deps, admin, id))).toBe("belongs-elsewhere");
  });

  it("cannot make a password link without its holder being told by whom", async () => {
    const id = await addMember(deps, ours.id, { name: "Gil", email: "gil@ville.example", roles: ["guarantor"], password: phrase });
    const link = await makeResetLink(deps, admin, id);
    const told = await deps.db
      .selectFrom("notification")
      .select(["personId", "kind", "detail"])
      .where("kind", "=", "reset-link-made")
      .where("personId", "=", id)
      .execute();
    expect(told).toEqual([{ personId: id, kind: "reset-link-made", detail: { title: admin.name, path: "/mon-compte" } }]);
    expect(tokenOf(link.ok ? link.value : undefined)).toMatch(/^[\w-]{43}$/);
    expect(kindOf(await makeResetLink(deps, theirs.administrator, id))).toBe("not-found");
    const after = await deps.db.selectFrom("notification").select("id").where("personId", "=", id).execute();
    expect(after).toHaveLength(1);
  });

  it("leaves a journal of everything, that verifies", async () => {
    const rows = await deps.db.selectFrom("journalEntry").select("what").distinct().where("authorityId", "=", ours.id).execute();
    const whats = rows.map(({ what }) => what);
    for (const what of ["person-invited", "invitation-accepted", "roles-changed", "membership-ended", "reset-link-made"])
      expect(whats).toContain(what);
    expect(await verifyJournal(deps.db, ours.id)).toMatchObject({ intact: true });
  });
});
