import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PackageURL } from "packageurl-js";
import { parse } from "yaml";
import { z } from "zod";
import { compileRules, type MappingRule, type MappingRules } from "../domain/mapping.ts";
import type { PackageFamily } from "../domain/package-family.ts";

export type MappingFiles = { readonly software: readonly string[]; readonly parts: string };
export type LoadedMapping = {
  readonly rules: MappingRules;
  readonly fingerprint: string;
  /** Software that some rule recognises. */
  readonly recognised: ReadonlySet<string>;
};

/** The origins that the files name, and the family in which their names are read. */
const FAMILY: Readonly<Record<Origin, PackageFamily>> = {
  deb: "deb",
  rpm: "rpm",
  flatpak: "flatpak",
  snap: "snap",
  windows: "desktop",
  mac: "desktop",
};
const ORIGINS = ["deb", "rpm", "flatpak", "snap", "windows", "mac"] as const;
type Origin = (typeof ORIGINS)[number];

const NAME = z.string().min(1).max(200);
const WRITTEN = z.union([NAME, z.strictObject({ name: NAME, vendor: NAME })]);
const BY_ORIGIN = z.partialRecord(z.enum(ORIGINS), z.array(WRITTEN).min(1));
const FILE = z.record(z.string().min(1), BY_ORIGIN);
type Written = z.infer<typeof WRITTEN>;

export function readMappingFiles(folder: string): MappingFiles {
  const names = readdirSync(join(folder, "software"))
    .filter((name) => name.endsWith(".yml"))
    .sort();
  return {
    software: names.map((name) => readFileSync(join(folder, "software", name), "utf8")),
    parts: readFileSync(join(folder, "parts.yml"), "utf8"),
  };
}

/** Every rule of the files. A file that cannot be read is a fault: rules half read would count wrongly without saying so. */
export function rulesOf({ software, parts }: MappingFiles): readonly MappingRule[] {
  const rules: MappingRule[] = [];
  for (const text of software)
    for (const [slug, names] of Object.entries(FILE.parse(parse(text))))
      for (const rule of written(names)) rules.push({ ...rule, verdict: "software", slug });
  for (const names of Object.values(FILE.parse(parse(parts)))) for (const rule of written(names)) rules.push({ ...rule, verdict: "part" });
  return rules;
}

function* written(names: z.infer<typeof BY_ORIGIN>): Generator<Omit<MappingRule, "verdict">> {
  for (const origin of ORIGINS) for (const each of names[origin] ?? []) yield ruleOf(FAMILY[origin], each);
}

function ruleOf(family: PackageFamily, each: Written): Omit<MappingRule, "verdict"> {
  if (typeof each !== "string") return { family, pattern: each.name, vendor: each.vendor };
  if (!each.startsWith("pkg:")) return { family, pattern: each };
  const { name, namespace } = PackageURL.fromString(each);
  return { family, pattern: name, ...(namespace ? { vendor: `*${namespace}*` } : {}) };
}

/** Changes when a file does, or the way in which files are read (the first number). */
export function mappingFingerprint({ software, parts }: MappingFiles): string {
  const hash = createHash("sha256").update("1\0");
  for (const text of [...software, parts]) hash.update(`${text}\0`);
  return hash.digest("hex");
}

export function loadMapping(folder: string): LoadedMapping {
  const files = readMappingFiles(folder);
  const rules = rulesOf(files);
  const recognised = new Set(rules.flatMap(({ slug }) => (slug === undefined ? [] : [slug])));
  return { rules: compileRules(rules), fingerprint: mappingFingerprint(files), recognised };
}

const loaded = new Map<string, LoadedMapping>();

/** The rules of data/mapping, read once by each process. */
export function mappingRules(folder = "data/mapping"): MappingRules {
  return currentMapping(folder).rules;
}

export function currentMapping(folder = "data/mapping"): LoadedMapping {
  const known = loaded.get(folder) ?? loadMapping(folder);
  loaded.set(folder, known);
  return known;
}

export function recognisedSoftware(folder = "data/mapping"): ReadonlySet<string> {
  return currentMapping(folder).recognised;
}
