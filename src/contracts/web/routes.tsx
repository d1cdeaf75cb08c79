import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { calendarRoutes } from "./calendar-routes.tsx";
import { contractRoutes } from "./contract-routes.tsx";
import { coverRoutes } from "./cover-routes.tsx";
import { documentRoutes } from "./document-routes.tsx";
import { feedRoutes } from "./feed-routes.tsx";
import { formRoutes } from "./form-routes.tsx";
import { listRoutes } from "./list-routes.tsx";

/** Everything under /parc/contrats and /parc/calendrier, and the feeds at /calendrier/:token. Fixed addresses come before /parc/contrats/:id. */
export function contractsRoutes(routes: Routes, deps: Deps): void {
  listRoutes(routes, deps);
  formRoutes(routes, deps);
  coverRoutes(routes, deps);
  documentRoutes(routes, deps);
  contractRoutes(routes, deps);
  calendarRoutes(routes, deps);
  feedRoutes(routes, deps);
}
