import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { compareRoutes } from "./compare-routes.tsx";
import { listRoutes } from "./list-routes.tsx";
import { machineRoutes } from "./machine-routes.tsx";
import { sbomRoutes } from "./sbom-routes.ts";
import { tokenRoutes } from "./token-routes.tsx";
import { unmappedRoutes } from "./unmapped-routes.tsx";

/** Everything under /parc/postes. Fixed addresses come before /parc/postes/:id. */
export function machinesRoutes(routes: Routes, deps: Deps): void {
  listRoutes(routes, deps);
  tokenRoutes(routes, deps);
  unmappedRoutes(routes, deps);
  compareRoutes(routes, deps);
  sbomRoutes(routes, deps);
  machineRoutes(routes, deps);
}
