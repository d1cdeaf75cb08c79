import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { formRoutes } from "./form-routes.tsx";
import { listRoutes } from "./list-routes.tsx";

/** Everything under /parc/savoir-faire. */
export function skillsRoutes(routes: Routes, deps: Deps): void {
  listRoutes(routes, deps);
  formRoutes(routes, deps);
}
