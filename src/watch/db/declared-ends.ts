import { type RawBuilder, sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { DeclaredEnd, EndFacts } from "../domain/declared-end.ts";
import { endIsKnown } from "./watch-items.ts";

const SHOWN = 100;

function select(reader: AuthorityTransaction): RawBuilder<DeclaredEnd> {
  return sql<DeclaredEnd>`
    select d.id, k.slug, d.cycle, d.ends_on, d.read_at_url, d.declared_by, m.name as declared_by_name, d.declared_at, d.removed_at, d.version,
           ${endIsKnown("k.endoflife")} as known_from_source
      from declared_end d join software s on s.slug = d.slug join software k on k.slug = coalesce(s.merged_into, s.slug)
      left join membership m on m.authority_id = d.authority_id and m.person_id = d.declared_by
     where d.authority_id = ${reader.authorityId}`;
}

/** Those of a software, the soonest first. */
export async function declaredEndsOf(reader: AuthorityTransaction, slug: string): Promise<readonly DeclaredEnd[]> {
  const { rows } = await sql<DeclaredEnd>`
    ${select(reader)} and k.slug = ${slug} and d.removed_at is null order by d.ends_on, d.cycle limit ${SHOWN}`.execute(reader);
  return rows;
}

export async function declaredEnd(reader: AuthorityTransaction, id: string): Promise<DeclaredEnd | undefined> {
  const { rows } = await sql<DeclaredEnd>`${select(reader)} and d.id = ${id}`.execute(reader);
  return rows[0];
}

/** Writers of one software's ends queue here, so that a cycle is entered once. */
export async function lockEnds(trx: AuthorityTransaction, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.authorityId} ends ${slug}`}, 9))`.execute(trx);
}

/** The public source gives an end of life for this cycle of this product. */
export async function isEndKnown(reader: AuthorityTransaction, product: string | null, cycle: string): Promise<boolean> {
  const { rows } = await sql`
    select from release_cycle where product = ${product} and lower(cycle) = lower(${cycle}) and ends_on is not null`.execute(reader);
  return rows.length > 0;
}

export type Written = EndFacts & { readonly id: string; readonly slug: string; readonly by: string; readonly at: Date };

export async function insertEnd(trx: AuthorityTransaction, { by, at, ...facts }: Written): Promise<void> {
  await trx
    .insertInto("declaredEnd")
    .values({ authorityId: trx.authorityId, ...facts, declaredBy: by, declaredAt: at })
    .execute();
}

export async function replaceEnd(trx: AuthorityTransaction, { id, slug: _, by, at, ...facts }: Written): Promise<void> {
  await trx
    .updateTable("declaredEnd")
    .set((eb) => ({ ...facts, declaredBy: by, declaredAt: at, version: eb("version", "+", 1) }))
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .execute();
}

export async function removeEnd(trx: AuthorityTransaction, id: string, at: Date): Promise<void> {
  await trx
    .updateTable("declaredEnd")
    .set((eb) => ({ removedAt: at, version: eb("version", "+", 1) }))
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .execute();
}
