import type { Deps } from "#src/platform/deps.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { type InventoryHooks, inventoryRoutes } from "./routes.tsx";

/** The slice's routes. */
export function testApp(deps: Pick<Deps, "db" | "now">, hooks: InventoryHooks = {}): TestApp {
  return testAppOf((routes) => inventoryRoutes(routes, deps as Deps, hooks));
}
