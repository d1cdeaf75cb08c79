import { sql } from "kysely";
import type { UnmappedPackage } from "../domain/observed.ts";
import { nameKeyOf } from "../domain/package-choice.ts";
import { choicesOf, LISTED, type Reading } from "./package-choices.ts";
import { machinesByName, type UnmappedName, unmappedNames } from "./unmapped-names.ts";

export type UnmappedQuery = { readonly search: string; readonly limit: number; readonly offset: number };
export type UnmappedList = { readonly rows: readonly UnmappedPackage[]; readonly total: number };

/**
 * What the machines have that neither the rules nor the authority know. Versions of one name are one. Those of which there are the
 * most copies first: a machine may have two versions of one name, and the machines themselves are counted for the rows shown alone.
 */
export async function unmappedPackages(reader: Reading, { search, limit, offset }: UnmappedQuery): Promise<UnmappedList> {
  const known = await unmappedNames(reader);
  const chosen = new Set((await choicesOf(reader)).map(({ key }) => key));
  const wanted = folded(search);
  const matches = ({ all }: UnmappedName): boolean =>
    wanted === "" || all.some(({ name, publisher }) => folded(`${name} ${publisher}`).includes(wanted));
  const found = known.names.filter((each) => !chosen.has(each.key) && matches(each));
  const shown = found.slice(offset, offset + limit);
  const machines = await machinesByName(reader, known, shown);
  const rows = shown.map(({ key, all }): UnmappedPackage => {
    const publisher = all.find((each) => each.publisher !== "")?.publisher ?? "";
    const origins = [...new Set(all.map(({ origin }) => origin))];
    return { key, name: all[0]?.name ?? key, publisher, origins, machines: machines.get(key) ?? 0 };
  });
  return { rows, total: found.length };
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
