import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { signInWithPassword } from "#src/platform/auth/credentials.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { lockInvitation } from "../db/invitations.ts";
import { anAuthority } from "../testing.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { invitePerson } from "./invite-person.ts";

const deps = await testDeps();
const email = "mairesse@test.example";

async function invited(): Promise<{ token: string; id: string; authority: Awaited<ReturnType<typeof anAuthority>> }> {
  const authority = await anAuthority(deps);
  const id = newId<string>();
  const made = await invitePerson(deps, authority.administrator, { id, email, name: "Nouvelle", departmentId: null, roles: ["requester"] });
  return { token: (made.ok && made.value.url?.split("/").at(-1)) || "", id, authority };
}

it("an account made while another invitation to the same address was being accepted keeps its own password", async () => {
  const [hers, theirs] = [await invited(), await invited()];
  const as = (password: string) => ({ name: "Nouvelle", password, language: "fr" }) as const;
  const blocked = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = inAuthority(deps.db, theirs.authority.id, async (trx) => {
    await lockInvitation(trx, theirs.id);
    locked.resolve();
    await blocked.promise;
    return ok(null);
  });
  await locked.promise;
  const attack = acceptInvitation(deps, { token: theirs.token, person: as("un mot de passe intrus") });
  await pause(300);
  expect((await acceptInvitation(deps, { token: hers.token, person: as("son mot de passe à elle") })).ok).toBe(true);
  blocked.resolve();
  await holding;
  expect(await attack).toEqual({ ok: false, error: { kind: "account-exists" } });
  const caller = { address: "203.0.113.9", userAgent: "", cookies: "" };
  expect(await signInWithPassword(deps.auth, caller, email, "un mot de passe intrus")).toEqual({ kind: "wrong-credentials" });
  expect(await signInWithPassword(deps.auth, caller, email, "son mot de passe à elle")).toHaveProperty("cookies");
});
