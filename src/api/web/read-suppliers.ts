import type { z } from "zod";
import { isUuid } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import { type ListedSupplier, listSuppliers } from "#src/suppliers/public.ts";
import { readCursor, writeCursor } from "../domain/cursor.ts";
import { API_PATH, type supplierQuery } from "./operations.ts";
import type { SupplierAnswer, supplierListSchema } from "./schemas.ts";

export type SupplierQuery = z.infer<typeof supplierQuery>;

/** Undefined: the cursor is none of this list's. */
export async function suppliersPage(
  db: Database,
  { q, software, limit = 20, cursor }: SupplierQuery,
  publicUrl: string,
): Promise<z.infer<typeof supplierListSchema> | undefined> {
  const from = cursor === undefined ? undefined : readCursor(cursor);
  const after = from?.kind === "after" && isUuid(from.key) ? from.key : undefined;
  if (cursor !== undefined && after === undefined) return undefined;
  const suppliers = await listSuppliers(db, { search: q, software, after, limit: limit + 1 });
  const shown = suppliers.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map((supplier) => supplierAnswer(supplier, publicUrl)),
    next: suppliers.length > limit && last !== undefined ? writeCursor({ kind: "after", key: last.id }) : null,
  };
}

/** Undefined for what no supplier is called; takes any text. */
export async function supplierById(db: Database, id: string, publicUrl: string): Promise<SupplierAnswer | undefined> {
  if (!isUuid(id)) return undefined;
  // The door of the suppliers gives what follows an identifier: the first after the one just before is this one, if it exists.
  const [next] = await listSuppliers(db, { after: justBefore(id), limit: 1 });
  return next?.id === id ? supplierAnswer(next, publicUrl) : undefined;
}

/** Of the first of all, itself. */
function justBefore(uuid: string): string {
  const number = BigInt(`0x${uuid.replaceAll("-", "")}`);
  const digits = (number === 0n ? 0n : number - 1n).toString(16).padStart(32, "0");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function supplierAnswer(
  { id, name, siren, website, kind, place, software, sources, changedAt }: ListedSupplier,
  publicUrl: string,
): SupplierAnswer {
  return {
    id,
    self: `${publicUrl}${API_PATH}/suppliers/${id}`,
    ...{ name, siren, website, kind, place },
    software: software.map(({ slug, name: called }) => ({ slug, name: called })),
    sources: [...sources],
    changedAt: changedAt.toISOString(),
  };
}
