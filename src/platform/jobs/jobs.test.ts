import { sql } from "kysely";
import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { NOTIFICATION_MAIL } from "./queues.ts";

const deps = await testDeps();

it("an authority may ask for work, and neither read what others asked nor change how it is done", async () => {
  await deps.jobs.start();
  const { id } = await anAuthority(deps);
  const asked = await inAuthority(deps.db, id, async (trx) => {
    await deps.jobs.enqueue(trx, NOTIFICATION_MAIL, { it: "works" });
    return ok(null);
  });
  expect(asked.ok).toBe(true);
  const { rows } = await sql<{ allowed: string }>`
    select c.relname || ' ' || lower(p) as allowed from pg_class c cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
     where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege('beffroi_authority', c.oid, p)
     order by 1`.execute(deps.db);
  expect(rows.map(({ allowed }) => allowed)).toEqual(["job insert", "job_common insert", "queue select"]);
  await deps.jobs.stop();
});
