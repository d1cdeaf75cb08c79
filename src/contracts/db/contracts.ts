import { type RawBuilder, sql } from "kysely";
import { foldedText } from "#src/platform/db/folded-text.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { type Contract, type ContractKind, type Covered, MOST_CONTRACTS } from "../domain/contract.ts";

const CONTRACT: RawBuilder<unknown> = sql`
  c.id, c.title, c.reference, c.supplier_id, c.supplier_name, c.kind, c.starts_on, c.ends_on, c.renewal, c.renewal_months, c.notice_months,
  c.yearly_amount, c.indexation, c.notes, c.closed_on, c.declared_by, c.version`;

/** What a contract covers, in order of name, as JSON. */
const COVERED: RawBuilder<unknown> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('installationId', i.id, 'name', i.name, 'share', l.share) order by i.name_key, i.id)
    from contract_installation l join installation i on i.authority_id = l.authority_id and i.id = l.installation_id
   where l.authority_id = c.authority_id and l.contract_id = c.id), '[]')`;

export type CoveringContract = Contract & { readonly covers: readonly Covered[] };

export async function contractById(reader: AuthorityTransaction, id: string): Promise<CoveringContract | undefined> {
  const { rows } = await sql<CoveringContract>`
    select ${CONTRACT}, ${COVERED} as covers from contract c where c.authority_id = ${reader.authorityId} and c.id = ${id}`.execute(reader);
  return rows[0];
}

/** The same, locked until the end of the transaction: nobody changes it meanwhile. */
export async function contractForUpdate(trx: AuthorityTransaction, id: string): Promise<CoveringContract | undefined> {
  await sql`select 1 from contract where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return contractById(trx, id);
}

export type ContractFilter = {
  /** In the title, the reference, the supplier's name, or the names of what it covers. Any text without control characters. */
  readonly search?: string | undefined;
  readonly kind?: ContractKind | undefined;
  readonly supplierId?: string | undefined;
  readonly installationId?: string | undefined;
};

/** An authority's contracts, in order of title. They are some hundreds: where each stands is worked out from all of them. */
export async function contractsOf(reader: AuthorityTransaction, filter: ContractFilter = {}): Promise<readonly CoveringContract[]> {
  const { rows } = await sql<CoveringContract>`
    with covering as materialized (
      select l.contract_id, jsonb_agg(jsonb_build_object('installationId', i.id, 'name', i.name, 'share', l.share) order by i.name_key, i.id) as covers
        from contract_installation l join installation i on i.authority_id = l.authority_id and i.id = l.installation_id
       where l.authority_id = ${reader.authorityId} group by l.contract_id)
    select ${CONTRACT}, coalesce(v.covers, '[]') as covers from contract c left join covering v on v.contract_id = c.id
     where c.authority_id = ${reader.authorityId} and ${conditions(filter)}
     order by c.title_key, c.id limit ${MOST_CONTRACTS}`.execute(reader);
  return rows;
}

export async function hasNoContract(reader: AuthorityTransaction): Promise<boolean> {
  const { rows } = await sql`select from contract where authority_id = ${reader.authorityId} limit 1`.execute(reader);
  return rows.length === 0;
}

function conditions({ search = "", kind, supplierId, installationId }: ContractFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (kind !== undefined) all.push(sql`c.kind = ${kind}`);
  if (supplierId !== undefined) all.push(sql`c.supplier_id = ${supplierId}`);
  if (installationId !== undefined) {
    all.push(sql`c.id in (select l.contract_id from contract_installation l
                           where l.authority_id = ${sql.ref("c.authorityId")} and l.installation_id = ${installationId})`);
  }
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(sql`(c.title_key like ${foldedText(like)} or folded(c.reference) like ${foldedText(like)} or folded(c.supplier_name) like ${foldedText(like)}
      or exists (select from contract_installation l join installation i on i.authority_id = l.authority_id and i.id = l.installation_id
                  where l.authority_id = c.authority_id and l.contract_id = c.id and i.name_key like ${foldedText(like)}))`);
  }
  return sql.join(all, sql` and `);
}
