import { Hono } from "hono";
import { catalogueRoutes } from "#src/catalogue/web/routes.tsx";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { openRoutes } from "#src/platform/http/routes.ts";
import { ownVersionOf } from "../usecases/own-version.ts";
import { sourceRoutes } from "./routes.tsx";
import { sourceSections } from "./software-sections.tsx";

export type TestApp = {
  readonly get: (path: string, agent: Agent, language?: Language) => Promise<Response>;
  readonly post: (path: string, agent: Agent, fields: Readonly<Record<string, string | File | readonly string[]>>) => Promise<Response>;
};

/** The slice's routes and the catalogue's, on a real application; who asks is said instead of signing in. */
export function testApp(deps: Deps): TestApp {
  const agents = new Map<string, Agent>();
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const agent = agents.get(c.req.header("x-agent") ?? "");
    if (agent === undefined) throw new Error("A test names who asks");
    const authority = { id: agent.authorityId, slug: "test", name: "Ville de Test", isDemonstration: false };
    c.set("visitor", { kind: "agent", agent, authority, authorities: 1, unreadNotifications: 0 });
    c.set("language", c.req.header("accept-language") === "en" ? "en" : "fr");
    c.set("assets", { styles: "/s.css", client: "/c.js", font: "/f.woff2" });
    c.set("navigation", []);
    c.set("requestId", "test");
    await next();
  });
  app.notFound((c) => notFound(c));
  const routes = openRoutes(app, { signIn: (c) => c.redirect("/connexion", 303), forbidden });
  sourceRoutes(routes, deps);
  catalogueRoutes(routes, deps, {
    ownVersion: ownVersionOf,
    sections: (reader, software, c) => sourceSections(reader, software, c, deps.now),
  });
  const named = (agent: Agent): string => {
    agents.set(agent.id, agent);
    return agent.id;
  };
  return {
    get: async (path, agent, language = "fr") => app.request(path, { headers: { "x-agent": named(agent), "accept-language": language } }),
    post: async (path, agent, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
      return app.request(path, { method: "POST", headers: { "x-agent": named(agent) }, body });
    },
  };
}

/** The words of a page, without its marks. */
export async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text())
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00A0\u202F]+/g, " ");
}
