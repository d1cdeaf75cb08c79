import { catalogueRoutes } from "#src/catalogue/web/routes.tsx";
import type { Deps } from "#src/platform/deps.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { watchRoutes } from "./routes.tsx";
import { watchSections } from "./software-section.tsx";

/** The slice's routes and the software pages that it adds to. */
export function testApp(deps: Deps): TestApp {
  return testAppOf((routes) => {
    catalogueRoutes(routes, deps, { sections: watchSections });
    watchRoutes(routes, deps);
  });
}
