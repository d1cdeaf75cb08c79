import { type RawBuilder, sql } from "kysely";
import { foldedText } from "#src/platform/db/folded-text.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Criticality, Hosting, Layer } from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import type { Fact } from "../domain/missing-facts.ts";
import type { InstallationState } from "../domain/state.ts";
import { freeOf } from "./columns.ts";
import { INSTALLATION } from "./installations.ts";

export const SORTS = ["name", "state", "users"] as const;
export type ListSort = (typeof SORTS)[number];
export const FREEDOMS = ["free", "not-free", "unknown"] as const;
export type Freedom = (typeof FREEDOMS)[number];

export type ListFilter = {
  readonly search: string;
  /** Undefined: all that is not retired. */
  readonly state: InstallationState | "all" | undefined;
  /** A department and those beneath it; undefined: all. */
  readonly departmentIds: readonly string[] | undefined;
  readonly freedom: Freedom | undefined;
  readonly layer?: Layer | undefined;
  readonly criticality?: Criticality | "unknown" | undefined;
  readonly hosting?: Hosting | "unknown" | undefined;
  /** What nobody has stated: one fact, or any of those that an installation can have. */
  readonly missing?: Fact | "any" | undefined;
  /** Installations that are left out, whatever else is asked. */
  readonly except?: readonly string[] | undefined;
};
export type ListQuery = {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};
export type InstallationList = { readonly rows: readonly Installation[]; readonly total: number };

export async function listInstallations(reader: AuthorityTransaction, query: ListQuery): Promise<InstallationList> {
  const { rows } = await sql<Installation & { total: number }>`
    with page as materialized (
      select i.id, count(*) over () as total, row_number() over (order by ${orderOf(query)}) as place
        from installation i left join software s on s.slug = i.software_slug
       where i.authority_id = ${reader.authorityId} and ${conditions(query.filter)}
       order by place limit ${query.limit} offset ${query.offset})
    select ${INSTALLATION}, page.total
      from page join installation i on i.authority_id = ${reader.authorityId} and i.id = page.id left join software s on s.slug = i.software_slug
     order by page.place`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** True when the authority never declared anything: its list is not empty by its filters. */
export async function isInventoryEmpty(reader: AuthorityTransaction): Promise<boolean> {
  const row = await reader
    .selectFrom("installation")
    .select("id")
    .where("authorityId", "=", reader.authorityId)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

function conditions(filter: ListFilter): RawBuilder<unknown> {
  const { search, state, departmentIds, freedom, except } = filter;
  const all: RawBuilder<unknown>[] = [sql`true`, ...detailConditions(filter)];
  if (state === undefined) all.push(sql`i.state <> 'retired'`);
  else if (state !== "all") all.push(sql`i.state = ${state}`);
  if (departmentIds !== undefined) {
    all.push(sql`exists (select from installation_department l where l.authority_id = i.authority_id and l.installation_id = i.id
                            and l.department_id = any(${[...departmentIds]}::uuid[]))`);
  }
  if (except !== undefined) all.push(sql`i.id <> all(${[...except]}::uuid[])`);
  if (freedom === "free") all.push(freeOf("i"));
  if (freedom === "not-free") all.push(sql`not ${freeOf("i")}`);
  if (freedom === "unknown") all.push(sql`${freeOf("i")} is null`);
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(
      sql`(i.name_key like ${foldedText(like)} or s.names like ${foldedText(like)} or i.search @@ (select plainto_tsquery('beffroi', ${search})))`,
    );
  }
  return sql.join(all, sql` and `);
}

function detailConditions({ layer, criticality, hosting, missing }: ListFilter): readonly RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (layer !== undefined) all.push(sql`i.layer = ${layer}`);
  if (criticality !== undefined) all.push(criticality === "unknown" ? MISSING.criticality : sql`i.criticality = ${criticality}`);
  if (hosting !== undefined) all.push(hosting === "unknown" ? MISSING.hosting : sql`i.hosting = ${hosting}`);
  if (missing !== undefined) all.push(missing === "any" ? sql`(${sql.join(Object.values(MISSING), sql` or `)})` : MISSING[missing]);
  return all;
}

const ELSEWHERE = sql`i.hosting is distinct from 'on-premises'`;

/** The same as `missingFacts` of the domain, for whole lists. */
const MISSING: Readonly<Record<Fact, RawBuilder<unknown>>> = {
  purpose: sql`i.purpose = ''`,
  "in-service-on": sql`(i.in_service_on is null and i.state not in ('planned', 'pilot'))`,
  licence: sql`${freeOf("i")} is null`,
  departments: sql`not exists (select from installation_department l where l.authority_id = i.authority_id and l.installation_id = i.id)`,
  users: sql`i.users is null`,
  version: sql`i.software_version = ''`,
  criticality: sql`i.criticality is null`,
  hosting: sql`i.hosting is null`,
  country: sql`(i.data_country is null and ${ELSEWHERE})`,
  law: sql`(cardinality(i.governing_law) = 0 and ${ELSEWHERE})`,
  "personal-data": sql`i.personal_data is null`,
  answerable: sql`(i.answerable_department_id is null and i.answerable_role = '')`,
};

const STATE_ORDER = sql`array_position(array['planned', 'pilot', 'in-service', 'leaving', 'retired'], i.state)`;

/** What is not known comes last, whichever way it is sorted. */
function orderOf({ sort, descending }: ListQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`;
  const by = { name: sql`i.name_key`, state: STATE_ORDER, users: sql`i.users` }[sort];
  return sql`${by} ${way}, i.name_key, i.id`;
}
