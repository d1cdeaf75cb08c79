import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { createAuth } from "./auth/auth.ts";
import { type Config, ConfigError } from "./config.ts";
import { openDatabase, openPool } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { type PostgresServer, postgresServer } from "./db/postgres-server.ts";
import type { Deps } from "./deps.ts";
import { openJobs } from "./jobs/jobs.ts";
import { QUEUES } from "./jobs/queues.ts";
import { openMailer } from "./mail/mailer.ts";
import { passwordResetMail } from "./mail/password-reset.ts";

export type Started = {
  readonly deps: Deps;
  /** Closes what was opened, in order: jobs, mail, connections, then our own PostgreSQL. */
  readonly close: () => Promise<void>;
};

export type StartOptions = {
  /** For commands beside the server: our PostgreSQL is stopped only if it was not running before, and nobody else uses it since. */
  readonly leaveAsFound?: boolean;
};

const DATABASE = "beffroi";

/** Opens everything the application stands on: database (ours or theirs), migrations, sign-in, mail, jobs. */
export async function startPlatform(config: Config, { leaveAsFound = false }: StartOptions = {}): Promise<Started> {
  const { url, server, wasRunning } = await databaseOf(config);
  const pool = openPool(url);
  const authPool = openPool(url, { max: 5, options: "-c search_path=auth" });
  await migrate(pool, "db/migrations");
  const mailer = config.smtpUrl === undefined ? undefined : openMailer(config.smtpUrl, config.mailFrom);
  const auth = createAuth({
    pool: authPool,
    secret: secretOf(config.dataFolder),
    publicUrl: config.publicUrl,
    sendPasswordReset: async (to, token) => mailer?.send(passwordResetMail(to, `${config.publicUrl}/reinitialisation/${token}`)),
  });
  const jobs = openJobs(pool, QUEUES);
  await jobs.start();
  const log = pino({ level: config.logLevel });
  const deps = { db: openDatabase(pool), now: () => new Date(), auth, jobs, mailer, config, log };
  const close = async (): Promise<void> => {
    await jobs.stop();
    mailer?.close();
    await deps.db.destroy();
    await authPool.end();
    if (server === undefined || (leaveAsFound && (wasRunning || (await isUsed(server.url("postgres")))))) return;
    await server.stop();
  };
  return { deps, close };
}

type FoundDatabase = { readonly url: string; readonly server: PostgresServer | undefined; readonly wasRunning: boolean };

async function databaseOf(config: Config): Promise<FoundDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, server: undefined, wasRunning: true };
  try {
    mkdirSync(config.dataFolder, { recursive: true });
  } catch (fault) {
    throw new ConfigError(
      `Le dossier de données ${config.dataFolder} ne peut pas être écrit (${fault instanceof Error ? fault.message : fault}).`,
    );
  }
  const server = await postgresServer(join(config.dataFolder, "postgres"), ["shared_buffers=256MB", "max_connections=100"]);
  const { wasRunning } = await server.start();
  await ensureDatabase(server.url("postgres"));
  return { url: server.url(DATABASE), server, wasRunning };
}

/** True while another process is connected to the application's database. */
async function isUsed(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return ((await client.query("select 1 from pg_stat_activity where datname = $1 limit 1", [DATABASE])).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (known.rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreIfThere);
  } finally {
    await client.end();
  }
}

function ignoreIfThere(fault: unknown): void {
  if ((fault as { code?: string }).code !== "42P04" && (fault as { code?: string }).code !== "23505") throw fault;
}

/** Signs the session cookies. Made once, kept beside the data, readable by its owner alone; BEFFROI_SECRET wins. */
function secretOf(folder: string): string {
  const given = process.env.BEFFROI_SECRET;
  if (given !== undefined && given !== "") return given;
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ session: randomBytes(48).toString("base64url") }), { mode: 0o600, flag: "wx" });
  }
  return (JSON.parse(readFileSync(file, "utf8")) as { session: string }).session;
}
