import { dayOf } from "#src/kernel/dates.ts";
import { readConfig } from "#src/platform/config.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { type TestApp, testAppOf } from "#src/platform/http/test-app.ts";
import { contractsSection } from "./installation-section.tsx";
import { contractsRoutes } from "./routes.tsx";

/** The slice's routes. `/_section/:id`: the section of an installation's page. */
export function testApp(deps: Pick<Deps, "db" | "now">): TestApp {
  const whole = { ...deps, config: readConfig({}) } as Deps;
  return testAppOf((routes) => {
    contractsRoutes(routes, whole);
    routes.get("/_section/:id", "read-inventory", async (c) => {
      const installation = { id: c.req.param("id") ?? "" };
      const section = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) =>
        contractsSection(reader, installation, c, dayOf(deps.now())),
      );
      return c.html(String(section));
    });
  });
}

/** The words of a page, without its marks. */
export async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text())
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/[\s\u00A0\u202F]+/g, " ");
}
