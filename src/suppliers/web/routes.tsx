import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { formRoutes } from "./form-routes.tsx";
import { listRoutes } from "./list-routes.tsx";
import { supplierRoutes } from "./supplier-routes.tsx";

/** Everything under /fournisseurs. Fixed addresses come before /fournisseurs/:id. */
export function suppliersRoutes(routes: Routes, deps: Deps): void {
  listRoutes(routes, deps);
  formRoutes(routes, deps);
  supplierRoutes(routes, deps);
}
