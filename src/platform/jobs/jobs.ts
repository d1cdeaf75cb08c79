import { CompiledQuery } from "kysely";
import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** Durable work done after the transaction that asked for it, by pg-boss on the same database. */
export type Jobs = {
  /** Enqueued in the caller's transaction: no commit, no job. */
  readonly enqueue: (trx: AuthorityTransaction, queue: string, data: object) => Promise<void>;
  readonly work: <T extends object>(queue: string, handler: (data: T) => Promise<void>) => Promise<void>;
  /** Asked for by the clock of Paris (« 20 4 * * * »), and soon after the start when it has not been for some twenty hours: one job, whatever the number of processes. */
  readonly daily: (queue: string, cron: string) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A daily job may have every authority of the instance to go through. */
const DAILY = { tz: "Europe/Paris", missed: "once", expireInSeconds: 6 * 3_600, retryLimit: 2 } as const;
const AT_START = {
  singletonKey: "at-start",
  singletonSeconds: 20 * 3_600,
  startAfter: 60,
  expireInSeconds: 6 * 3_600,
  retryLimit: 2,
} as const;
const RETRIES = { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 } as const;

export type JobsOptions = {
  /** In seconds, half a second at the least: how long a job may wait before it is seen. */
  readonly lookEvery?: number;
  /** Another process makes the queues, and does the work. */
  readonly asksOnly?: boolean;
};

/** `queues` are made at the start; the authorities' role may add to them and read nothing of them. */
export function openJobs(pool: pg.Pool, queues: readonly string[], { lookEvery = 2, asksOnly = false }: JobsOptions = {}): Jobs {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schema: "pgboss", ...(asksOnly && { supervise: false, schedule: false, migrate: false }) });
  // A lost connection is retried by the next poll; the fault is PostgreSQL's to report.
  boss.on("error", () => undefined);
  return {
    start: async () => {
      await boss.start();
      if (asksOnly) return;
      for (const queue of queues) await boss.createQueue(queue, RETRIES);
      await pool.query(
        `revoke all on all tables in schema pgboss from beffroi_authority;
         grant usage on schema pgboss to beffroi_authority;
         grant select on pgboss.queue to beffroi_authority;
         grant insert on pgboss.job, pgboss.job_common to beffroi_authority;
         -- pg-boss asks the new job's identifier back, and PostgreSQL wants the right to read it.
         grant select (id) on pgboss.job, pgboss.job_common to beffroi_authority`,
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
    enqueue: async (trx, queue, data) => {
      const executeSql = async (text: string, values: unknown[] = []) => trx.executeQuery(CompiledQuery.raw(text, values));
      await boss.send(queue, data, {
        ...RETRIES,
        db: { executeSql: async (text, values) => ({ rows: [...(await executeSql(text, values)).rows] }) },
      });
    },
    daily: async (queue, cron) => {
      await boss.schedule(queue, cron, {}, DAILY);
      await boss.send(queue, {}, AT_START);
    },
    work: async (queue, handler) => {
      await boss.work<Parameters<typeof handler>[0]>(queue, { pollingIntervalSeconds: lookEvery, batchSize: 20 }, async (jobs) => {
        for (const job of jobs) await handler(job.data);
      });
    },
  };
}
