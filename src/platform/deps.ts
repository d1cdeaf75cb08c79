import type { Logger } from "pino";
import type { Auth } from "./auth/auth.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Mailer } from "./mail/mailer.ts";

/** What use cases and routes are given. `main.ts` makes it; tests make it too, with real parts. */
export type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly auth: Auth;
  readonly jobs: Jobs;
  /** Undefined where no SMTP server is configured: links are then handed over by people. */
  readonly mailer: Mailer | undefined;
  readonly config: Config;
  readonly log: Logger;
};
