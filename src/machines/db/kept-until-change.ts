import { sql } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { LISTED, type Reading } from "./package-choices.ts";

type Kept<T> = { readonly stamp: string; readonly value: Promise<T> };

/** Authorities whose pages were read last. */
const MOST_KEPT = 8;

/**
 * What is made from all the machines of an authority takes some tenth of a second, and they seldom change: it is kept in the memory of
 * this process until a listed machine says something new, comes or goes, or until `also` says something else. Pages that ask together
 * wait for one making.
 */
export function keptUntilChange<T>(
  make: (reader: Reading) => Promise<T>,
  also: (reader: Reading) => Promise<string> = async () => "",
): (reader: Reading) => Promise<T> {
  const kept = new Map<AuthorityId, Kept<T>>();
  return async (reader) => {
    // Before what it stands for: what changes meanwhile is made again next time.
    const stamp = `${await stampOf(reader)} ${await also(reader)}`;
    const known = kept.get(reader.authorityId);
    const current = known?.stamp === stamp ? known : { stamp, value: make(reader) };
    kept.delete(reader.authorityId);
    kept.set(reader.authorityId, current);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    try {
      return await current.value;
    } catch (fault) {
      if (kept.get(reader.authorityId) === current) kept.delete(reader.authorityId);
      throw fault;
    }
  };
}

const stamps = new WeakMap<Reading, Promise<string>>();

/** Asked once in a transaction. Trap: one that writes machines must not read afterwards what is kept. */
function stampOf(reader: Reading): Promise<string> {
  const known = stamps.get(reader) ?? readStamp(reader);
  stamps.set(reader, known);
  return known;
}

/**
 * Another as soon as a listed machine says something new, comes or goes, and once the packages of all were sorted again. Read from an
 * index (migration 0020), without the machines.
 */
async function readStamp(reader: Reading): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', count(*), sum(timestamptz_hash(m.inventoried_at)), max(m.inventoried_at), (select fingerprint from package_rules)) as stamp
      from machine m where m.authority_id = ${reader.authorityId} and ${LISTED}`.execute(reader);
  return rows[0]?.stamp ?? "";
}
