import { createHmac } from "node:crypto";
import { type Agent, agentOf } from "#src/kernel/agent.ts";
import { type AuthorityId, type DepartmentId, newId, type PersonId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { ROLES, type Role } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { upsertMember } from "./db/members.ts";
import { insertAccount } from "./db/people.ts";
import { placeDepartment } from "./usecases/add-department.ts";
import { type AuthorityFacts, createAuthority } from "./usecases/create-authority.ts";

type Source = Database | { readonly db: Database; readonly now?: () => Date };

/** An authority with a small tree of departments and one agent of each role. */
export type TestAuthority = {
  readonly id: AuthorityId;
  /** `library` is under `culture`; `it` and `culture` are at the top. */
  readonly departments: { readonly culture: DepartmentId; readonly library: DepartmentId; readonly it: DepartmentId };
  readonly requester: Agent;
  readonly reviewer: Agent;
  readonly guarantor: Agent;
  readonly administrator: Agent;
  readonly electedOfficial: Agent;
  readonly dataProtectionOfficer: Agent;
};

/** Made straight in the database: no HTTP, no password. Each call makes another authority, with its own people. */
export async function anAuthority(source: Source, facts: Partial<AuthorityFacts> = {}): Promise<TestAuthority> {
  const { db, now } = partsOf(source);
  const id = await createAuthority({ db, now }, { name: "Ville de Test", kind: "commune", ...facts });
  const culture = await placeDepartment({ db, now }, id, { name: "Culture" });
  const library = await placeDepartment({ db, now }, id, { name: "Bibliothèque", parentId: culture });
  const it = await placeDepartment({ db, now }, id, { name: "Systèmes d’information" });
  const agents = new Map<Role, Agent>();
  for (const role of ROLES) {
    const departmentId = role === "requester" ? library : role === "reviewer" || role === "administrator" ? it : null;
    agents.set(role, await anAgent(source, id, { roles: [role], departmentId, name: NAMES[role] }));
  }
  const agent = (role: Role): Agent => agents.get(role) as Agent;
  return {
    id,
    departments: { culture, library, it },
    requester: agent("requester"),
    reviewer: agent("reviewer"),
    guarantor: agent("guarantor"),
    administrator: agent("administrator"),
    electedOfficial: agent("elected-official"),
    dataProtectionOfficer: agent("data-protection-officer"),
  };
}

const NAMES: Readonly<Record<Role, string>> = {
  requester: "Rose Demandeuse",
  reviewer: "Ivan Instructeur",
  guarantor: "Garance Garante",
  administrator: "Adama Administratrice",
  "elected-official": "Elsa Élue",
  "data-protection-officer": "Denis Protecteur",
};

type AgentFacts = {
  readonly roles: readonly Role[];
  readonly name?: string;
  readonly departmentId?: DepartmentId | null;
  readonly email?: string;
};

/** One more member of an authority, as an agent. */
export async function anAgent(source: Source, authorityId: AuthorityId, facts: AgentFacts): Promise<Agent> {
  const { db, now } = partsOf(source);
  const id = newId<PersonId>();
  const { roles, name = "Camille Agent", departmentId = null, email = `${id}@test.example` } = facts;
  await insertAccount(db, { id, email, name, language: "fr" });
  await inAuthority(db, authorityId, async (trx) => {
    await upsertMember(trx, id, { name, email, jobTitle: null, departmentId, roles }, now());
    return ok(id);
  });
  return agentOf({ id, authorityId, name, departmentId, roles, language: "fr" });
}

/** The Cookie header of a real session of better-auth, for requests over HTTP. */
export async function aSignedInCookie({ auth }: Pick<Deps, "auth">, agent: Pick<Agent, "id">): Promise<string> {
  const context = await auth.$context;
  const session = await context.internalAdapter.createSession(agent.id);
  const signature = createHmac("sha256", context.secret).update(session.token).digest("base64");
  return `${context.authCookies.sessionToken.name}=${encodeURIComponent(`${session.token}.${signature}`)}`;
}

function partsOf(source: Source): { readonly db: Database; readonly now: () => Date } {
  return "db" in source ? { db: source.db, now: source.now ?? (() => new Date()) } : { db: source, now: () => new Date() };
}
