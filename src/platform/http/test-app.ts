import { Hono } from "hono";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppEnv, Visitor } from "./context.ts";
import { forbidden, notFound } from "./errors.tsx";
import { type DeclaredRoute, openRoutes, type Routes } from "./routes.ts";

/** What a form of a test sends: a file makes it a form of several parts. */
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

export type TestApp = {
  /** Nobody signed in where no agent is given; in the agent's language unless told. */
  readonly get: (
    path: string,
    agent: Agent | undefined,
    language?: Language,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly post: (path: string, agent: Agent | undefined, fields?: Fields) => Promise<Response>;
  readonly declared: readonly DeclaredRoute[];
};

type Asked = Pick<RequestInit, "method" | "body"> & { readonly headers?: Readonly<Record<string, string>> };
type WhoAsks = { readonly visitor: Visitor; readonly language: Language };

/** The routes of slices on a real application, for tests: who asks is said instead of signing in. */
export function testAppOf(register: (routes: Routes) => void): TestApp {
  const asking = new Map<string, WhoAsks>();
  const { app, declared } = openTestApp(async (headers) => {
    const who = asking.get(headers.get("x-who-asks") ?? "");
    if (who === undefined) throw new Error("A test names who asks");
    return who;
  }, register);
  const ask = async (path: string, agent: Agent | undefined, language: Language, init: Asked): Promise<Response> => {
    const key = String(asking.size);
    asking.set(key, { visitor: visitorOf(agent), language });
    return app.request(path, { ...init, headers: { ...init.headers, "x-who-asks": key } });
  };
  return {
    declared,
    get: (path, agent, language = agent?.language ?? "fr", headers = {}) => ask(path, agent, language, { method: "GET", headers }),
    post: (path, agent, fields = {}) => ask(path, agent, agent?.language ?? "fr", { method: "POST", body: bodyOf(fields) }),
  };
}

/** The same where who asks is read from the headers, as from a session. */
export function openTestApp(
  whoAsks: (headers: Headers) => Promise<WhoAsks>,
  register: (routes: Routes) => void,
): { readonly app: Hono<AppEnv>; readonly declared: readonly DeclaredRoute[] } {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const { visitor, language } = await whoAsks(c.req.raw.headers);
    c.set("visitor", visitor);
    c.set("language", language);
    c.set("assets", { styles: "/s.css", client: "/c.js", font: "/f.woff2" });
    c.set("navigation", []);
    c.set("requestId", "test");
    await next();
  });
  app.notFound((c) => notFound(c));
  const routes = openRoutes(app, { signIn: (c) => c.redirect(`/connexion?vers=${encodeURIComponent(c.req.path)}`, 303), forbidden });
  register(routes);
  return { app, declared: routes.declared };
}

function visitorOf(agent: Agent | undefined): Visitor {
  if (agent === undefined) return { kind: "signed-out" };
  const authority = { id: agent.authorityId, slug: "test", name: "Ville de Test", isDemonstration: false };
  return { kind: "agent", agent, authority, authorities: 1, unreadNotifications: 0 };
}

/** Several values under one name are several fields, as a browser sends them. */
export function bodyOf(fields: Fields): FormData | URLSearchParams {
  const hasFile = Object.values(fields).some((value) => value instanceof File);
  const body = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each as string);
  return body;
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
