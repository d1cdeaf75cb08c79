import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { type CreateDemonstration, setUpRoutes } from "./set-up/routes.tsx";
import { signInRoutes } from "./sign-in/sign-in-routes.tsx";

export type AuthorityRouteOptions = { readonly createDemonstration: CreateDemonstration };

/** Set-up, sign-in, one's account, and the administration of an authority. */
export function authorityRoutes(routes: Routes, deps: Deps, { createDemonstration }: AuthorityRouteOptions): void {
  setUpRoutes(routes, deps, createDemonstration);
  signInRoutes(routes, deps);
}
