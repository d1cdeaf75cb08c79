/** The door of the suppliers: who serves software. Readers are what `readAuthority` gives, or the database: suppliers are nobody's own. */

export { listSuppliers, type SupplierQuery, suppliersOfSoftware } from "./db/list-suppliers.ts";
export type { ListedSupplier, ServedSoftware, SupplierKind } from "./domain/supplier.ts";
export { type RefreshCounts, refreshSuppliers } from "./usecases/refresh-suppliers.ts";
