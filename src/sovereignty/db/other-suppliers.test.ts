import { beforeAll, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { suppliersBySoftware } from "./answers.ts";
import { waysOut } from "./replacements.ts";

const { db } = await testDatabase();
const { id } = await anAuthority({ db });

async function aSupplier(name: string, slug: string, withdrawnAt: Date | null = null): Promise<void> {
  const [supplierId, at] = [newId<string>(), new Date()];
  await db.insertInto("supplier").values({ id: supplierId, name, origin: "hand", madeAt: at, changedAt: at, withdrawnAt }).execute();
  await db.insertInto("supplierSoftware").values({ supplierId, slug }).execute();
}

beforeAll(async () => {
  for (const slug of ["grr", "grr-2", "room-plus"]) await givenSoftware(db, { slug, name: slug.toUpperCase() });
  await aSupplier("Coopérative du libre", "grr");
  await aSupplier("Ancienne société", "grr", new Date());
  await aSupplier("Société du Nord", "grr-2");
});

it("those who serve a software are counted while they are listed, and not once they were withdrawn", async () => {
  const found = await readAuthority(db, id, (reader) => suppliersBySoftware(reader, ["grr", "room-plus"]));
  expect([...found]).toEqual([["grr", ["Coopérative du libre"]]]);
});

it("those who serve software that people said are the same serve either", async () => {
  await db.updateTable("software").set({ mergedInto: "grr" }).where("slug", "=", "grr-2").execute();
  const both = ["Coopérative du libre", "Société du Nord"];
  const found = await readAuthority(db, id, (reader) => suppliersBySoftware(reader, ["grr-2", "grr"]));
  expect(Object.fromEntries(found)).toEqual({ grr: both, "grr-2": both });
  const ways = await readAuthority(db, id, (reader) => waysOut(reader, ["grr-2"]));
  expect(ways).toMatchObject([{ slug: "grr", name: "GRR", suppliers: both }]);
});
