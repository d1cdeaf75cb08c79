// `npm run types`: the types of the tables, from a database that has all the migrations.

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { openPool } from "#src/platform/db/database.ts";
import { migrate } from "#src/platform/db/migrate.ts";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";

const folder = throwAwayFolder("types");
const server = await postgresServer(folder);
await server.start();
const pool = openPool(server.url("postgres"));
await migrate(pool, "db/migrations");
await pool.end();
const mapping = '{"int8":"number","uuid":"string","tsvector":"string"}';
const options = [
  "--dialect",
  "postgres",
  "--camel-case",
  "--date-parser",
  "string",
  "--type-mapping",
  mapping,
  "--exclude-pattern",
  "auth.*",
];
const done = spawnSync("kysely-codegen", [...options, "--out-file", "src/platform/db/schema.ts", "--url", server.url("postgres")], {
  stdio: "inherit",
});
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(done.status ?? 1);
