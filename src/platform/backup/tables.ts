import type pg from "pg";
import type { SavedSequence } from "./manifest.ts";

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** Sign-ins, links and counts of attempts last hours, and open doors: they are not kept. Jobs are pg-boss’s, asked for again at the start. */
const NOT_KEPT = ["auth.session", "auth.verification", "auth.rateLimit"];
const SCHEMAS = ["public", "auth"];

export async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname::text as schema, c.relname::text as name,
            array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                   order by attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) and n.nspname || '.' || c.relname <> all($2)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by 1, 2`,
    [SCHEMAS, NOT_KEPT],
  );
  return rows;
}

/** A value is text: it may be larger than a number holds. */
export async function sequencesOf(client: pg.Client): Promise<readonly SavedSequence[]> {
  const { rows } = await client.query<SavedSequence>(
    `select schemaname::text as schema, sequencename::text as name, last_value::text as value
       from pg_sequences where schemaname = any($1) order by 1, 2`,
    [SCHEMAS],
  );
  return rows;
}

export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

export async function foreignKeysOf(client: pg.Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text = any($1) order by 1, 2`,
    [SCHEMAS],
  );
  return rows;
}

export function quoted({ schema, name }: Pick<Table, "schema" | "name">): string {
  return `${quotedName(schema)}.${quotedName(name)}`;
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Empties the database of everything of ours and of the jobs, tables and functions alike; what extensions made stays, for
 * only its owner, who may be the server’s administrator, could make it again.
 */
export const WIPE = `do $wipe$
declare statement text;
begin
  drop schema if exists auth, pgboss cascade;
  -- All named before the first is dropped: what is gone has no name any more.
  foreach statement in array (
    select coalesce(array_agg(format('drop %s if exists %s cascade', kind, name) order by rank), '{}') from (
      select 1 as rank, 'pg_class'::regclass as class, c.oid, c.oid::regclass::text as name,
             case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind
        from pg_class c where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = 'public'::regnamespace
      union all
      select 2, 'pg_proc'::regclass, p.oid, p.oid::regprocedure::text, 'routine' from pg_proc p where pronamespace = 'public'::regnamespace
      union all
      select 3, 'pg_ts_config'::regclass, oid, oid::regconfig::text, 'text search configuration'
        from pg_ts_config where cfgnamespace = 'public'::regnamespace
      union all
      select 4, 'pg_type'::regclass, t.oid, t.oid::regtype::text, 'type'
        from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'c') and typrelid = 0
    ) as ours
     -- Neither of an extension nor of a table, which takes its own sequences with it.
     where not exists (select from pg_depend d where d.classid = class and d.objid = ours.oid and d.deptype in ('e', 'i', 'a')
                          and (d.deptype = 'e' or kind = 'sequence'))
  ) loop execute statement; end loop;
end
$wipe$`;
