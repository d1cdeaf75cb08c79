import { sql } from "kysely";
import type { TestAuthority } from "#src/authorities/testing.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";

/** Many requests at once, straight in the tables, for measures: two in ten are open, over some three years, in three departments. */
export async function fillRequests(db: Database, authority: TestAuthority, count: number): Promise<void> {
  const { departments, requester, reviewer } = authority;
  const department = sql`(array[${departments.library}, ${departments.culture}, ${departments.it}]::uuid[])[1 + n % 3]`;
  const person = sql`(case when n % 20 = 0 then ${requester.id} else ${reviewer.id} end)::uuid`;
  await inAuthority(db, authority.id, async (trx) => {
    await sql`
      insert into request (authority_id, id, year, number, department_id, submitted_by, submitted_at)
      select ${authority.id}, gen_random_uuid(), 2026, n, ${department}, ${person}, now() - n * interval '5 hours'
        from generate_series(1, ${count}::int) n`.execute(trx);
    await sql`
      insert into request_summary (authority_id, request_id, reference, title, department_id, submitted_by, submitted_on, entries, state, gate, since,
                                   due_on, waits_for, solution, decided_on, used_since, confirm_on, confirmed, arcade, search)
      select authority_id, id, '2026-' || lpad(n::text, greatest(3, length(n::text)), '0'), 'Besoin numéro ' || n, department_id, submitted_by,
             submitted_at::date, 6, state, case when state <> 'unmet' then 1 + n % 4 end, submitted_at::date,
             case when open then current_date + (n % 40 - 5) end,
             case when state = 'to-countersign' then 'guarantor' when open then case when n % 30 = 0 then 'requester' else 'reviewer' end end,
             case when state = 'settled' then 'Logiciel ' || n % 50 end, case when state = 'settled' then submitted_at::date + 40 end,
             case when state = 'settled' then submitted_at::date + 60 end, case when state = 'settled' then submitted_at::date + 220 end,
             case when state = 'settled' and n % 12 < 10 then 'yes' end, 'ohll',
             to_tsvector('beffroi', 'Besoin numéro ' || n || ' pour le service ' || (n % 97))
        from (select r.authority_id, r.id, r.number as n, r.department_id, r.submitted_by, r.submitted_at, t.state,
                     t.state in ('searching', 'to-countersign') as open
                from request r cross join lateral (select ${STATE} as state) t where r.authority_id = ${authority.id}) many`.execute(trx);
    return ok(count);
  });
}

/** Twelve entries for each: a conclusion at the end, and here and there a waiver asked for. */
export async function fillEntries(db: Database, { id, reviewer }: TestAuthority): Promise<void> {
  await inAuthority(db, id, async (trx) => {
    await sql`
      insert into request_entry (authority_id, request_id, sequence, id, at, person_id, role, content)
      select r.authority_id, r.id, e, gen_random_uuid(), r.submitted_at + e * interval '1 day', ${reviewer.id}, 'reviewer',
             jsonb_build_object('kind', case when e = 12 then 'gate-concluded' when e = 9 and r.number % 15 = 0 then 'waiver-requested' else 'candidate-examined' end,
                                'verdict', jsonb_build_object('kind', 'ruled-out'), 'statement', repeat('Écarté. ', 20))
        from request r cross join generate_series(1, 12) e where r.authority_id = ${id}`.execute(trx);
    return ok(null);
  });
}

const STATE = sql`(array['searching', 'to-countersign', 'settled', 'settled', 'settled', 'settled', 'settled', 'settled', 'unmet', 'withdrawn'])[1 + r.number % 10]`;
