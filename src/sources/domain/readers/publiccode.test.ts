import { describe, expect, it } from "vitest";
import { readPubliccode } from "./publiccode.ts";

const WHOLE = {
  ...{
    publiccodeYmlVersion: "0.4",
    name: "Docs",
    url: "https://github.com/suitenumerique/docs.git",
    landingURL: "https://docs.exemple.fr",
  },
  ...{
    platforms: ["web", "macOS", "Linux"],
    categories: ["document-management", "Traitement de texte"],
    usedBy: ["Ville", { name: "DINUM" }],
  },
  ...{ developmentStatus: "stable", softwareType: "standalone/web", legal: { license: "MIT", repoOwner: "DINUM" } },
  description: {
    fr: {
      localisedName: "Documents",
      genericName: "Traitement de texte",
      shortDescription: "Écrire à plusieurs.",
      features: ["Édition partagée"],
    },
    "en-GB": { shortDescription: "Write together.", features: ["Shared editing", "x".repeat(101)] },
  },
  ...{
    maintenance: { type: "contract", contractors: [{ name: "Coopérative", website: "https://coop.fr", until: "2027-01-01" }] },
    it: { riuso: {} },
  },
};
const read = (more: object = {}): ReturnType<typeof readPubliccode> => readPubliccode({ ...WHOLE, ...more }, "docs.yml");

describe("a publiccode.yml", () => {
  it("gives what it says of its software", () => {
    expect(read().records).toMatchObject([
      {
        ...{ key: "https://github.com/suitenumerique/docs", name: "Docs", aliases: ["Documents"], publisher: "DINUM", licences: ["MIT"] },
        ...{ descriptionFr: "Écrire à plusieurs.", descriptionEn: "Write together.", website: "https://docs.exemple.fr" },
        ...{ categories: ["document-management"], terms: ["Traitement de texte", "Édition partagée", "Shared editing"], archived: false },
        ...{ platforms: ["web", "mac", "linux"], repository: WHOLE.url, partOf: null },
        ...{ users: [{ name: "Ville" }, { name: "DINUM" }], providers: [{ name: "Coopérative", website: "https://coop.fr" }] },
      },
    ]);
  });

  it("is imported with what is missing from it", () => {
    const { records, skipped, warnings } = readPubliccode(
      { publiccodeYmlVersion: "0.2", name: "Ara", softwareType: "", legal: { license: null } },
      "ara.yml",
    );
    expect(records).toMatchObject([{ key: "Ara", name: "Ara", licences: [], descriptionFr: null, repository: null }]);
    expect(skipped).toEqual([]);
    expect(warnings.map(({ field, problem }) => `${field} ${problem}`)).toEqual(["description no-known-language", "legal.license missing"]);
  });

  it("is named after its address where it has no name", () => {
    expect(read({ name: "" })).toMatchObject({ records: [{ name: "docs" }], warnings: [{ field: "name", problem: "missing" }, {}] });
  });

  it("is left out without a name nor an address, or when it is something else", () => {
    const reasonOf = (content: unknown): unknown => readPubliccode(content, "x.yml").skipped;
    expect(reasonOf({ ...WHOLE, name: null, url: null })).toEqual([{ where: "x.yml", name: null, reason: { kind: "no-name" } }]);
    expect(reasonOf({ name: "x", version: 3 })).toMatchObject([{ reason: { kind: "not-this-format" } }]);
    for (const content of [null, "text", [WHOLE], 3]) expect(reasonOf(content)).toMatchObject([{ reason: { kind: "not-an-object" } }]);
  });

  it("says nothing in a language that is not ours", () => {
    expect(read({ description: { it: { shortDescription: "Scrivere insieme", features: ["Modifica"] } } }).records).toMatchObject([
      { descriptionFr: null, descriptionEn: null, terms: [] },
    ]);
  });

  it("is archived when it is obsolete", () => {
    expect(read({ developmentStatus: "obsolete" }).records).toMatchObject([{ archived: true }]);
  });

  it("is part of the suite that an add-on states", () => {
    expect(read({ softwareType: "addon", applicationSuite: "La Suite" }).records).toMatchObject([{ partOf: "La Suite" }]);
    expect(read({ applicationSuite: "La Suite" }).records).toMatchObject([{ partOf: null }]);
    expect(read({ softwareType: "addon", applicationSuite: "docs" }).records).toMatchObject([{ partOf: null }]);
  });

  it("is known by its repository, however that is written", () => {
    const keyOf = (url: string): unknown => read({ url }).records[0]?.key;
    expect(keyOf("https://GitHub.com/SuiteNumerique/docs/")).toBe(keyOf("https://github.com/suitenumerique/docs.git"));
  });

  it("says what it leaves out", () => {
    const { warnings } = read({ platforms: ["web", "amiga"], landingURL: "docs", usedBy: [{}] });
    expect(warnings.map(({ field, problem }) => `${field} ${problem}`).sort()).toEqual([
      ...["categories not-an-identifier", "landingURL not-an-address", "platforms unknown", "usedBy no-name"],
    ]);
  });
});
