import {
  addDepartment,
  addMember,
  authorityBySlug,
  createAuthority,
  departmentsOf,
  peopleHolding,
  peopleOf,
} from "#src/authorities/public.ts";
import { type Agent, agentOf } from "#src/kernel/agent.ts";
import type { AuthorityId, DepartmentId, InstallationId, PersonId } from "#src/kernel/ids.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { sha256 } from "#src/platform/journal/chain.ts";
import { DEPARTMENTS, PEOPLE, type Person, TOWN } from "../data/people.ts";

/** The fictional town while its past is played. Everything is called by its name. */
export type Town = {
  readonly id: AuthorityId;
  readonly departments: ReadonlyMap<string, DepartmentId>;
  readonly people: ReadonlyMap<string, Agent>;
  readonly installations: Map<string, InstallationId>;
};

/** Makes the authority, its departments and its people; or finds them, wholly or as far as they were made. */
export async function foundTown(deps: Deps): Promise<Town> {
  const { name, slug, population } = TOWN;
  const known = await authorityBySlug(deps.db, slug);
  if (known?.isDemonstration === false) throw new Error(`${slug} is a real authority: nothing is invented there`);
  const id = known?.id ?? (await createAuthority(deps, { name, slug, population, kind: "commune", isDemonstration: true }));
  const departments = await placeDepartments(deps, id);
  return { id, departments, people: await gatherPeople(deps, id, departments), installations: new Map() };
}

async function placeDepartments(deps: Deps, id: AuthorityId): Promise<ReadonlyMap<string, DepartmentId>> {
  const known = await readAuthority(deps.db, id, (reader) => departmentsOf(reader, { withClosed: true }));
  const departments = new Map(known.map((department) => [department.name, department.id]));
  for (const { name, under } of DEPARTMENTS) {
    if (departments.has(name)) continue;
    departments.set(name, await addDepartment(deps, id, { name, parentId: under === undefined ? null : named(departments, under) }));
  }
  return departments;
}

async function gatherPeople(deps: Deps, id: AuthorityId, departments: Town["departments"]): Promise<ReadonlyMap<string, Agent>> {
  const known = await readAuthority(deps.db, id, async (reader) => peopleOf(reader, await peopleHolding(reader, ROLES)));
  const ids = new Map<string, PersonId>([...known.values()].map((person) => [person.name, person.id]));
  const people = new Map<string, Agent>();
  for (const { name, department, jobTitle, roles } of PEOPLE) {
    const departmentId = department === null ? null : named(departments, department);
    const personId = ids.get(name) ?? (await addMember(deps, id, { name, email: emailOf(name), jobTitle, departmentId, roles }));
    people.set(name, agentOf({ id: personId, authorityId: id, name, departmentId, roles, language: "fr" }));
  }
  return people;
}

/** « Thi-Lan Pham » → "thi-lan.pham@valmontel.example". */
export function emailOf(name: Person["name"]): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain.replaceAll(" ", ".")}@${TOWN.mailDomain}`;
}

/** What bears this name. None is a mistake in the tables of the demonstration. */
export function named<T>(all: ReadonlyMap<string, T>, name: string): T {
  const found = all.get(name);
  if (found === undefined) throw new Error(`Nothing of the demonstration is named ${name}`);
  return found;
}

/** The same identifier for the same thing of the same town: what was interrupted is taken up where it stopped. */
export function idFor<Id extends string>(town: Pick<Town, "id">, ...names: readonly (string | number)[]): Id {
  const hex = sha256(`${town.id} ${names.join(" ")}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id;
}
