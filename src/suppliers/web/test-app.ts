import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { suppliersRoutes } from "./routes.tsx";
import { supplierSection } from "./software-section.tsx";

/** The slice's routes. `/_section/:slug`: the section of a software's page. */
export function testApp(deps: Pick<Deps, "db" | "now">): TestApp {
  return testAppOf((routes) => {
    suppliersRoutes(routes, deps as Deps);
    routes.get("/_section/:slug", "read-catalogue", async (c) => {
      const slug = c.req.param("slug") ?? "";
      return c.html(String(await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => supplierSection(reader, { slug }, c))));
    });
  });
}
