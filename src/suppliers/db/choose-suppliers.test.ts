import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import { chooseSuppliers, matchSuppliers, supplierById } from "../public.ts";

const { db } = await testDatabase();
const ID = "5e1f0000-0000-4000-8000-000000000001";

beforeAll(async () => {
  for (const [index, name, siren] of [
    [1, "Éditeur du Libre", "100000009"],
    [2, "Le Libre", null],
    [3, "Libre en commun", null],
    [4, "LIBRE EN COMMUN", null],
    [5, "Libre et parti", null],
  ] as const)
    await sql`insert into supplier (id, name, siren, origin, made_at, changed_at)
              values (${`5e1f0000-0000-4000-8000-00000000000${index}`}, ${name}, ${siren}, 'hand', now(), now())`.execute(db);
  await sql`update supplier set withdrawn_at = now() where name = 'Libre et parti'`.execute(db);
});

describe("choosing a supplier", () => {
  it("is done by part of its name, those that begin so first, or by its SIREN; those withdrawn are left out", async () => {
    const names = async (search: string, limit = 10): Promise<readonly string[]> =>
      (await chooseSuppliers(db, { search, limit })).map(({ name }) => name);
    expect(await names("libre")).toEqual(["Libre en commun", "LIBRE EN COMMUN", "Éditeur du Libre", "Le Libre"]);
    expect(await names("editeur")).toEqual(["Éditeur du Libre"]);
    expect(await names("100 000 009")).toEqual(["Éditeur du Libre"]);
    expect(await names("libre", 1)).toHaveLength(1);
    for (const odd of ["%", "_", "\\", "\u0000%\ud800", "x".repeat(10_000)]) expect(await names(odd)).toEqual([]);
  });

  it("by its whole name finds one where there is no doubt, and all that bear it where there is", async () => {
    const ids = async (name: string): Promise<number> => (await matchSuppliers(db, name)).length;
    expect([await ids(" éditeur DU libre "), await ids("libre en commun"), await ids("libre"), await ids("\u0000")]).toEqual([1, 2, 0, 0]);
  });

  it("once done is kept by its identifier, withdrawn or not", async () => {
    expect(await supplierById(db, ID)).toMatchObject({ name: "Éditeur du Libre", siren: "100000009" });
    expect((await supplierById(db, ID.replace(/1$/, "5")))?.withdrawnAt).not.toBeNull();
  });
});
