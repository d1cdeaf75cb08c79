import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import type { OnInService } from "../usecases/put-in-service.ts";
import { declareRoutes } from "./declare-routes.tsx";
import { editRoutes } from "./edit-routes.tsx";
import { importRoutes } from "./import-routes.tsx";
import { installationRoutes } from "./installation-routes.tsx";
import { listRoutes } from "./list-routes.tsx";

export type InventoryHooks = {
  /** Told, in the same transaction, when what was planned for a request is first put in service. */
  readonly onInService?: OnInService;
};

/** Everything under /parc. Fixed addresses come before /parc/:id. */
export function inventoryRoutes(routes: Routes, deps: Deps, { onInService }: InventoryHooks = {}): void {
  listRoutes(routes, deps);
  declareRoutes(routes, deps);
  importRoutes(routes, deps);
  editRoutes(routes, deps);
  installationRoutes(routes, deps, onInService);
}
