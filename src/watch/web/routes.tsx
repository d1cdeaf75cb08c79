import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { endRoutes } from "./end-routes.tsx";
import { followRoutes } from "./follow-routes.tsx";
import { suggestRoutes } from "./suggest-routes.tsx";
import { suggestionRoutes } from "./suggestion-routes.tsx";
import { watchListRoutes } from "./watch-routes.tsx";

/** Everything under /veille, and what the watch adds under /catalogue/:slug. */
export function watchRoutes(routes: Routes, deps: Deps): void {
  watchListRoutes(routes, deps);
  followRoutes(routes, deps);
  endRoutes(routes, deps);
  suggestRoutes(routes, deps);
  suggestionRoutes(routes, deps);
}
