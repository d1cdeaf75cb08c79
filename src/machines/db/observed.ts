import { type RawBuilder, sql } from "kysely";
import type { System } from "../domain/inventory.ts";
import type { ObservedSoftware } from "../domain/observed.ts";
import { keptUntilChange } from "./kept-until-change.ts";
import { choicesStamp, type Overrides, overridesOf, overridesTable } from "./overrides.ts";
import { LISTED, type Reading } from "./package-choices.ts";

type ReadBy = { readonly packages: RawBuilder<unknown>; readonly chosen: RawBuilder<unknown>; readonly slug: RawBuilder<unknown> };

/** Which packages of a machine `m` count, and of a `package p` which software it is: what the authority chose goes before the rules. */
function readBy(overrides: Overrides): ReadBy {
  if (overrides.size === 0) return { packages: sql`m.counted`, chosen: sql``, slug: sql`p.software_slug` };
  return {
    packages: sql`m.counted || m.unmapped`,
    chosen: sql`left join ${overridesTable(overrides)} on o.id = p.id`,
    slug: sql`case when o.id is null then p.software_slug else o.slug end`,
  };
}

/**
 * One line for each software on each machine: `machine`, `kind`, `slug`, whatever the number of its packages there. Of software that
 * people said is another, the one that stands for both.
 */
function installed(reader: Reading, overrides: Overrides): RawBuilder<unknown> {
  const { packages, chosen, slug } = readBy(overrides);
  return sql`
    select distinct m.id as machine, m.kind, coalesce(s.merged_into, s.slug) as slug
      from machine m cross join lateral unnest(${packages}) u(package)
      join package p on p.id = u.package ${chosen}
      join software s on s.slug = ${slug}
     where m.authority_id = ${reader.authorityId} and ${LISTED}`;
}

/** The software seen on the machines, the most frequent first. */
export async function observedSoftware(reader: Reading): Promise<readonly ObservedSoftware[]> {
  const seen = await seenSoftware(reader);
  const { rows } = await sql<ObservedSoftware>`
    select s.slug, s.name, s.free, c.machines, c.workstations
      from unnest(${seen.map(({ slug }) => slug)}::text[], ${seen.map(({ machines }) => machines)}::int[],
                  ${seen.map(({ workstations }) => workstations)}::int[]) c(slug, machines, workstations)
      join software s on s.slug = c.slug order by c.machines desc, lower(s.name), s.slug`.execute(reader);
  return rows;
}

/** Apart from the machines, what makes a package one software or another: the authority's choices, and software that people said is one. */
async function sayings(reader: Reading): Promise<string> {
  const { rows } = await sql<{ merged: string }>`
    select concat_ws(' ', count(*), sum(hashtext(slug || ' ' || merged_into))) as merged
      from software where merged_into is not null`.execute(reader);
  return `${await choicesStamp(reader)} ${rows[0]?.merged}`;
}

const seenSoftware = keptUntilChange(async (reader): Promise<readonly Pick<ObservedSoftware, "slug" | "machines" | "workstations">[]> => {
  const { rows } = await sql<Pick<ObservedSoftware, "slug" | "machines" | "workstations">>`
    with ${alike(reader, await overridesOf(reader))},
         installed as (
           select distinct a."group", a.kind, a.machines, n.slug
             from alike a cross join lateral unnest(a.packages) u(package) join named n on n.package = u.package)
    select slug, sum(machines)::int as machines, coalesce(sum(machines) filter (where kind = 'workstation'), 0)::int as workstations
      from installed group by slug`.execute(reader);
  return rows;
}, sayings);

/**
 * `alike`: machines that have the same packages, as those made from one image, read once. `named`: each of their packages, looked up
 * once, with its version and the slug of the software that it is, were it not in the catalogue yet: what is kept must not depend on that.
 */
function alike(reader: Reading, overrides: Overrides): RawBuilder<unknown> {
  const { packages, chosen, slug } = readBy(overrides);
  return sql`
    alike as materialized (
      select row_number() over () as "group", packages, kind, count(*)::int as machines
        from (select ${packages} as packages, m.kind from machine m where m.authority_id = ${reader.authorityId} and ${LISTED}) m
       group by packages, kind),
    used as materialized (select distinct u.package from alike cross join lateral unnest(packages) u(package)),
    named as materialized (
      select used.package, p.version, coalesce(s.merged_into, ${slug}) as slug
        from used join package p on p.id = used.package ${chosen} left join software s on s.slug = ${slug} where ${slug} is not null)`;
}

/** On how many machines one software is seen. */
export async function machinesWithSoftware(reader: Reading, slug: string): Promise<number> {
  const { rows } = await sql<{ machines: number }>`
    select count(*) as machines from machine m
     where m.authority_id = ${reader.authorityId} and ${LISTED} and ${hasSoftware(await packagesOfSoftware(reader, slug))}`.execute(reader);
  return rows[0]?.machines ?? 0;
}

/** True of a machine `m` that has one of these packages. */
export function hasSoftware(packages: readonly number[]): RawBuilder<unknown> {
  return sql`(m.counted || m.unmapped) && ${[...packages]}::int[]`;
}

/** The packages by which one software is seen, by the rules and by the authority's choices: under any of the names that were merged. */
export async function packagesOfSoftware(reader: Reading, slug: string): Promise<readonly number[]> {
  const overrides = await overridesOf(reader);
  const { rows: named } = await sql<{ slug: string }>`
    select s.slug from (select coalesce(merged_into, slug) as standing from software where slug = ${slug}) asked
      join software s on s.slug = asked.standing or s.merged_into = asked.standing`.execute(reader);
  const slugs = named.map((each) => each.slug);
  const { rows } = await sql<{ id: number }>`
    select p.id from package p where p.software_slug = any(${slugs}::text[])`.execute(reader);
  const chosen = [...overrides].filter(([, chosenSlug]) => chosenSlug !== null && slugs.includes(chosenSlug)).map(([id]) => id);
  return [...rows.map(({ id }) => id).filter((id) => !overrides.has(id)), ...chosen];
}

export type SystemCount = { readonly system: System; readonly systemName: string; readonly machines: number };

/** The systems of the workstations, the most frequent first. Their own words, as « Debian GNU/Linux 12 (bookworm) ». */
export async function systemsOfWorkstations(reader: Reading): Promise<readonly SystemCount[]> {
  const { rows } = await sql<SystemCount>`
    select m.system, m.system_name, count(*) as machines from machine m
     where m.authority_id = ${reader.authorityId} and ${LISTED} and m.kind = 'workstation'
     group by m.system, m.system_name order by machines desc, m.system, m.system_name`.execute(reader);
  return rows;
}

/** Of one workstation: its software that counts, free, not free, and of which the catalogue does not say. */
export type WorkstationFreedom = {
  readonly machineId: string;
  readonly name: string;
  readonly system: System;
  readonly departmentId: string | null;
  readonly free: number;
  readonly notFree: number;
  readonly unknown: number;
};

/** One line for each workstation whose software was said, those without any that counts included. */
export async function workstationFreedom(reader: Reading): Promise<readonly WorkstationFreedom[]> {
  const { rows } = await sql<WorkstationFreedom>`
    with installed as (${installed(reader, await overridesOf(reader))}),
         counts as (select i.machine, count(*) filter (where s.free) as free, count(*) filter (where not s.free) as not_free,
                           count(*) filter (where s.free is null) as unknown
                      from installed i join software s on s.slug = i.slug where i.kind = 'workstation' group by i.machine)
    select m.id as machine_id, m.name, m.system, m.department_id,
           coalesce(c.free, 0) as free, coalesce(c.not_free, 0) as not_free, coalesce(c.unknown, 0) as unknown
      from machine m left join counts c on c.machine = m.id
     where m.authority_id = ${reader.authorityId} and ${LISTED} and m.kind = 'workstation' and m.software_at is not null
     order by lower(m.name), m.id`.execute(reader);
  return rows;
}

type MachineTotals = { readonly all: number; readonly withSoftware: number; readonly asOf: Date | null };

/** How many machines are listed, in all and of which the software was said. `asOf`: when one of the authority's was last heard. */
export async function machineTotals(reader: Reading): Promise<MachineTotals> {
  const { rows } = await sql<{ asOf: Date | null }>`
    select max(last_seen_at) as as_of from machine_contact where authority_id = ${reader.authorityId}`.execute(reader);
  return { ...(await countedMachines(reader)), asOf: rows[0]?.asOf ?? null };
}

const countedMachines = keptUntilChange(async (reader): Promise<Omit<MachineTotals, "asOf">> => {
  const { rows } = await sql<Omit<MachineTotals, "asOf">>`
    select count(*) as "all", count(m.software_at) as with_software
      from machine m where m.authority_id = ${reader.authorityId} and ${LISTED}`.execute(reader);
  return rows[0] ?? { all: 0, withSoftware: 0 };
});

export type SeenVersion = { readonly slug: string; readonly version: string; readonly machines: number };

/** The versions of some software that the machines have, the most frequent first. */
export async function versionsSeen(reader: Reading, slugs: readonly string[]): Promise<readonly SeenVersion[]> {
  const wanted = new Set(slugs);
  return wanted.size === 0 ? [] : (await allVersionsSeen(reader)).filter(({ slug }) => wanted.has(slug));
}

const allVersionsSeen = keptUntilChange(async (reader): Promise<readonly SeenVersion[]> => {
  const { rows } = await sql<SeenVersion>`
    with ${alike(reader, await overridesOf(reader))},
         installed as (
           select distinct a."group", a.machines, n.slug, n.version
             from alike a cross join lateral unnest(a.packages) u(package) join named n on n.package = u.package)
    select slug, version, sum(machines)::int as machines
      from installed group by slug, version order by slug, machines desc, version desc`.execute(reader);
  return rows;
}, sayings);
