import { type RawBuilder, sql } from "kysely";
import { foldedText } from "#src/platform/db/folded-text.ts";
import type { MachineKind, System } from "../domain/inventory.ts";
import type { InstalledPackage, ListedMachine } from "../domain/observed.ts";
import { keptUntilChange } from "./kept-until-change.ts";
import { hasSoftware, packagesOfSoftware } from "./observed.ts";
import { overridesOf, overridesTable } from "./overrides.ts";
import { LISTED, type Reading } from "./package-choices.ts";

export const MACHINE_SORTS = ["name", "system", "seen", "software"] as const;
export type MachineSort = (typeof MACHINE_SORTS)[number];
export type MachineFilter = {
  readonly search: string;
  readonly kind: MachineKind | undefined;
  readonly system: System | undefined;
  readonly departmentIds: readonly string[] | undefined;
  /** Last seen before this moment. */
  readonly silentBefore: Date | undefined;
  /** One of several machines that tell one identity. */
  readonly shared: boolean;
  /** On which this software was seen. */
  readonly software: string | undefined;
};
export type MachineQuery = {
  readonly filter: MachineFilter;
  readonly sort: MachineSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};

const SHARED = sql`exists (select from machine t where t.authority_id = m.authority_id and t.agent_identity = m.agent_identity
                             and t.id <> m.id and t.removed_at is null and t.replaced_by is null)`;
const COLUMNS = sql`
  m.id, m.name, m.kind, m.model, m.system, m.system_name, m.system_version, m.agent, m.agent_identity, m.department_id, d.name as department_name,
  m.first_seen_at, m.inventoried_at, c.last_seen_at, m.software_at, cardinality(m.counted) as counted, cardinality(m.unmapped) as unmapped,
  m.parts_count as parts, ${SHARED} as shared`;
const CONTACT = sql`join machine_contact c on c.authority_id = m.authority_id and c.machine_id = m.id`;
const FROM = sql`machine m ${CONTACT}
  left join department d on d.authority_id = m.authority_id and d.id = m.department_id`;

/** By name, which most ask for, an index gives the page without the others being read. `all`: how many are listed, where it is known. */
export async function listMachines(
  reader: Reading,
  query: MachineQuery,
  all?: number,
): Promise<{ readonly rows: readonly ListedMachine[]; readonly total: number }> {
  const { filter, sort } = query;
  const asked = await conditions(reader, filter);
  const asksContact = sort === "seen" || filter.silentBefore !== undefined;
  const wanted = sql`machine m ${asksContact ? CONTACT : sql``}
       where m.authority_id = ${reader.authorityId} and ${LISTED} and ${sql.join([sql`true`, ...asked], sql` and `)}`;
  const total = asked.length === 0 && all !== undefined ? sql`${all}::int` : sql`(count(*) over ())::int`;
  const { rows } = await sql<ListedMachine & { total: number }>`
    with page as materialized (
           select m.id, ${total} as total from ${wanted} order by ${orderOf(query)} limit ${query.limit} offset ${query.offset})
    select ${COLUMNS}, page.total from page join ${FROM} on m.id = page.id
     where m.authority_id = ${reader.authorityId} order by ${orderOf(query)}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

async function conditions(reader: Reading, filter: MachineFilter): Promise<readonly RawBuilder<unknown>[]> {
  const all: RawBuilder<unknown>[] = [];
  if (filter.kind !== undefined) all.push(sql`m.kind = ${filter.kind}`);
  if (filter.system !== undefined) all.push(sql`m.system = ${filter.system}`);
  if (filter.departmentIds !== undefined) all.push(sql`m.department_id = any(${[...filter.departmentIds]}::uuid[])`);
  if (filter.silentBefore !== undefined) all.push(sql`c.last_seen_at < ${filter.silentBefore}`);
  if (filter.shared) all.push(SHARED);
  if (filter.software !== undefined) all.push(hasSoftware(await packagesOfSoftware(reader, filter.software)));
  if (filter.search !== "") all.push(sql`m.searched like ${foldedText(`%${filter.search.replace(/[\\%_]/g, "\\$&")}%`)}`);
  return all;
}

function orderOf({ sort, descending }: MachineQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  const by = {
    name: sql`lower(m.name)`,
    system: sql`lower(m.system_name)`,
    seen: sql`c.last_seen_at`,
    software: sql`cardinality(m.counted)`,
  }[sort];
  return sql`${by} ${way}, lower(m.name), m.id`;
}

/** Null: no machine of this identifier was ever heard of. Removed and replaced ones are found: their page says so. */
export async function machineById(
  reader: Reading,
  id: string,
): Promise<(ListedMachine & { readonly removedAt: Date | null; readonly replacedBy: string | null }) | undefined> {
  const { rows } = await sql<ListedMachine & { removedAt: Date | null; replacedBy: string | null }>`
    select ${COLUMNS}, m.removed_at, m.replaced_by from ${FROM} where m.authority_id = ${reader.authorityId} and m.id = ${id}`.execute(
    reader,
  );
  return rows[0];
}

export type SystemTotals = {
  readonly system: System;
  readonly workstations: number;
  readonly servers: number;
  readonly others: number;
};
export type Totals = { readonly systems: readonly SystemTotals[]; readonly silent: number; readonly shared: number; readonly all: number };

export async function machineCounts(reader: Reading, silentBefore: Date): Promise<Totals> {
  const counted = await countedSystems(reader);
  const { rows } = await sql<{ silent: number }>`
    select count(*) as silent from machine_contact c join machine m on m.authority_id = c.authority_id and m.id = c.machine_id
     where c.authority_id = ${reader.authorityId} and c.last_seen_at < ${silentBefore} and ${LISTED}`.execute(reader);
  return { ...counted, silent: rows[0]?.silent ?? 0 };
}

const countedSystems = keptUntilChange(async (reader): Promise<Omit<Totals, "silent">> => {
  const mine = sql`m.authority_id = ${reader.authorityId} and ${LISTED}`;
  const { rows: systems } = await sql<SystemTotals & { shared: number }>`
    select system, count(*) filter (where kind = 'workstation') as workstations, count(*) filter (where kind = 'server') as servers,
           count(*) filter (where kind = 'other') as others,
           (select coalesce(sum(n), 0)::int
              from (select count(*) as n from machine m where ${mine} group by agent_identity having count(*) > 1) twice) as shared
      from machine m where ${mine} group by system order by count(*) desc, system`.execute(reader);
  const all = systems.reduce((sum, { workstations, servers, others }) => sum + workstations + servers + others, 0);
  return { systems, shared: systems[0]?.shared ?? 0, all };
});

/** Packages by their numbers, with the software that each is for this authority, in order of name. */
export async function installedPackages(reader: Reading, ids: readonly number[]): Promise<readonly InstalledPackage[]> {
  if (ids.length === 0) return [];
  const overrides = await overridesOf(reader);
  const { rows } = await sql<InstalledPackage>`
    select p.id, p.name, p.version, p.publisher, p.origin, s.slug, s.name as software_name, s.free, s.licence, o.id is not null as chosen
      from package p left join ${overridesTable(overrides)} on o.id = p.id
      left join software said on said.slug = case when o.id is null then p.software_slug else o.slug end
      left join software s on s.slug = coalesce(said.merged_into, said.slug)
     where p.id = any(${[...ids]}::int[]) order by lower(p.name), p.version, p.id`.execute(reader);
  return rows;
}

export async function packageNumbersOf(
  reader: Reading,
  machineId: string,
): Promise<{ readonly counted: readonly number[]; readonly unmapped: readonly number[]; readonly parts: Buffer } | undefined> {
  return reader
    .selectFrom("machine")
    .select(["counted", "unmapped", "parts"])
    .where("authorityId", "=", reader.authorityId)
    .where("id", "=", machineId)
    .executeTakeFirst();
}

export type MachineChange = { readonly at: Date; readonly appeared: readonly number[]; readonly disappeared: readonly number[] };

export function changesOf(reader: Reading, machineId: string, limit: number): Promise<readonly MachineChange[]> {
  return reader
    .selectFrom("machineChange")
    .select(["at", "appeared", "disappeared"])
    .where("authorityId", "=", reader.authorityId)
    .where("machineId", "=", machineId)
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
}
