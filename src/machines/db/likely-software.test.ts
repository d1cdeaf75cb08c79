import { describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { likelySoftware } from "./likely-software.ts";

const { db } = await testDatabase();
await givenSoftware(
  db,
  { slug: "libreoffice", name: "LibreOffice" },
  { slug: "7-zip", name: "7-Zip" },
  { slug: "editeur-meteo", name: "Éditeur Météo" },
  { slug: "ed", name: "Ed" },
);
const town = await anAuthority({ db }, { name: "Ville de Valmontel" });

async function likely(...keys: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await readAuthority(db, town.id, (reader) => likelySoftware(reader, keys));
  return Object.fromEntries([...found].map(([key, software]) => [key, software.map(({ slug }) => slug)]));
}

describe("the software that a package is likely to be", () => {
  it("is the one whose name is written nearly alike", async () => {
    expect(await likely("libre-office", "editeur meteos")).toEqual({
      "libre-office": ["libreoffice"],
      "editeur meteos": ["editeur-meteo"],
    });
  });

  it("is the one whose name is among its words, versions and editions around it", async () => {
    expect(await likely("the document foundation libreoffice 24.8 help pack (french)", "7-zip 23.01 (x64)")).toEqual({
      "the document foundation libreoffice 24.8 help pack (french)": ["libreoffice"],
      "7-zip 23.01 (x64)": ["7-zip"],
    });
  });

  it("is none where only chance, or two letters, are alike", async () => {
    expect(await likely("pilote graphique", "ed 1.20", "libre")).toEqual({});
  });

  it("is not the one that people said is another", async () => {
    await db.updateTable("software").set({ mergedInto: "libreoffice" }).where("slug", "=", "7-zip").execute();
    expect(await likely("7-zip 23.01 (x64)")).toEqual({});
  });
});
