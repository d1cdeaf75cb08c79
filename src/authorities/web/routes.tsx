import type { Deps } from "#src/platform/deps.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { accountRoutes } from "./account/routes.tsx";
import { administrationRoutes } from "./administration/routes.tsx";
import { type CreateDemonstration, setUpRoutes } from "./set-up/routes.tsx";
import { invitationRoutes } from "./sign-in/invitation-routes.tsx";
import { resetRoutes } from "./sign-in/reset-routes.tsx";
import { signInRoutes } from "./sign-in/sign-in-routes.tsx";

export type { CreateDemonstration } from "./set-up/routes.tsx";

export type AuthorityRouteOptions = { readonly createDemonstration: CreateDemonstration };

/** Set-up, sign-in, one's account, and the administration of an authority. */
export function authorityRoutes(routes: Routes, deps: Deps, { createDemonstration }: AuthorityRouteOptions): void {
  setUpRoutes(routes, deps, createDemonstration);
  signInRoutes(routes, deps);
  resetRoutes(routes, deps);
  invitationRoutes(routes, deps);
  accountRoutes(routes, deps);
  administrationRoutes(routes, deps);
}
