/** The door of the suppliers: who serves software. Readers are what `readAuthority` gives, or the database: suppliers are nobody's own. */

export { type ChoosableSupplier, type ChooseSuppliers, chooseSuppliers, matchSuppliers } from "./db/choose-suppliers.ts";
export { listSuppliers, type SupplierQuery, suppliersOfSoftware } from "./db/list-suppliers.ts";
export { supplierById } from "./db/supplier-page.ts";
export type { ListedSupplier, ServedSoftware, Supplier, SupplierKind } from "./domain/supplier.ts";
export { type RefreshCounts, refreshSuppliers } from "./usecases/refresh-suppliers.ts";
