import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import { givenSoftware } from "../testing.ts";
import { softwareNames } from "./software-names.ts";
import { alternativesOf, softwareBySlug, softwareBySlugs } from "./software-queries.ts";

const { db } = await testDatabase();
beforeAll(() =>
  givenSoftware(
    db,
    {
      slug: "microsoft-office",
      name: "Microsoft Office",
      aliases: ["Word", "Excel"],
      free: false,
      terms: ["traitement de texte", "tableur"],
    },
    { slug: "libreoffice", name: "LibreOffice", terms: ["tableur", "traitement de texte"], replaces: ["microsoft-office"] },
    { slug: "grist", name: "Grist", terms: ["tableur", "base de données"], replaces: ["microsoft-office"] },
    { slug: "100-percent", name: "100 % public", aliases: ["Évènement_iel"] },
  ),
);
const names = async (typed: string, limit?: number): Promise<readonly string[]> =>
  (await softwareNames(db, typed, limit)).map(({ name }) => name);

describe("software by its identifier", () => {
  it("is found, or is not there, whatever the identifier", async () => {
    expect(await softwareBySlug(db, "grist")).toMatchObject({ slug: "grist", free: true, description: { fr: "Un logiciel." } });
    for (const unknown of ["nothing", "", "../x", "a'b", "\u0000", "x".repeat(10_000)])
      expect(await softwareBySlug(db, unknown)).toBeUndefined();
  });

  it("comes by several at once, by name, those unknown left out", async () => {
    expect((await softwareBySlugs(db, ["libreoffice", "grist", "nothing", "\u0000"])).map(({ name }) => name)).toEqual([
      "Grist",
      "LibreOffice",
    ]);
    expect(await softwareBySlugs(db, [])).toEqual([]);
  });
});

describe("what can replace a product", () => {
  it("is the free software that says so, nearest in use first", async () => {
    expect((await alternativesOf(db, "microsoft-office")).map(({ slug }) => slug)).toEqual(["libreoffice", "grist"]);
    expect(await alternativesOf(db, "libreoffice")).toEqual([]);
    expect(await alternativesOf(db, "\u0000")).toEqual([]);
  });
});

describe("software by the beginning of its name", () => {
  it("is found from its names and aliases, accents and capitals forgiven", async () => {
    expect((await names("lib"))[0]).toBe("LibreOffice");
    expect(await names("WORD")).toEqual(["Microsoft Office"]);
    expect(await names("évenement")).toEqual(["100 % public"]);
    expect((await names("office"))[0]).toBeDefined();
    expect((await names("libreofice"))[0]).toBe("LibreOffice");
  });

  it("takes signs for themselves, and nothing for nothing", async () => {
    expect(await names("%")).toEqual(["100 % public"]);
    expect(await names("_")).toEqual(["100 % public"]);
    expect(await names("\\")).toEqual([]);
    expect(await names("")).toEqual([]);
    expect(await names("\u0000")).toEqual([]);
    expect(await names("e".repeat(1_000_000))).toEqual([]);
    expect((await names("r", 1)).length).toBe(1);
  });
});
