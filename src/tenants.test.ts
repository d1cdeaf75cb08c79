import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { aWorld } from "./app-testing.ts";

const { deps, ours, theirs } = await aWorld();
const { db } = deps;
const [us, them] = [ours.authority.id, theirs.authority.id];

const tables = await sql<{ name: string; guarded: boolean }>`
  select c.relname as name, c.relrowsecurity as guarded from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p')
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped)
   order by 1`.execute(db);

/** How many rows of ours, and of theirs, our role sees in a table without asking for any authority. */
function seen(table: string): Promise<{ ours: number; theirs: number }> {
  return readAuthority(db, us, async (reader) => {
    const { rows } = await sql<{ ours: number; theirs: number }>`
      select count(*) filter (where authority_id = ${us}) as ours, count(*) filter (where authority_id = ${them}) as theirs from ${sql.table(table)}`.execute(
      reader,
    );
    return rows[0] ?? { ours: 0, theirs: 0 };
  });
}

describe("row-level security", () => {
  it("guards every table that carries authority_id", () => {
    expect(tables.rows.length).toBeGreaterThan(14);
    expect(tables.rows.filter(({ guarded }) => !guarded)).toEqual([]);
  });

  for (const { name } of tables.rows.filter((table) => table.name !== "installation_extension")) {
    it(`shows our rows of ${name} and none of theirs; this test sees it when the policy is dropped or the guard is off`, async () => {
      const own = await seen(name);
      expect(own.ours).toBeGreaterThan(0);
      expect(own.theirs).toBe(0);
      await sql`alter table ${sql.table(name)} disable row level security`.execute(db);
      expect((await seen(name)).theirs).toBeGreaterThan(0);
      await sql`alter table ${sql.table(name)} enable row level security`.execute(db);
      const { rows } = await sql<{ policy: string }>`select policyname as policy from pg_policies where tablename = ${name}`.execute(db);
      for (const { policy } of rows) await sql`drop policy ${sql.id(policy)} on ${sql.table(name)}`.execute(db);
      expect((await seen(name)).ours).toBe(0);
    });
  }

  it("shows one authority, and refuses to write another's rows", async () => {
    const visible = await readAuthority(db, us, (reader) => reader.selectFrom("authority").select("id").execute());
    expect(visible).toEqual([{ id: us }]);
    const add = (authorityId: string) =>
      inAuthority(db, us, async (trx) => {
        await trx
          .insertInto("requestDraft")
          .values({ authorityId, id: crypto.randomUUID(), personId: ours.authority.requester.id, content: "{}", updatedAt: deps.now() })
          .execute();
        return ok(null);
      });
    // The policy of this table was dropped above: made again, as the migration does.
    await sql`create policy own on request_draft to beffroi_authority using (authority_id = current_authority())`.execute(db);
    expect(await add(us)).toEqual(ok(null));
    await expect(add(them)).rejects.toThrow(/row-level security/);
  });

  it("lets nobody write in a reader's transaction", async () => {
    await expect(
      readAuthority(db, us, (reader) => reader.updateTable("authority").set({ name: "Autre" }).where("id", "=", us).execute()),
    ).rejects.toThrow(/read-only/);
  });

  it("keeps sign-in out of the authorities' role, and entries out of everybody's change", async () => {
    await expect(readAuthority(db, us, (reader) => sql`select 1 from auth."user"`.execute(reader))).rejects.toThrow(/permission denied/);
    const change = inAuthority(db, us, async (trx) => {
      await sql`update journal_entry set what = 'nothing'`.execute(trx);
      return ok(null);
    });
    await expect(change).rejects.toThrow(/permission denied/);
    await sql`create policy own on journal_entry to beffroi_authority using (authority_id = current_authority())`.execute(db);
    const forge = inAuthority(db, us, async (trx) => {
      await sql`insert into journal_entry select authority_id, sequence + 1000, gen_random_uuid(), at, person_id, role, what, subject_type, subject_id, content_hash, previous_hash, hash
        from journal_entry limit 1`.execute(trx);
      return ok(null);
    });
    await expect(forge).rejects.toThrow(/does not follow the journal/);
    await expect(sql`delete from journal_entry`.execute(db)).rejects.toThrow(/never changed nor deleted/);
  });
});
