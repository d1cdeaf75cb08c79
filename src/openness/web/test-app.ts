import type { Deps } from "#src/platform/deps.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { opennessRoutes } from "./routes.tsx";

export function testApp(deps: Deps): TestApp {
  return testAppOf((routes) => opennessRoutes(routes, deps));
}
