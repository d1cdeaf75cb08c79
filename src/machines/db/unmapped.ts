import { sql } from "kysely";
import type { UnmappedPackage } from "../domain/observed.ts";
import { nameKeyOf } from "../domain/package-choice.ts";
import { choicesOf, LISTED, type Reading } from "./package-choices.ts";

type Named = { readonly id: number; readonly name: string; readonly publisher: string; readonly origin: string };
export type UnmappedQuery = { readonly search: string; readonly limit: number; readonly offset: number };
export type UnmappedList = { readonly rows: readonly UnmappedPackage[]; readonly total: number };

/** What the machines have that neither the rules nor the authority know, on the most machines first. Versions of one name are one. */
export async function unmappedPackages(reader: Reading, { search, limit, offset }: UnmappedQuery): Promise<UnmappedList> {
  const { rows: named } = await sql<Named>`
    select p.id, p.name, p.publisher, p.origin from package p
     where p.id in (select unnest(m.unmapped) from machine m where m.authority_id = ${reader.authorityId} and ${LISTED})
     order by p.id desc`.execute(reader);
  const chosen = new Set((await choicesOf(reader)).map(({ key }) => key));
  const wanted = folded(search);
  const groups = new Map<string, Named[]>();
  for (const each of named) {
    const key = nameKeyOf(each.name);
    if (chosen.has(key) || !folded(`${each.name} ${each.publisher}`).includes(wanted)) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each]);
    else known.push(each);
  }
  const keys = [...groups.keys()];
  const counts = await machinesByGroup(reader, [...groups.values()]);
  const order = keys.map((_, index) => index).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compare(keys[a], keys[b]));
  const rows = order.slice(offset, offset + limit).flatMap((index): UnmappedPackage[] => {
    const key = keys[index] ?? "";
    const all = groups.get(key) ?? [];
    const [first] = all;
    if (first === undefined) return [];
    const publisher = all.find((each) => each.publisher !== "")?.publisher ?? "";
    return [{ key, name: first.name, publisher, origins: [...new Set(all.map(({ origin }) => origin))], machines: counts.get(index) ?? 0 }];
  });
  return { rows, total: keys.length };
}

/** On how many machines each group of packages is, by its place. */
async function machinesByGroup(reader: Reading, groups: readonly (readonly Named[])[]): Promise<ReadonlyMap<number, number>> {
  const pairs = groups.flatMap((all, place) => all.map(({ id }) => ({ id, place })));
  if (pairs.length === 0) return new Map();
  const { rows } = await sql<{ place: number; machines: number }>`
    select place, count(*) as machines from (
      select distinct m.id, g.place
        from machine m cross join lateral unnest(m.unmapped) u(package)
        join unnest(${pairs.map(({ id }) => id)}::int[], ${pairs.map(({ place }) => place)}::int[]) g(id, place) on g.id = u.package
       where m.authority_id = ${reader.authorityId} and ${LISTED}) pairs
     group by place`.execute(reader);
  return new Map(rows.map(({ place, machines }) => [place, machines]));
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
