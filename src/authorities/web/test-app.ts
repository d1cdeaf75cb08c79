import { pino } from "pino";
import { afterAll } from "vitest";
import { createAuth } from "#src/platform/auth/auth.ts";
import { readConfig } from "#src/platform/config.ts";
import { openPool } from "#src/platform/db/database.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import type { Deps } from "#src/platform/deps.ts";
import { bodyOf, type Fields, openTestApp } from "#src/platform/http/test-app.ts";
import { languageOf, visitorsFrom } from "#src/platform/http/visitor.ts";
import { openJobs } from "#src/platform/jobs/jobs.ts";
import { QUEUES } from "#src/platform/jobs/queues.ts";
import { openMailer } from "#src/platform/mail/mailer.ts";
import { passwordResetMail } from "#src/platform/mail/password-reset.ts";
import { QUICK_COST } from "#src/platform/testing.ts";
import { type AuthorityRouteOptions, authorityRoutes } from "./routes.tsx";

export type TestSettings = { readonly smtpUrl?: string; readonly now?: () => Date; readonly routes?: Partial<AuthorityRouteOptions> };

/** Real parts on a database of the file's own. */
export async function testDeps({ smtpUrl, now = () => new Date() }: TestSettings = {}): Promise<Deps> {
  const { db, url } = await testDatabase();
  const config = { ...readConfig({}), publicUrl: "http://beffroi.test", trustProxy: true, smtpUrl };
  const pool = openPool(url, { options: "-c search_path=auth" });
  const jobsPool = openPool(url, { max: 2 });
  const mailer = smtpUrl === undefined ? undefined : openMailer(smtpUrl, "Beffroi <beffroi@ville.example>");
  const auth = createAuth({
    pool,
    secret: "a secret of at least thirty-two characters",
    publicUrl: config.publicUrl,
    sendPasswordReset: async (to, token) => mailer?.send(passwordResetMail(to, `${config.publicUrl}/reinitialisation/${token}`)),
    passwordCost: QUICK_COST,
  });
  afterAll(async () => {
    mailer?.close();
    await Promise.all([pool.end(), jobsPool.end()]);
  });
  return { db, now, auth, jobs: openJobs(jobsPool, QUEUES), mailer, config, log: pino({ level: "silent" }) };
}

export type TestApp = {
  readonly get: (path: string, cookie?: string) => Promise<Response>;
  readonly post: (path: string, fields: Fields, cookie?: string, address?: string) => Promise<Response>;
};

/** The slice's routes on a real application; who asks is read from the session. */
export function testApp(deps: Deps, options: Partial<AuthorityRouteOptions> = {}): TestApp {
  const resolve = visitorsFrom(deps);
  const { app } = openTestApp(
    async (headers) => {
      const { visitor } = await resolve(headers);
      return { visitor, language: languageOf(visitor, headers) };
    },
    (routes) => authorityRoutes(routes, deps, { createDemonstration: async () => [], ...options }),
  );
  app.onError((_, c) => c.text("fault", 500));
  const base = deps.config.publicUrl;
  return {
    get: async (path, cookie = "") => app.request(`${base}${path}`, { headers: { cookie } }),
    post: async (path, fields, cookie = "", address = "192.0.2.1") =>
      app.request(`${base}${path}`, { method: "POST", headers: { cookie, "x-forwarded-for": address }, body: bodyOf(fields) }),
  };
}

/** What a browser would send back after these answers. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0] ?? "")
    .join("; ");
}
