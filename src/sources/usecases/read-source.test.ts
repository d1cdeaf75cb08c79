import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceFormat } from "../domain/source-record.ts";
import { readSource, type SourceReading } from "./read-source.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a source", () => {
  it("is one file, but for publiccode.yml", () => {
    const file = { name: "a.json", bytes: bytesOf('[{"nom":"GLPI","sill_id":54,"prestataires":[]}]') };
    expect(readSource("cnll", [file, { name: "b.json", bytes: bytesOf('[{"nom":"Publik","sill_id":230}]') }])).toMatchObject({
      records: [{ key: "54" }],
      skipped: [],
      problems: [{ file: "b.json", problem: { kind: "one-too-many" } }],
    });
    expect(readSource("cnll", [])).toMatchObject({ records: [], problems: [{ file: "", problem: { kind: "no-file" } }] });
  });

  it("is imported up to where it breaks", () => {
    expect(readSource("cnll", [{ name: "a.json", bytes: bytesOf('[{"nom":"GLPI","sill_id":54},{"nom":"Pu') }])).toMatchObject({
      records: [{ key: "54", name: "GLPI" }],
      problems: [{ file: "a.json", problem: { kind: "truncated", kept: 1 } }],
    });
  });

  it("goes on after a publiccode.yml that cannot be read, and keeps the first of two of one repository", () => {
    const of = (name: string, text: string): { name: string; bytes: Uint8Array } => ({ name, bytes: bytesOf(text) });
    const files = [
      of("1.yml", "name: [x"),
      of("2.yml", "softwareType: library\nname: Docs\nurl: https://github.com/x/docs\n"),
      of("3.yml", "softwareType: library\nname: DOCS\nurl: https://github.com/X/docs.git\n"),
      of("4.yml", "- no\n- software"),
    ];
    expect(readSource("publiccode", files)).toMatchObject({
      records: [{ name: "Docs" }],
      skipped: [
        { where: "4.yml", reason: { kind: "not-an-object" } },
        { where: "3.yml", name: "DOCS", reason: { kind: "repeated-key" } },
      ],
      problems: [{ file: "1.yml", problem: { kind: "unreadable" } }],
    });
  });
});

const DATA = "../shared/data";
const read = (format: SourceFormat, path: string): SourceReading =>
  readSource(format, [{ name: path, bytes: readFileSync(`${DATA}/${path}`) }]);
const count = (all: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(all)].sort().map((each) => [each, all.filter((other) => other === each).length]));
const warned = ({ warnings }: SourceReading): unknown => count(warnings.map(({ field, problem }) => `${field} ${problem}`));

describe.skipIf(!existsSync(DATA))("real catalogues (skipped where their files are absent: they are not ours to copy)", () => {
  it("reads 229 of the 240 entries of the State's list of 2022, the others being withdrawn", () => {
    const reading = read("sill", "catalogues/sill-2022.json");
    expect([reading.records.length, reading.problems]).toEqual([229, []]);
    expect(reading.skipped.map(({ name }) => name)).toEqual([
      ...["DbFit", "Fitnesse", "Nagios", "Waarp", "MongoDB", "Pencil", "phpBB", "Selenium IDE", "Shinken", "CodiMD", "Dia"],
    ]);
    expect(new Set(reading.skipped.map(({ reason }) => reason.kind))).toEqual(new Set(["retired"]));
    expect(warned(reading)).toEqual({
      ...{ "comptoir of-another": 4, "framalibre of-another": 1, "repository of-another": 1, "website of-another": 1 },
      ...{ "sources not-an-address": 3, "st no-longer-recommended": 1 },
    });
    expect(reading.records.filter(({ licences }) => licences.length === 0).map(({ name }) => name)).toEqual([
      "CentOS",
      "Debian",
      "EOLE (Ubuntu)",
    ]);
    expect(reading.records.find(({ name }) => name === "Onyxia")?.similar).toEqual(["AWS", "Google Cloud Platform", "Microsoft Azure"]);
    expect(reading.records.filter(({ partOf }) => partOf !== null).length).toBe(36);
  });

  it("reads the 42 publiccode.yml, invalid ones included, of which four tell again of a repository", () => {
    const names = readdirSync(`${DATA}/catalogues/publiccode`).sort();
    const files = names.map((name) => ({ name, bytes: readFileSync(`${DATA}/catalogues/publiccode/${name}`) }));
    const reading = readSource("publiccode", files);
    expect([names.length, reading.records.length, reading.problems]).toEqual([42, 38, []]);
    expect(reading.skipped).toMatchObject([
      { where: "catala.publiccode.yml", reason: { kind: "repeated-key" } },
      { where: "onyxia.publiccode.yml", reason: { kind: "repeated-key" } },
      { where: "recoco.publiccode.yml", reason: { kind: "repeated-key" } },
      { where: "udata.publiccode.yml", reason: { kind: "repeated-key" } },
    ]);
    expect(warned(reading)).toEqual({ "description no-known-language": 17, "legal.license missing": 1, "usedBy too-many": 1 });
    expect(reading.records.find(({ name }) => name === "Catala")).toMatchObject({
      platforms: ["linux", "mac", "windows"],
      licences: ["Apache-2.0"],
    });
  });

  it("reads the 1,348 entries of the list of software to host, 70 of them not free", () => {
    const reading = read("awesome-selfhosted", "catalogues/awesome-selfhosted.json");
    expect([reading.records.length, reading.skipped, reading.warnings, reading.problems]).toEqual([1348, [], [], []]);
    expect(reading.records.filter(({ saidNotFree }) => saidNotFree).length).toBe(70);
    expect(reading.records.filter(({ platforms }) => platforms.includes("linux")).length).toBe(108);
    expect(reading.records.filter(({ descriptionEn }) => descriptionEn === null || descriptionEn.includes("](")).length).toBe(0);
  });

  it("reads the 464 products of endoflife.date and their 8,351 cycles", () => {
    const reading = read("endoflife", "lifecycle/endoflife-products.json");
    expect([reading.products.length, reading.skipped, reading.warnings, reading.problems]).toEqual([464, [], [], []]);
    const cycles = reading.products.flatMap((product) => product.cycles);
    const told = [cycles.length, ...["ends", "supportEnds"].map((key) => cycles.filter((each) => each[key as "ends"] !== null).length)];
    expect(told).toEqual([8351, 7228, 2290]);
    expect([true, false].map((ended) => cycles.filter((each) => each.ended === ended).length)).toEqual([479, 644]);
    expect(reading.products.find(({ product }) => product === "linux")).toMatchObject({
      name: "Linux Kernel",
      aliases: ["linux-kernel", "linuxkernel"],
    });
    expect(cycles.filter(({ label }) => label?.includes("__")).length).toBe(0);
  });
});
