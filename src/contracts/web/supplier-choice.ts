import type { Database } from "#src/platform/db/database.ts";
import type { FormValues } from "#src/platform/http/form.ts";
import { listSuppliers } from "#src/suppliers/public.ts";
import type { SupplierName } from "../db/suppliers.ts";
import { searchOf } from "./listing.ts";

export type ProposedSupplier = SupplierName & { readonly place?: string | null };

const PROPOSED = 6;

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The instance's suppliers whose name holds what is typed, the shortest first. */
export async function suppliersLike(db: Database, typed: string): Promise<readonly ProposedSupplier[]> {
  const name = searchOf(typed);
  if (name === "") return [];
  const found = (await listSuppliers(db, { search: name, limit: 50 })).filter((each) => folded(each.name).includes(folded(name)));
  return found.toSorted((one, other) => one.name.length - other.name.length).slice(0, PROPOSED);
}

/**
 * True where the form was sent without the question « is it one of these? », as it is by whoever has no JavaScript, and the name alone
 * does not answer it.
 */
export function leavesOpen(form: FormValues, name: string, like: readonly ProposedSupplier[]): boolean {
  if (form.fournisseur_connu !== undefined || like.length === 0) return false;
  return like.filter((each) => folded(each.name) === folded(searchOf(name))).length !== 1;
}
