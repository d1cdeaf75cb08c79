import { type RawBuilder, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { newId, type RequestId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { anInstallation } from "../testing.ts";
import { insertExtension } from "./extensions.ts";
import { insertImport } from "./imports.ts";

const { db } = await testDatabase();
const TABLES = ["installation", "installation_department", "installation_import", "installation_extension"] as const;
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(db);
  neighbour = await anAuthority(db, { name: "Ville voisine" });
  const installationId = await anInstallation({ db }, ours.reviewer, { departmentIds: [ours.departments.it] });
  await inAuthority(db, ours.id, async (trx) => {
    await insertImport(trx, {
      id: newId(),
      fileName: "parc.csv",
      table: { headings: [], rows: [] },
      matching: { headings: [], columns: [], stated: false },
      by: ours.reviewer.id,
      at: new Date(),
    });
    return ok(await insertExtension(trx, { requestId: newId<RequestId>(), installationId, addedUsers: 1, day: "2026-11-21" as never }));
  });
});

/** Without any condition on the authority: only the policy stands between them. */
const everything = (table: string): RawBuilder<object> => sql`select 1 from ${sql.table(table)}`;

describe("row-level security of the inventory", () => {
  it.each(TABLES)("hides every row of %s from a neighbour", async (table) => {
    expect((await readAuthority(db, ours.id, (reader) => everything(table).execute(reader))).rows).toHaveLength(1);
    expect((await readAuthority(db, neighbour.id, (reader) => everything(table).execute(reader))).rows).toEqual([]);
  });

  it("lets nobody change a neighbour's rows, nor write under its name", async () => {
    const rename = sql`update installation set name = 'Changed'`;
    const write = sql`insert into installation (authority_id, id, name, state, declared_at) values (${ours.id}, ${newId()}, 'Intruder', 'planned', now())`;
    expect((await inAuthority(db, neighbour.id, async (trx) => ok(await rename.execute(trx)))).value.numAffectedRows).toBe(0n);
    await expect(inAuthority(db, neighbour.id, async (trx) => ok(await write.execute(trx)))).rejects.toThrow("row-level security");
    expect((await inAuthority(db, ours.id, async (trx) => ok(await write.execute(trx)))).value.numAffectedRows).toBe(1n);
  });
});
