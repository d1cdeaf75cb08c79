import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Logger, pino } from "pino";
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
  /** Where another process of the same instance finds the database. */
  readonly databaseUrl: string;
  /** Closes what was opened, in order: jobs, mail, connections, then our own PostgreSQL. */
  readonly close: () => Promise<void>;
};

export type StartOptions = {
  /** For commands beside the server: our PostgreSQL is stopped only if it was not running before, and nobody else uses it since. */
  readonly leaveAsFound?: boolean;
  /** Another process has made the database ready and does the jobs: this one only asks for them. */
  readonly prepared?: boolean;
};

/** PostgreSQL's own default, and what each process beyond the first few may open. */
function connectionsFor(processes: number): number {
  return Math.max(100, 40 + processes * 20);
}

const DATABASE = "beffroi";
export const MIGRATIONS = "db/migrations";

/** Opens everything the application stands on: database (ours or theirs), migrations, sign-in, mail, jobs. */
export async function startPlatform(config: Config, { leaveAsFound = false, prepared = false }: StartOptions = {}): Promise<Started> {
  const { url, server, release } = await databaseOf(config, leaveAsFound);
  const log = pino({ level: config.logLevel });
  const leaveAlone = server === undefined || leaveAsFound ? async () => undefined : keepAlive(server, log);
  const pool = openPool(url);
  const authPool = openPool(url, { max: 5, options: "-c search_path=auth" });
  const mailer = config.smtpUrl === undefined ? undefined : openMailer(config.smtpUrl, config.mailFrom);
  const jobs = openJobs(pool, QUEUES, { asksOnly: prepared });
  const close = async (): Promise<void> => {
    try {
      await jobs.stop();
      mailer?.close();
      await pool.end();
      await authPool.end();
    } finally {
      await leaveAlone();
      await release();
    }
  };
  try {
    if (!prepared) await migrate(pool, MIGRATIONS);
    const auth = createAuth({
      pool: authPool,
      secret: secretOf(config.dataFolder),
      publicUrl: config.publicUrl,
      sendPasswordReset: async (to, token) => mailer?.send(passwordResetMail(to, `${config.publicUrl}/reinitialisation/${token}`)),
    });
    await jobs.start();
    return { deps: { db: openDatabase(pool), now: () => new Date(), auth, jobs, mailer, config, log }, databaseUrl: url, close };
  } catch (fault) {
    await close().catch(() => undefined);
    throw fault;
  }
}

export type BareDatabase = { readonly url: string; readonly close: () => Promise<void> };

/** The database alone, as it is, for commands that keep it or put it back: nothing is migrated. */
export function openBareDatabase(config: Config): Promise<BareDatabase> {
  return databaseOf(config, true).then(({ url, release }) => ({ url, close: release }));
}

/** False where our own PostgreSQL was never made in this folder: whoever only reads would make an empty one. */
export function hasDatabase({ databaseUrl, dataFolder }: Config): boolean {
  return databaseUrl !== undefined || existsSync(join(dataFolder, "postgres/data/PG_VERSION"));
}

const LOOK_EVERY_MS = 2_000;

/** Our PostgreSQL may die under us (the disk was full, or the memory): nobody else would start it again. Answers how to leave it alone. */
function keepAlive(server: PostgresServer, log: Logger): () => Promise<void> {
  let starting: Promise<void> | undefined;
  const startAgain = async (): Promise<void> => {
    log.error("PostgreSQL is dead: it is started again");
    await server.start().catch((fault: unknown) => log.error({ fault: String(fault) }, "PostgreSQL cannot be started again yet"));
    starting = undefined;
  };
  const timer = setInterval(() => {
    if (starting === undefined && !server.isAlive()) starting = startAgain();
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await starting;
  };
}

type FoundDatabase = { readonly url: string; readonly server: PostgresServer | undefined; readonly release: () => Promise<void> };

async function databaseOf(config: Config, leaveAsFound: boolean): Promise<FoundDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, server: undefined, release: async () => undefined };
  try {
    mkdirSync(config.dataFolder, { recursive: true });
  } catch (fault) {
    throw new ConfigError(
      `Le dossier de données ${config.dataFolder} ne peut pas être écrit (${(fault as NodeJS.ErrnoException).code ?? fault}).`,
    );
  }
  const server = await postgresServer(join(config.dataFolder, "postgres"), [
    "shared_buffers=256MB",
    `max_connections=${connectionsFor(config.processes)}`,
  ]);
  const { wasRunning } = await server.start();
  const release = async (): Promise<void> => {
    if (leaveAsFound && (wasRunning || (await isUsed(server.url("postgres"))))) return;
    await server.stop();
  };
  try {
    await ensureDatabase(server.url("postgres"));
    return { url: server.url(DATABASE), server, release };
  } catch (fault) {
    await release().catch(() => undefined);
    throw fault;
  }
}

const OWN_LAST_MS = 2_000;
const LOOK_AGAIN_MS = 50;

/** True while another process is connected to the application's database. Trap: our own connections, just closed, are seen for a moment. */
async function isUsed(adminUrl: string): Promise<boolean> {
  const client = await adminClient(adminUrl);
  const question = "select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend' limit 1";
  try {
    for (let waited = 0; waited < OWN_LAST_MS; waited += LOOK_AGAIN_MS) {
      if ((await client.query(question, [DATABASE])).rowCount === 0) return false;
      await pause(LOOK_AGAIN_MS);
    }
    return true;
  } finally {
    await client.end();
  }
}

async function adminClient(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  // Said by the query that it cuts.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = await adminClient(adminUrl);
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
