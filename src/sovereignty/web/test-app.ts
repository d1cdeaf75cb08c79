import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { sovereigntySection } from "./installation-section.tsx";
import { sovereigntyRoutes } from "./routes.tsx";

/** The slice's routes. `/_section/:id`: the section of an installation's page. */
export function testApp(deps: Pick<Deps, "db" | "now"> & { readonly config: Pick<Deps["config"], "publicUrl"> }): TestApp {
  return testAppOf((routes) => {
    sovereigntyRoutes(routes, deps as Deps);
    routes.get("/_section/:id", "read-inventory", async (c) => {
      const installation = { id: c.req.param("id") ?? "", state: "in-service" };
      return c.html(
        String(await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => sovereigntySection(reader, installation, c))),
      );
    });
  });
}
