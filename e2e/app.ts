import { serve } from "@hono/node-server";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll } from "vitest";
import { buildApp } from "#src/app.tsx";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { readConfig } from "#src/platform/config.ts";
import { builtAssets } from "#src/platform/http/assets.ts";
import type { DeclaredRoute } from "#src/platform/http/routes.ts";
import { type TestDeps, testDeps } from "#src/platform/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";

const CLIENT_FOLDER = "dist/client";

export type RunningApp = {
  readonly url: string;
  readonly deps: TestDeps;
  readonly declared: readonly DeclaredRoute[];
  /** What the application said of its own faults, for whoever reads why a page failed. */
  readonly faults: readonly string[];
};

/** The real application, on a database of the file's own and a free port of this machine. Closed when the file ends. */
export async function startApp(): Promise<RunningApp> {
  let answer: (request: Request, env: object) => Response | Promise<Response> = () => new Response("Not yet", { status: 503 });
  const { server, port } = await listen((request, env) => answer(request, env));
  const url = `http://127.0.0.1:${port}`;
  const faults: string[] = [];
  const log = pino({ level: "error" }, { write: (line) => void faults.push(line) });
  const deps = await testDeps({ config: { ...readConfig({ BEFFROI_GALLERY: "1" }), port, publicUrl: url }, log }, WITH_CATALOGUE);
  const app = buildApp(deps, { assets: builtAssets(CLIENT_FOLDER), clientFolder: CLIENT_FOLDER, createDemonstration: async () => [] });
  answer = app.fetch;
  afterAll(() => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  return { url, deps, declared: app.declared, faults };
}

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** The port is known before the application is built: its own address is one of its settings. */
function listen(fetch: Fetch): Promise<{ readonly server: ReturnType<typeof serve>; readonly port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve({ server, port }));
  });
}

/** The language that this person chose one day. */
export async function speaks({ deps }: RunningApp, { id }: Pick<Agent, "id">, language: Language): Promise<void> {
  await sql`update auth."user" set language = ${language} where id = ${id}`.execute(deps.db);
}
