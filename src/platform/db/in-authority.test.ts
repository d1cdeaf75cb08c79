import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type AuthorityId, newId } from "#src/kernel/ids.ts";
import { ok, refused } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "./in-authority.ts";
import { testDatabase } from "./testing.ts";

const { db } = await testDatabase();
const id = newId() as AuthorityId;
await db.insertInto("authority").values({ id, slug: "valmontel", name: "Valmontel", kind: "commune", createdAt: new Date() }).execute();

const department = (name: string) => ({ authorityId: id, id: newId(), name });
const names = () =>
  readAuthority(db, id, async (reader) => (await reader.selectFrom("department").select("name").execute()).map(({ name }) => name).sort());

describe("a transaction of an authority", () => {
  it("keeps what was done when it ends well, and nothing when it is refused or fails", async () => {
    const add = (name: string, end: () => ReturnType<typeof ok> | ReturnType<typeof refused>) =>
      inAuthority(db, id, async (trx) => {
        await trx.insertInto("department").values(department(name)).execute();
        return end();
      });
    expect(await add("Culture", () => ok(null))).toEqual(ok(null));
    expect(await add("Sports", () => refused({ kind: "name-taken" }))).toEqual(refused({ kind: "name-taken" }));
    const failing = () => {
      throw new Error("no luck");
    };
    await expect(add("Voirie", failing)).rejects.toThrow("no luck");
    expect(await names()).toEqual(["Culture"]);
  });

  it("does not pretend to have kept what PostgreSQL gave up on, even where the failure was passed over", async () => {
    const passing = inAuthority(db, id, async (trx) => {
      await trx.insertInto("department").values(department("Archives")).execute();
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
      return ok(null);
    });
    await expect(passing).rejects.toThrow("nothing of it is kept");
    expect(await names()).toEqual(["Culture"]);
  });

  it("leaves its connection as it found it: neither a role nor an authority stays", async () => {
    await names();
    const { rows } = await sql<{ role: string; authority: string | null }>`
      select current_setting('role') as role, nullif(current_setting('app.authority_id', true), '') as authority`.execute(db);
    expect(rows).toEqual([{ role: "none", authority: null }]);
  });

  it("holds the names that it locks, one transaction at a time in an authority, and keeps nobody else waiting", async () => {
    const order: string[] = [];
    const enter = (who: string, authority: AuthorityId, locks: readonly string[], work: () => Promise<unknown> = async () => null) =>
      inAuthority(
        db,
        authority,
        async () => {
          order.push(who);
          return ok(await work());
        },
        locks,
      );
    let second: Promise<unknown> | undefined;
    await enter("first", id, ["x", "y"], async () => {
      second = enter("second", id, ["y", "x"]);
      await enter("another authority", newId() as AuthorityId, ["x", "y"]);
      await enter("another name", id, ["it's z"]);
      await enter("no name", id, []);
      order.push("first ends");
    });
    await second;
    expect(order).toEqual(["first", "another authority", "another name", "no name", "first ends", "second"]);
  });

  it("is refused to what is not an identifier", async () => {
    await expect(readAuthority(db, "x'; drop table authority" as AuthorityId, () => Promise.resolve())).rejects.toThrow(TypeError);
  });
});
