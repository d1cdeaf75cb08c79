import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { ObservedPackage } from "../domain/inventory.ts";
import type { Verdict } from "../domain/mapping.ts";

export type StoredPackage = { readonly id: number; readonly fingerprint: Buffer };
export type NewPackage = ObservedPackage & { readonly fingerprint: Buffer; readonly verdict: Verdict };

/**
 * The dictionary is the instance's: it is read and written by the tables' owner, outside any authority's transaction. What is found is
 * about to be some machine's: were it marked as unused, it no longer is, or it has just gone and is not found.
 */
export async function packagesByFingerprint(db: Database, fingerprints: readonly Buffer[]): Promise<readonly StoredPackage[]> {
  const { rows } = await sql<StoredPackage & { readonly marked: boolean }>`
    select id, fingerprint, unused_since is not null as marked from package where fingerprint = any(${fingerprints}::bytea[])`.execute(db);
  const marked = rows.filter((each) => each.marked);
  if (marked.length === 0) return rows;
  const stays = await unmarkPackages(
    db,
    marked.map(({ id }) => id),
  );
  return rows.filter((each) => !each.marked || stays.has(each.id));
}

/** Answers those that are still there. In one order everywhere, so that nobody waits in a circle. */
export async function unmarkPackages(db: Database, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    update package p set unused_since = null
      from (select id from package where id = any(${[...ids]}::int[]) order by id for update) n
     where p.id = n.id returning p.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Gives those that it added; the others were added by somebody else meanwhile. In one order everywhere, so that nobody waits in a circle. */
export async function insertPackages(db: Database, packages: readonly NewPackage[]): Promise<readonly StoredPackage[]> {
  const sorted = packages.toSorted((a, b) => Buffer.compare(a.fingerprint, b.fingerprint));
  const column = <T>(read: (each: NewPackage) => T): readonly T[] => sorted.map(read);
  const { rows } = await sql<StoredPackage>`
    insert into package (name, version, publisher, origin, fingerprint, verdict, software_slug)
    select * from unnest(
      ${column(({ name }) => name)}::text[], ${column(({ version }) => version)}::text[], ${column(({ publisher }) => publisher)}::text[],
      ${column(({ origin }) => origin)}::text[], ${column(({ fingerprint }) => fingerprint)}::bytea[],
      ${column(({ verdict }) => verdict.verdict)}::text[],
      ${column(({ verdict }) => (verdict.verdict === "software" ? verdict.slug : null))}::text[])
    on conflict (fingerprint) do nothing
    returning id, fingerprint`.execute(db);
  return rows;
}
