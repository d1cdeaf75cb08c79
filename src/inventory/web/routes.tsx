import type { Routes } from "#src/platform/http/routes.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { OnInService } from "../usecases/put-in-service.ts";

export type InventoryHooks = { readonly onInService?: OnInService };

export function inventoryRoutes(_routes: Routes, _deps: Deps, _hooks: InventoryHooks = {}): void {}
