import { pino } from "pino";
import { afterAll } from "vitest";
import { createAuth } from "./auth/auth.ts";
import type { ScryptCost } from "./auth/password-hash.ts";
import { readConfig } from "./config.ts";
import { openPool } from "./db/database.ts";
import { type Prepared, testDatabase } from "./db/testing.ts";
import type { Deps } from "./deps.ts";
import { openJobs } from "./jobs/jobs.ts";
import { QUEUES } from "./jobs/queues.ts";

/** A clock that tests move. It begins on Monday 5 January 2026, at nine in Paris. */
export type TestClock = { now: Date; readonly advance: (days: number) => void };

export type TestDeps = Deps & { readonly clock: TestClock; readonly url: string; readonly resetTokens: string[] };

/** Hundreds of passwords are made and tried: at the cost of a real instance, they take longer than what is tested. */
export const QUICK_COST: ScryptCost = { log2N: 10, r: 8, p: 1 };

/** Real parts on a database of the test file's own: PostgreSQL, sign-in, jobs. Only the clock is the test's. */
export async function testDeps(overrides: Partial<Deps> = {}, prepared?: Prepared): Promise<TestDeps> {
  const { db, url } = await testDatabase(prepared);
  const authPool = openPool(url, { max: 3, options: "-c search_path=auth" });
  const jobsPool = openPool(url, { max: 3 });
  const config = readConfig({ BEFFROI_GALLERY: "1" });
  const resetTokens: string[] = [];
  const auth = createAuth({
    pool: authPool,
    secret: "a-secret-for-tests-alone-0123456789abcdef",
    publicUrl: config.publicUrl,
    sendPasswordReset: async (_, token) => void resetTokens.push(token),
    passwordCost: QUICK_COST,
  });
  const clock: TestClock = {
    now: new Date("2026-01-05T08:00:00Z"),
    advance: (days) => {
      clock.now = new Date(clock.now.getTime() + days * 86_400_000);
    },
  };
  afterAll(async () => {
    await authPool.end();
    await jobsPool.end();
  });
  const deps: Deps = {
    db,
    now: () => clock.now,
    auth,
    jobs: openJobs(jobsPool, QUEUES, { lookEvery: 0.5 }),
    mailer: undefined,
    config,
    log: pino({ level: "silent" }),
    ...overrides,
  };
  return { ...deps, clock, url, resetTokens };
}
