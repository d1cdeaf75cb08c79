import { sql } from "kysely";
import type { UnmappedPackage } from "../domain/observed.ts";
import { nameKeyOf } from "../domain/package-choice.ts";
import { choicesOf, LISTED, type Reading } from "./package-choices.ts";

type Named = { readonly id: number; readonly name: string; readonly publisher: string; readonly origin: string; readonly machines: number };
type Group = { readonly key: string; readonly all: readonly Named[]; readonly copies: number };
export type UnmappedQuery = { readonly search: string; readonly limit: number; readonly offset: number };
export type UnmappedList = { readonly rows: readonly UnmappedPackage[]; readonly total: number };

/**
 * What the machines have that neither the rules nor the authority know. Versions of one name are one. Those of which there are the
 * most copies first: a machine may have two versions of one name, and the machines themselves are counted for the rows shown alone.
 */
export async function unmappedPackages(reader: Reading, { search, limit, offset }: UnmappedQuery): Promise<UnmappedList> {
  const groups = await groupsNamed(reader, search);
  const shown = groups.slice(offset, offset + limit);
  const counts = await machinesByGroup(reader, shown);
  const rows = shown.map(({ key, all }): UnmappedPackage => {
    const publisher = all.find((each) => each.publisher !== "")?.publisher ?? "";
    return {
      key,
      name: all[0]?.name ?? key,
      publisher,
      origins: [...new Set(all.map(({ origin }) => origin))],
      machines: counts.get(key) ?? all[0]?.machines ?? 0,
    };
  });
  return { rows, total: groups.length };
}

async function groupsNamed(reader: Reading, search: string): Promise<readonly Group[]> {
  const { rows: named } = await sql<Named>`
    select p.id, p.name, p.publisher, p.origin, met.machines
      from (select u.package, count(*)::int as machines from machine m cross join lateral unnest(m.unmapped) u(package)
             where m.authority_id = ${reader.authorityId} and ${LISTED} group by u.package) met
      join package p on p.id = met.package order by p.id desc`.execute(reader);
  const chosen = new Set((await choicesOf(reader)).map(({ key }) => key));
  const wanted = folded(search);
  const found = named.filter(({ name, publisher }) => wanted === "" || folded(`${name} ${publisher}`).includes(wanted));
  return [...Map.groupBy(found, ({ name }) => nameKeyOf(name))]
    .filter(([key]) => !chosen.has(key))
    .map(([key, all]) => ({ key, all, copies: all.reduce((sum, { machines }) => sum + machines, 0) }))
    .sort((one, other) => other.copies - one.copies || compare(one.key, other.key));
}

/** On how many machines each of these is, of those that have several packages. */
async function machinesByGroup(reader: Reading, groups: readonly Group[]): Promise<ReadonlyMap<string, number>> {
  const pairs = groups.filter(({ all }) => all.length > 1).flatMap(({ key, all }) => all.map(({ id }) => ({ id, key })));
  if (pairs.length === 0) return new Map();
  const ids = pairs.map(({ id }) => id);
  const { rows } = await sql<{ key: string; machines: number }>`
    select key, count(distinct m.id)::int as machines
      from machine m cross join lateral unnest(m.unmapped) u(package)
      join unnest(${ids}::int[], ${pairs.map(({ key }) => key)}::text[]) g(id, key) on g.id = u.package
     where m.authority_id = ${reader.authorityId} and ${LISTED} and m.unmapped && ${ids}::int[]
     group by key`.execute(reader);
  return new Map(rows.map(({ key, machines }) => [key, machines]));
}

/** True when some listed machine has a package of that name (a choice is about something). */
export async function hasPackageNamed(reader: Reading, key: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select p.name from package p
     where p.id in (select unnest(m.unmapped || m.counted) from machine m where m.authority_id = ${reader.authorityId} and ${LISTED})`.execute(
    reader,
  );
  return rows.some(({ name }) => nameKeyOf(name) === key);
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
