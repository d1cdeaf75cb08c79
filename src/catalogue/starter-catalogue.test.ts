import { basename } from "node:path";
import parseSpdx from "spdx-expression-parse";
import spdx from "spdx-license-list";
import { describe, expect, it } from "vitest";
import { judgeLicence } from "./domain/licences.ts";
import { NOT_OSI_APPROVED, OSI_APPROVED } from "./domain/spdx-ids.ts";
import { contentOf, readCatalogueFiles } from "./usecases/read-catalogue-files.ts";

const files = readCatalogueFiles("data/catalogue");
const { software, categories, skipped } = contentOf(files);
const free = software.filter((each) => each.free);
const proprietary = software.filter((each) => !each.free);
const bySlug = new Map(software.map((each) => [each.slug, each]));

/** What a guard finds wrong, named by file: an empty list passes. */
const wrong = (found: readonly (typeof software)[number][]): readonly string[] => found.map(({ slug }) => slug);

/** Accents, capitals, spaces and punctuation make no other name. */
function sameName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, "");
}

type SpdxNode = ReturnType<typeof parseSpdx>;
function idsOf(node: SpdxNode): readonly string[] {
  return "license" in node ? [node.license] : [...idsOf(node.left), ...idsOf(node.right)];
}

describe("the starter catalogue", () => {
  it("passes the schema, every file of it", () => {
    expect(files.software.length).toBeGreaterThan(240);
    expect(skipped).toEqual([]);
    expect(software.length).toBe(files.software.length);
  });

  it("describes at least 160 free software and 80 proprietary products", () => {
    expect(free.length).toBeGreaterThanOrEqual(160);
    expect(proprietary.length).toBeGreaterThanOrEqual(80);
  });

  it("names no software twice, by name nor by alias", () => {
    const owners = Map.groupBy(
      software.flatMap(({ slug, name, aliases }) => [...new Set([name, ...aliases].map(sameName))].map((said) => ({ said, slug }))),
      ({ said }) => said,
    );
    expect(
      [...owners.values()].filter((all) => all.length > 1).map((all) => all.map(({ said, slug }) => `${said}: ${slug}`).join(", ")),
    ).toEqual([]);
    expect(wrong(software.filter(({ name, aliases }) => new Set([name, ...aliases]).size !== aliases.length + 1))).toEqual([]);
  });

  it("names each file after a software, in small letters and hyphens", () => {
    expect(files.software.map(({ name }) => basename(name, ".yml")).filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it("gives licences as SPDX expressions, without replaced identifiers", () => {
    const known = new Set([...OSI_APPROVED, ...NOT_OSI_APPROVED]);
    const broken = software.flatMap(({ slug, licence }) => {
      if (licence === null) return [];
      try {
        return idsOf(parseSpdx(licence)).flatMap((id) => (known.has(id) && id in spdx ? [] : [`${slug}: ${id}`]));
      } catch {
        return [`${slug}: ${licence}`];
      }
    });
    expect(broken).toEqual([]);
  });

  it("calls free only what a licence makes free, and gives most of them theirs", () => {
    const licensed = free.filter(({ licence }) => licence !== null);
    expect(licensed.length).toBeGreaterThanOrEqual(160);
    expect(wrong(licensed.filter(({ licence }) => judgeLicence(licence ?? "").verdict !== "free"))).toEqual([]);
  });

  it("takes categories from the publiccode.yml vocabulary, each with French and English words", () => {
    expect(categories.length).toBe(106);
    expect(categories.filter(({ label }) => label.fr.trim() === "" || label.en.trim() === "")).toEqual([]);
    expect(new Set(categories.map(({ label }) => label.fr)).size).toBe(106);
    const known = new Set(categories.map(({ id }) => id));
    expect(wrong(software.filter((each) => !each.categories.every((id) => known.has(id))))).toEqual([]);
  });

  it("replaces proprietary products that have their file", () => {
    const broken = free.flatMap(({ slug, replaces }) =>
      replaces.filter((product) => bySlug.get(product)?.free !== false).map((product) => `${slug}: ${product}`),
    );
    expect(broken).toEqual([]);
    expect(new Set(free.flatMap(({ replaces }) => replaces)).size).toBeGreaterThan(80);
  });

  it("says nothing twice in one file", () => {
    const repeats = ({ terms, categories: own, replaces, platforms }: (typeof software)[number]): boolean =>
      [terms, own, replaces, platforms].some((list) => new Set(list).size !== list.length);
    expect(wrong(software.filter(repeats))).toEqual([]);
  });
});

describe("the French of the starter catalogue", () => {
  const frenchOf = ({ description, terms }: (typeof software)[number]): readonly string[] => [description.fr, ...terms];

  it("is written with the French apostrophe and spaces", () => {
    const slip = /'|[^\u00A0]: |[^\u00A0\u202F][;?!»]|«[^\u00A0\u202F]/;
    expect(["l'eau", "ainsi : oui", "quoi ?", "« oui"].filter((text) => !slip.test(text))).toEqual([]);
    expect(wrong(software.filter((each) => frenchOf(each).some((text) => slip.test(text))))).toEqual([]);
  });

  it("describes in one sentence of 150 characters at most, with a capital and a full stop", () => {
    expect(
      wrong(
        software.filter(
          ({ description }) => !/^\p{Lu}|^\d/u.test(description.fr) || description.fr.length > 150 || !description.fr.endsWith("."),
        ),
      ),
    ).toEqual([]);
  });
});
