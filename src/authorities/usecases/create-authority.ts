import type { Transaction } from "kysely";
import { type AuthorityId, type DepartmentId, newId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { DB } from "#src/platform/db/schema.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { enterNewAuthority } from "../db/authorities.ts";
import { insertDepartments } from "../db/departments.ts";
import { type AuthoritySettings, slugOf } from "../domain/authority.ts";

/** Only the name and the kind are needed: the rest has the defaults of a careful authority. */
export type AuthorityFacts = Pick<AuthoritySettings, "name" | "kind"> &
  Partial<Omit<AuthoritySettings, "name" | "kind" | "version">> & {
    /** Names of departments at the top of the tree. */
    readonly departments?: readonly string[];
  };

const DEFAULTS = {
  siren: null,
  inseeCode: null,
  population: null,
  isDemonstration: false,
  countersignature: "required",
  targetDays: [5, 20, 20, 30],
  confirmAfterMonths: 6,
  publishesDecisions: true,
} as const satisfies Partial<AuthoritySettings>;

/** Makes an authority and its departments, without anybody in it. */
export function createAuthority({ db, now }: Pick<Deps, "db" | "now">, facts: AuthorityFacts): Promise<AuthorityId> {
  return db.transaction().execute(async (trx) => (await beginAuthority(trx, facts, now())).authorityId);
}

/** The same inside a transaction of the tables' owner, which from then on acts for the new authority alone. */
export async function beginAuthority(
  trx: Transaction<DB>,
  { departments = [], ...facts }: AuthorityFacts,
  at: Date,
): Promise<AuthorityTransaction> {
  const id = facts.id ?? newId<AuthorityId>();
  const entered = await enterNewAuthority(trx, { ...DEFAULTS, ...facts, id, slug: facts.slug ?? slugOf(facts.name), createdAt: at });
  await insertDepartments(
    entered,
    departments.map((name) => ({ id: newId<DepartmentId>(), parentId: null, name })),
  );
  await journal(entered, { what: "authority-created", subject: { type: "authority", id }, content: {}, by: null, at });
  return entered;
}
