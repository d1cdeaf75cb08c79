import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Organisation, Reading, SourceRecord } from "../source-record.ts";
import { readAwesomeSelfhosted } from "./awesome-selfhosted.ts";
import { readCnll } from "./cnll.ts";
import { readComptoir } from "./comptoir.ts";
import { readEndoflife } from "./endoflife.ts";
import { readPubliccode } from "./publiccode.ts";
import { readSill } from "./sill.ts";

const READERS: Readonly<Record<string, (content: unknown) => Reading>> = {
  ...{ readSill, readComptoir, readCnll, readAwesomeSelfhosted, readEndoflife },
  readPubliccode: (content) => readPubliccode(content, "a.yml"),
};

/** Members that the readers look at, so that arbitrary content goes deep into them. */
const MEMBERS = [
  ..."id i f c fr-desc en-desc l st y co p si website sources frama encoded-name name url licence license licenses legal".split(" "),
  ..."external_resources softwares sill wikidata wikipedia framalibre cnll i18n_url fr en providers users nom prestataires siren sill_id".split(
    " ",
  ),
  ..."website_url source_code_url description tags platforms archived title permalink slug alternate_urls identifiers purl type".split(" "),
  ..."releases releaseCycle releaseDate eol eoas latest lts releaseLabel codename label result publiccodeYmlVersion categories".split(" "),
  ..."usedBy maintenance contractors softwareType applicationSuite organisation shortDescription genericName features keywords".split(" "),
  ..."__proto__ constructor toString".split(" "),
];
const leaf = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ maxLength: 700 }),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    "",
    "\u0000",
    "https://exemple.fr/a b",
    "https://[::1]/",
    "FR",
    "2022",
    "2026-02-30",
  ),
  fc.constantFrom(
    "https://fr.wikipedia.org/wiki/%E0%A4%A",
    "https://x.fr/%",
    "javascript:alert(1)",
    "Q42",
    "732829320",
    "\uD800",
    "54 ; 1",
  ),
);
const content = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5, depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 5 }), tie("object")),
  object: fc.dictionary(fc.constantFrom(...MEMBERS), tie("value"), { maxKeys: 14, noNullPrototype: true }),
})).value;

function wellFormed(text: string | null, most: number): void {
  if (text === null) return;
  expect(text.length).toBeLessThanOrEqual(most);
  expect(text).not.toBe("");
  expect(text).toBe(text.trim().normalize("NFC"));
  expect(/\p{Cc}|\p{Cs}/u.test(text)).toBe(false);
}

function wellFormedAddress(text: string | null): void {
  wellFormed(text, 300);
  if (text !== null) expect(text).toMatch(/^https?:\/\/[^\s<>"]+$/i);
}

function wellFormedOrganisation({ name, siren, website, page }: Organisation): void {
  wellFormed(name, 200);
  if (siren !== null) expect(siren).toMatch(/^\d{9}$/);
  for (const address of [website, page]) wellFormedAddress(address);
}

function wellFormedRecord(record: SourceRecord): void {
  wellFormed(record.key, 300);
  wellFormed(record.name, 100);
  for (const text of [record.descriptionFr, record.descriptionEn]) wellFormed(text, 500);
  for (const text of [record.publisher, record.partOf]) wellFormed(text, 200);
  for (const address of [record.website, record.repository]) wellFormedAddress(address);
  for (const list of [record.aliases, record.licences, record.categories, record.terms, record.platforms, record.similar]) {
    expect(new Set(list).size).toBe(list.length);
    expect(list.length).toBeLessThanOrEqual(50);
    for (const text of list) wellFormed(text, 200);
  }
  for (const id of Object.values(record.crossIds)) wellFormed(id, 100);
  if (record.wikidata !== null) expect(record.wikidata).toMatch(/^Q[1-9]\d*$/);
  for (const organisation of [...record.users, ...record.providers]) wellFormedOrganisation(organisation);
}

function wellFormedReading(reading: Reading): void {
  for (const record of reading.records) wellFormedRecord(record);
  for (const { product, name, cycles, identifiers, aliases } of reading.products) {
    for (const text of [product, name, ...aliases]) wellFormed(text, 100);
    for (const text of identifiers) wellFormed(text, 300);
    expect(cycles.length).toBeGreaterThan(0);
    for (const { cycle, label, releasedOn, ends, supportEnds, latest, latestOn } of cycles) {
      for (const text of [cycle, label, latest]) wellFormed(text, 100);
      for (const day of [releasedOn, ends, supportEnds, latestOn]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  }
  for (const { name } of reading.skipped) wellFormed(name, 100);
  for (const keys of [reading.records.map(({ key }) => key), reading.products.map(({ product }) => product)])
    expect(new Set(keys).size).toBe(keys.length);
}

describe("whatever a file holds", () => {
  it.each(Object.entries(READERS))("%s gives well-formed facts, and never throws", (_, read) => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 3 }), (one, several) => {
        wellFormedReading(read(one));
        wellFormedReading(read(several));
      }),
      { numRuns: 1500 },
    );
  });

  it.each(Object.entries(READERS))("%s reads some of it: the property is not about nothing", (name, read) => {
    const made = fc.sample(content, { numRuns: 4000, seed: 7 }).reduce<number>((count, value) => {
      const { records, products, skipped } = read(value);
      return (
        count +
        (name === "readEndoflife" ? products.length + skipped.filter(({ reason }) => reason.kind === "no-cycle").length : records.length)
      );
    }, 0);
    expect(made).toBeGreaterThan(10);
  });

  it.each(Object.entries(READERS))("%s does not follow it twenty thousand levels down", (_, read) => {
    for (const key of MEMBERS.filter((member) => !member.startsWith("__"))) {
      let deep: unknown = "x";
      for (let depth = 0; depth < 20_000; depth++) deep = { id: deep, [key]: deep };
      const around = {
        i: "A",
        name: "A",
        nom: "A",
        title: "A",
        releases: [{ releaseCycle: deep, name: "1" }],
        licences: [],
        external_resources: { [key]: deep },
      };
      expect(() => read([{ ...around, softwareType: "x", [key]: deep }, { [key]: deep }])).not.toThrow();
      expect(() => read({ ...around, softwareType: "x", [key]: deep })).not.toThrow();
    }
  });

  it("gives one reason for a million entries that are none", () => {
    const { skipped } = READERS.readComptoir?.([{ name: "A", users: [] }, ...Array.from({ length: 1_000_000 }, () => 1)]) ?? {
      skipped: [],
    };
    expect(skipped.length).toBe(50_000);
    expect(skipped.at(-1)).toEqual({ where: "50001", name: null, reason: { kind: "unreadable", detail: "too-many-entries" } });
  });
});
