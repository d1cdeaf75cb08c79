import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { testAppOf } from "#src/platform/http/test-app.ts";
import { homeRoutes } from "./routes.tsx";

/** The slice's pages as one agent sees them; as anybody, when none is given. */
export function visit(deps: Deps, agent: Agent | undefined, path: string, method: "GET" | "POST" = "GET"): Promise<Response> {
  const app = testAppOf((routes) => homeRoutes(routes, deps));
  return method === "GET" ? app.get(path, agent) : app.post(path, agent);
}
