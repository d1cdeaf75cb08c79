import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { gridRoutes } from "./grid-routes.tsx";
import { mapRoutes } from "./map-routes.tsx";
import { oneRoutes } from "./one-routes.tsx";
import { whatIfRoutes } from "./what-if-routes.tsx";

/** Everything under /parc/souverainete and /parc/et-si. */
export function sovereigntyRoutes(routes: Routes, deps: Deps): void {
  whatIfRoutes(routes, deps);
  gridRoutes(routes, deps);
  mapRoutes(routes, deps);
  oneRoutes(routes, deps);
}
