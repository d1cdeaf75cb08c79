import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { deflateSync, gzipSync } from "node:zlib";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { sql } from "kysely";
import { afterAll } from "vitest";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "#src/platform/http/context.ts";
import { openRoutes } from "#src/platform/http/routes.ts";
import { compileRules } from "../domain/mapping.ts";
import { createAgentTokenByCommand } from "../usecases/create-agent-token.ts";
import { type AgentDoor, agentRoutes } from "./agent-routes.ts";

const NO_RULES = compileRules([]);

/** Real inventories: see the test that uses them. They are no part of this repository. */
export const REAL_FILES = "../shared/data/inventory/glpi-format";
export const haveRealFiles = existsSync(REAL_FILES);
/** Said in the name of what is skipped. */
export const WHY_SKIPPED = haveRealFiles ? "" : ` (skipped: no real inventories in ${REAL_FILES})`;

export function realFile(name: string): Buffer {
  return readFileSync(`${REAL_FILES}/${name}`);
}

export function realFileNames(): readonly string[] {
  return haveRealFiles ? readdirSync(REAL_FILES).sort() : [];
}

/** The agents' door alone, on a real socket of loopback. */
export async function aDoor(deps: Deps, door: Partial<AgentDoor> = {}): Promise<string> {
  const app = new Hono<AppEnv>();
  const nobody = (): Response => new Response(null, { status: 404 });
  agentRoutes(openRoutes(app, { signIn: nobody, forbidden: nobody }), deps, { rules: () => NO_RULES, ...door });
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function aToken(deps: Deps, authorityId: AuthorityId): Promise<{ readonly id: string; readonly token: string }> {
  const made = await createAgentTokenByCommand(deps, authorityId, "Tests");
  if (!made.ok) throw new Error("A first token can be made");
  return made.value;
}

export type Sent = { readonly status: number; readonly type: string; readonly bytes: Buffer; readonly headers: Headers };

/** Exactly these bytes, under these headers. */
export async function post(url: string, body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
  const answer = await fetch(url, { method: "POST", headers, body: typeof body === "string" ? body : new Uint8Array(body) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", bytes, headers: answer.headers };
}

export const COMPRESSIONS = {
  zlib: { type: "application/x-compress-zlib", compress: (body: Uint8Array | string) => deflateSync(body) },
  ocs: { type: "application/x-compress", compress: (body: Uint8Array | string) => deflateSync(body) },
  gzip: { type: "application/x-compress-gzip", compress: (body: Uint8Array | string) => gzipSync(body) },
  "x-gzip": { type: "x-gzip", compress: (body: Uint8Array | string) => gzipSync(body) },
  none: { type: "application/json", compress: (body: Uint8Array | string) => Buffer.from(body) },
} as const;

export type TableDump = Readonly<Record<string, string>>;

/** All that an authority has in the database, as text, every table of it, and its packages of everybody's dictionary. */
export async function dumpOfMachines({ db }: Deps, authorityId: AuthorityId): Promise<TableDump> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'authority_id'`.execute(db);
  const dump: Record<string, string> = {};
  for (const { name: table } of tables.rows) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(table)} t where authority_id = ${authorityId}`.execute(db);
    dump[table] = rows.map(({ row }) => row).join("\n");
  }
  const { rows } = await sql<{ row: string }>`
    select (p.name, p.version, p.publisher, p.origin)::text as row from package p
     where p.id in (select unnest(m.counted || m.unmapped) from machine m where m.authority_id = ${authorityId})`.execute(db);
  dump.package = rows.map(({ row }) => row).join("\n");
  return dump;
}
