import { Hono } from "hono";
import { agentOf } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { openRoutes } from "#src/platform/http/routes.ts";
import { type CatalogueHooks, catalogueRoutes } from "./routes.tsx";

export type TestAppOptions = { readonly language?: Language; readonly hooks?: CatalogueHooks };
export type TestApp = { readonly get: (path: string) => Promise<Response>; readonly text: (path: string) => Promise<string> };

/** The slice's routes, for an agent of an authority; `null`: signed out. */
export function testApp(db: Database, role: Role | null, { language = "fr", hooks = {} }: TestAppOptions = {}): TestApp {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const authorityId = newId<never>();
    const agent = role === null ? undefined : agentOf({ id: newId(), authorityId, name: "A", departmentId: null, roles: [role], language });
    const authority = { id: authorityId, slug: "a", name: "Ville", isDemonstration: false };
    c.set(
      "visitor",
      agent === undefined ? { kind: "signed-out" } : { kind: "agent", agent, authority, authorities: 1, unreadNotifications: 0 },
    );
    c.set("language", language);
    c.set("assets", { styles: "/s.css", client: "/c.js", font: "/f.woff2" });
    c.set("navigation", []);
    c.set("requestId", "test");
    await next();
  });
  const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") } as Deps;
  catalogueRoutes(openRoutes(app, { signIn: (c) => c.text("sign in", 401), forbidden }), deps, hooks);
  const get = async (path: string): Promise<Response> => app.request(path);
  return { get, text: async (path: string) => (await get(path)).text() };
}
