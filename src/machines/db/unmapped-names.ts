import { sql } from "kysely";
import { nameKeyOf } from "../domain/package-choice.ts";
import { keptUntilChange } from "./kept-until-change.ts";
import { LISTED, type Reading } from "./package-choices.ts";

type NamedPackage = {
  readonly id: number;
  readonly name: string;
  readonly publisher: string;
  readonly origin: string;
  /** That have this very package. */
  readonly machines: number;
};
/** Packages of one name, whatever their versions; the newest first. */
export type UnmappedName = {
  readonly key: string;
  readonly all: readonly NamedPackage[];
  /** Of all its packages: a machine that has two versions counts twice. */
  readonly copies: number;
};
type Names = {
  readonly names: readonly UnmappedName[];
  /** On how many machines each is, of those that were asked. */
  readonly machines: Map<string, number>;
};

/** What no rule knows on the machines of the authority: the most copies first. */
export const unmappedNames = keptUntilChange(
  async (reader): Promise<Names> => ({ names: await countedNames(reader), machines: new Map() }),
);

async function countedNames(reader: Reading): Promise<readonly UnmappedName[]> {
  const { rows } = await sql<NamedPackage>`
    select p.id, p.name, p.publisher, p.origin, met.machines
      from (select u.package, count(*)::int as machines from machine m cross join lateral unnest(m.unmapped) u(package)
             where m.authority_id = ${reader.authorityId} and ${LISTED} group by u.package) met
      join package p on p.id = met.package order by p.id desc`.execute(reader);
  return [...Map.groupBy(rows, ({ name }) => nameKeyOf(name))]
    .map(([key, all]) => ({ key, all, copies: all.reduce((sum, { machines }) => sum + machines, 0) }))
    .sort((one, other) => other.copies - one.copies || (one.key < other.key ? -1 : 1));
}

/** On how many machines each of these is. Those that have one package are counted already. */
export async function machinesByName(
  reader: Reading,
  { machines }: Names,
  names: readonly UnmappedName[],
): Promise<ReadonlyMap<string, number>> {
  const unknown = names.filter(({ key, all }) => all.length > 1 && !machines.has(key));
  const pairs = unknown.flatMap(({ key, all }) => all.map(({ id }) => ({ id, key })));
  if (pairs.length > 0) {
    const ids = pairs.map(({ id }) => id);
    const { rows } = await sql<{ key: string; machines: number }>`
      select key, count(distinct m.id)::int as machines
        from machine m cross join lateral unnest(m.unmapped) u(package)
        join unnest(${ids}::int[], ${pairs.map(({ key }) => key)}::text[]) g(id, key) on g.id = u.package
       where m.authority_id = ${reader.authorityId} and ${LISTED} and m.unmapped && ${ids}::int[]
       group by key`.execute(reader);
    for (const row of rows) machines.set(row.key, row.machines);
  }
  return new Map(names.map(({ key, all, copies }) => [key, all.length > 1 ? (machines.get(key) ?? 0) : copies]));
}
