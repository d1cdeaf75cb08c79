import { rmSync } from "node:fs";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { openJobs } from "#src/platform/jobs/jobs.ts";
import { QUEUES } from "#src/platform/jobs/queues.ts";
import { openPool } from "./database.ts";
import { migrate } from "./migrate.ts";
import { postgresServer } from "./postgres-server.ts";
import { throwAwayFolder } from "./throw-away-folder.ts";

export const TEMPLATE = "beffroi_template";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the run's server, with DATABASE where the name of a database goes. */
    databaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run, migrated once into a template that each test file clones. Nothing to keep: no fsync. */
// biome-ignore lint/style/noDefaultExport: what the test runner calls is a default export
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = throwAwayFolder("test");
  const server = await postgresServer(folder, ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]);
  await server.start();
  await createTemplate(server.url("postgres"), server.url(TEMPLATE));
  project.provide("databaseUrl", server.url("DATABASE"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function createTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = openPool(adminUrl);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const pool = openPool(templateUrl);
  await migrate(pool, "db/migrations");
  const jobs = openJobs(pool, QUEUES);
  await jobs.start();
  await jobs.stop();
  await pool.end();
}

/** The connection string of one database of the run's server. */
export function testUrl(database: string): string {
  return inject("databaseUrl").replace("DATABASE", database);
}
