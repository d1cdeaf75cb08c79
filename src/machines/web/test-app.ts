import type { Deps } from "#src/platform/deps.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { machinesRoutes } from "./routes.tsx";

/** The slice's pages on a real application; who asks is said instead of signing in. */
export function testApp(deps: Deps): TestApp {
  return testAppOf((routes) => machinesRoutes(routes, deps));
}
