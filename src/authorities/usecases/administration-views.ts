import type { Agent } from "#src/kernel/agent.ts";
import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { settingsOf } from "../db/authorities.ts";
import { countMembersByDepartment, departmentTree } from "../db/departments.ts";
import { pendingInvitations } from "../db/invitations.ts";
import { ENTRIES_PER_PAGE, type JournalRow, journalPage } from "../db/journal-page.ts";
import { findMember } from "../db/members.ts";
import { membershipsOf } from "../db/people.ts";
import { countPeople, type PeopleCounts, type PeoplePage, peoplePage } from "../db/people-list.ts";
import type { AuthoritySettings } from "../domain/authority.ts";
import { type Department, withDescendants } from "../domain/departments.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { Member } from "../domain/member.ts";

type Reading = Pick<Deps, "db">;

export function administrationCounts({ db }: Reading, agent: Agent): Promise<PeopleCounts> {
  return readAuthority(db, agent.authorityId, countPeople);
}

export type PeopleQuery = {
  readonly search: string;
  readonly role: Role | null;
  readonly department: string | null;
  readonly left: boolean;
  readonly page: number;
};
export type PeopleView = PeoplePage & { readonly departments: readonly Department[]; readonly pending: readonly Invitation[] };

/** A department chosen stands for all that is under it. */
export function peopleView({ db }: Reading, agent: Agent, { department, ...query }: PeopleQuery): Promise<PeopleView> {
  return readAuthority(db, agent.authorityId, async (trx) => {
    const departments = await departmentTree(trx, { withClosed: true });
    const chosen = departments.find(({ id }) => id === department);
    const inside = chosen === undefined ? null : [...withDescendants(departments, chosen.id)];
    const people = await peoplePage(trx, { ...query, departments: inside });
    return { ...people, departments, pending: await pendingInvitations(trx) };
  });
}

export type PersonView = { readonly member: Member; readonly departments: readonly Department[]; readonly belongsElsewhere: boolean };

export async function personView({ db }: Reading, agent: Agent, id: PersonId): Promise<PersonView | undefined> {
  const found = await readAuthority(db, agent.authorityId, async (trx) => {
    const member = await findMember(trx, id);
    return member && { member, departments: await departmentTree(trx) };
  });
  if (found === undefined) return undefined;
  const belongsElsewhere = (await membershipsOf(db, id)).some(({ authorityId }) => authorityId !== agent.authorityId);
  return { ...found, belongsElsewhere };
}

export function openDepartments({ db }: Reading, agent: Agent): Promise<readonly Department[]> {
  return readAuthority(db, agent.authorityId, (trx) => departmentTree(trx));
}

export type DepartmentsView = { readonly departments: readonly Department[]; readonly members: ReadonlyMap<DepartmentId, number> };

export function departmentsView({ db }: Reading, agent: Agent): Promise<DepartmentsView> {
  return readAuthority(db, agent.authorityId, async (trx) => ({
    departments: await departmentTree(trx),
    members: await countMembersByDepartment(trx),
  }));
}

export function currentSettings({ db }: Reading, agent: Agent): Promise<AuthoritySettings> {
  return readAuthority(db, agent.authorityId, settingsOf);
}

export type JournalView = {
  readonly rows: readonly JournalRow[] /** Where older entries start; null at the beginning of the journal. */;
  readonly older: number | null;
};

export async function journalView({ db }: Reading, agent: Agent, before: number | null): Promise<JournalView> {
  const rows = await readAuthority(db, agent.authorityId, (trx) => journalPage(trx, before));
  const shown = rows.slice(0, ENTRIES_PER_PAGE);
  return { rows: shown, older: rows.length > ENTRIES_PER_PAGE ? (shown.at(-1)?.sequence ?? null) : null };
}
