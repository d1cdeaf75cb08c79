import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { findBySlug, listPublic, settingsOf } from "./db/authorities.ts";
import { departmentTree } from "./db/departments.ts";
import { holdersOf, namesOf, type PersonName } from "./db/members.ts";
import type { AuthoritySettings, PublicAuthority } from "./domain/authority.ts";
import type { Department } from "./domain/departments.ts";

export type { PersonName } from "./db/members.ts";
export type { AuthorityKind, AuthoritySettings, Countersignature, PublicAuthority, TargetDays } from "./domain/authority.ts";
export { AUTHORITY_KINDS } from "./domain/authority.ts";
export type { Department } from "./domain/departments.ts";
export { placeDepartment as addDepartment } from "./usecases/add-department.ts";
export { addMember, type MemberFacts } from "./usecases/add-member.ts";
export { type AuthorityFacts, createAuthority } from "./usecases/create-authority.ts";
export { ensureSetUpLink } from "./usecases/ensure-set-up-link.ts";
export { openAuthority } from "./usecases/open-authority.ts";

type Reading = AuthorityReader | AuthorityTransaction;

/** What the authority of this transaction is, and what it decided of its own procedure. */
export function authoritySettings(trx: Reading): Promise<AuthoritySettings> {
  return settingsOf(trx);
}

/** Departments in reading order, each with its depth and « Direction › Service »; closed ones (`closedAt`) only when asked. */
export function departmentsOf(trx: Reading, options: { readonly withClosed?: boolean } = {}): Promise<readonly Department[]> {
  return departmentTree(trx, options);
}

/** Names of this authority's people by id, those who left included. */
export function peopleOf(trx: Reading, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonName>> {
  return namesOf(trx, ids);
}

/** Active members who hold one of these roles; of one department when it is given. */
export function peopleHolding(trx: Reading, roles: readonly Role[], departmentId?: DepartmentId): Promise<readonly PersonId[]> {
  return holdersOf(trx, roles, departmentId);
}

/** For public pages. */
export function authorityBySlug(db: Database, slug: string): Promise<PublicAuthority | undefined> {
  return findBySlug(db, slug);
}

/** Every authority of the instance, by name, demonstrations included (`isDemonstration`). */
export function listAuthorities(db: Database): Promise<readonly PublicAuthority[]> {
  return listPublic(db);
}
