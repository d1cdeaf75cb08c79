import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { declareRoutes } from "./declare-routes.tsx";
import { editRoutes } from "./edit-routes.tsx";
import type { InventoryHooks } from "./hooks.ts";
import { importRoutes } from "./import-routes.tsx";
import { installationRoutes } from "./installation-routes.tsx";
import { interfaceRoutes } from "./interface-routes.tsx";
import { listRoutes } from "./list-routes.tsx";

export type { InventoryHooks } from "./hooks.ts";

/** Everything under /parc. Fixed addresses come before /parc/:id. */
export function inventoryRoutes(routes: Routes, deps: Deps, hooks: InventoryHooks = {}): void {
  listRoutes(routes, deps, hooks);
  declareRoutes(routes, deps);
  importRoutes(routes, deps);
  editRoutes(routes, deps);
  interfaceRoutes(routes, deps);
  installationRoutes(routes, deps, hooks);
}
