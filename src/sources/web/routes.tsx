import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { addRoutes } from "./add-routes.tsx";
import { correctRoutes } from "./correct-routes.tsx";
import { importRoutes } from "./import-routes.tsx";
import { ownListRoutes } from "./own-list-routes.tsx";
import { pairRoutes } from "./pair-routes.tsx";
import { sourcePagesRoutes } from "./source-routes.tsx";

/** Where the catalogue comes from. Mounted before the catalogue's own routes: /catalogue/:slug would take the place of these. */
export function sourceRoutes(routes: Routes, deps: Deps): void {
  importRoutes(routes, deps);
  sourcePagesRoutes(routes, deps);
  pairRoutes(routes, deps);
  addRoutes(routes, deps);
  ownListRoutes(routes, deps);
  correctRoutes(routes, deps);
}
