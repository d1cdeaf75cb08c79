import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { ListedSupplier } from "../domain/supplier.ts";
import { LISTED, matching, servicesOf, tidied } from "./columns.ts";

export type SupplierQuery = {
  /** In the name, the site, the SIREN, or the names of the software served. Any text. */
  readonly search?: string | undefined;
  /** Address of a software in the catalogue: those that serve it. Any text. */
  readonly software?: string | undefined;
  /** The id of the last supplier read: what follows it. A UUID. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Suppliers that some source names or somebody wrote, in order of id: a reader goes on from the last id. */
export async function listSuppliers(
  reader: Database,
  { search, software, after, limit }: SupplierQuery,
): Promise<readonly ListedSupplier[]> {
  const { rows } = await sql<ListedSupplier>`
    select ${LISTED} from supplier p
     where p.withdrawn_at is null and ${matching(tidied(search))}
       and ${software === undefined ? sql`true` : sql`p.id in (select served.supplier_id from (${servicesOf(tidied(software))}) served)`}
       and ${after === undefined ? sql`true` : sql`p.id > ${after}::uuid`}
     order by p.id limit ${limit}`.execute(reader);
  return rows;
}

const MOST_OF_SOFTWARE = 200;

/** Those that serve a software, by name; the first two hundred. Takes any text. */
export async function suppliersOfSoftware(reader: Database, slug: string): Promise<readonly ListedSupplier[]> {
  const { rows } = await sql<ListedSupplier>`
    select ${LISTED} from supplier p
     where p.withdrawn_at is null and p.id in (select served.supplier_id from (${servicesOf(tidied(slug))}) served)
     order by p.name_key, p.id limit ${MOST_OF_SOFTWARE}`.execute(reader);
  return rows;
}
