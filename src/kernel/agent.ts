import type { AuthorityId, DepartmentId, PersonId } from "./ids.ts";
import type { Language } from "./language.ts";
import { type Action, allows, type Role } from "./rights.ts";

/** A person acting for one authority, with the roles held there (French: « agent »). */
export type Agent = {
  readonly id: PersonId;
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly Role[];
  readonly language: Language;
  may(action: Action): boolean;
};

export function agentOf(facts: Omit<Agent, "may">): Agent {
  return { ...facts, may: (action) => allows(facts.roles, action) };
}

/** The role under which somebody acts for `action`: what public records name instead of the person. */
export function roleFor(agent: Agent, action: Action): Role {
  const role = agent.roles.find((held) => allows([held], action));
  if (role === undefined) throw new Error(`No role of this agent allows ${action}`);
  return role;
}
