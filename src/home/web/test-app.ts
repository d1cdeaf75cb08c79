import { Hono } from "hono";
import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { openRoutes } from "#src/platform/http/routes.ts";
import { homeRoutes } from "./routes.tsx";

/** The slice's pages as one agent sees them; as anybody, when none is given. */
export async function visit(deps: Deps, agent: Agent | undefined, path: string, method: "GET" | "POST" = "GET"): Promise<Response> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    if (agent === undefined) c.set("visitor", { kind: "signed-out" });
    else {
      const authority = { id: agent.authorityId, slug: "ville", name: "Ville de Test", isDemonstration: false };
      c.set("visitor", { kind: "agent", agent, authority, authorities: 1, unreadNotifications: 0 });
    }
    c.set("language", agent?.language ?? "fr");
    c.set("assets", { styles: "/s.css", client: "/c.js", font: "/f.woff2" });
    c.set("navigation", []);
    await next();
  });
  homeRoutes(openRoutes(app, { signIn: (c) => c.redirect("/connexion", 303), forbidden }), deps);
  return app.request(`http://beffroi.test${path}`, { method });
}

/** The text of a page, without its marks. */
export async function textOf(answer: Response): Promise<string> {
  return (await answer.text())
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replace(/[ \u00a0\n]+/g, " ");
}
