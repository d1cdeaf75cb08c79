import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { skillsSection } from "./installation-section.tsx";
import { skillsRoutes } from "./routes.tsx";

/** The slice's routes. `/_section/:id`: the section of an installation's page. */
export function testApp(deps: Pick<Deps, "db" | "now">): TestApp {
  return testAppOf((routes) => {
    skillsRoutes(routes, deps as Deps);
    routes.get("/_section/:id", "read-inventory", async (c) => {
      const installation = { id: c.req.param("id") ?? "" };
      return c.html(
        String(await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => skillsSection(reader, installation, c))),
      );
    });
  });
}

/** The words of a page, without its marks. */
export async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text())
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/[\s\u00A0\u202F]+/g, " ");
}
