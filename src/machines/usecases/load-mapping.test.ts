import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compileRules, decidingRule, type MappingRule, verdictOf } from "../domain/mapping.ts";
import { mappingFingerprint, readMappingFiles, rulesOf } from "./load-mapping.ts";

const FOLDER = "data/mapping";
const rules = rulesOf(readMappingFiles(FOLDER));
const ready = compileRules(rules);
const ORIGINS = { deb: "deb", rpm: "rpm", flatpak: "flatpak", snap: "snap", desktop: "registry", other: "" } as const;

describe("the rules of data/mapping", () => {
  it("are at least five hundred for software, of the catalogue alone", () => {
    const slugs = new Set(readdirSync("data/catalogue").map((file) => file.replace(/\.yml$/, "")));
    const software = rules.filter(({ verdict }) => verdict === "software");
    expect(software.length).toBeGreaterThanOrEqual(500);
    expect(software.filter(({ slug }) => slug === undefined || !slugs.has(slug)).map(({ slug }) => slug)).toEqual([]);
  });

  it("are said once, and none is hidden by another", () => {
    const hidden = rules.filter((rule) => decidingRule(namedBy(rule), ready) !== rule && !sameAnswer(rule)).map(({ pattern }) => pattern);
    expect(hidden).toEqual([]);
    const said = rules.map(({ family, pattern, vendor }) => `${family} ${pattern.toLowerCase()} ${vendor ?? ""}`);
    expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([]);
  });

  it("say of real names what is expected", () => {
    const examples = parse(readFileSync(`${FOLDER}/examples.yml`, "utf8")) as Record<string, Record<string, string[]>>;
    const wrong: string[] = [];
    let count = 0;
    for (const [origin, byAnswer] of Object.entries(examples))
      for (const [answer, names] of Object.entries(byAnswer))
        for (const name of names) {
          const verdict = verdictOf({ name, publisher: "", origin }, ready);
          const said = verdict.verdict === "software" ? verdict.slug : verdict.verdict;
          if (said !== answer) wrong.push(`${origin} ${name}: ${said}, not ${answer}`);
          count++;
        }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it("have another fingerprint as soon as a file changes", () => {
    const files = readMappingFiles(FOLDER);
    expect(mappingFingerprint({ ...files, parts: `${files.parts} ` })).not.toBe(mappingFingerprint(files));
    expect(mappingFingerprint(readMappingFiles(FOLDER))).toBe(mappingFingerprint(files));
  });

  it("refuse a file that is not what they should be, rather than count without it", () => {
    expect(() => rulesOf({ software: ["firefox: { dbe: [firefox] }"], parts: "{}" })).toThrow();
    expect(() => rulesOf({ software: ["firefox: firefox"], parts: "{}" })).toThrow();
    expect(rulesOf({ software: ["firefox: { deb: [firefox] }"], parts: "{}" })).toHaveLength(1);
  });

  it("read a package URL as the name of a package, of that distribution alone", () => {
    const one = compileRules(rulesOf({ software: ["postgresql: { deb: ['pkg:deb/debian/postgresql-8.4'] }"], parts: "{}" }));
    const old = { name: "postgresql-8.4", origin: "deb" };
    expect(verdictOf({ ...old, publisher: "Debian PostgreSQL Maintainers" }, one).verdict).toBe("software");
    expect(verdictOf({ ...old, publisher: "Somebody else" }, one).verdict).toBe("unknown");
  });
});

const REAL = "../shared/data/inventory/glpi-format/computer_3.json";
const why = existsSync(REAL) ? "" : ` (skipped: ${REAL} is absent)`;

it.skipIf(!existsSync(REAL))(`leave few of the 3,033 packages of a real machine without a word${why}`, () => {
  const { content } = JSON.parse(readFileSync(REAL, "utf8")) as {
    content: { softwares: { name: string; publisher?: string; from: string }[] };
  };
  const said = content.softwares.map(({ name, publisher = "", from }) => verdictOf({ name, publisher, origin: from }, ready).verdict);
  const count = (verdict: string): number => said.filter((each) => each === verdict).length;
  expect(said).toHaveLength(3033);
  expect(count("software")).toBeGreaterThanOrEqual(25);
  expect(count("unknown")).toBeLessThan(60);
});

/** A package that the rule names: stars stand for one character, the publisher is the one asked for. */
function namedBy({ family, pattern, vendor }: MappingRule): { name: string; publisher: string; origin: string } {
  return { name: pattern.replaceAll("*", "0"), publisher: (vendor ?? "").replaceAll("*", " "), origin: ORIGINS[family] };
}

/** Another rule that says the same hides nothing. */
function sameAnswer(rule: MappingRule): boolean {
  const said = verdictOf(namedBy(rule), ready);
  return said.verdict === rule.verdict && (said.verdict !== "software" || said.slug === rule.slug);
}
