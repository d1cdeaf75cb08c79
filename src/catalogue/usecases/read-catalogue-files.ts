import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Category, Software } from "../domain/software.ts";
import type { ThesaurusEntry } from "../domain/thesaurus.ts";
import { checkFile } from "./file-schema.ts";
import { readThesaurus, type ThesaurusFile, thesaurusFiles } from "./read-thesaurus.ts";

/** A file as it lies on the disk. */
export type CatalogueFile = { readonly name: string; readonly text: string };
export type CatalogueFiles = {
  readonly software: readonly CatalogueFile[];
  readonly categories: string;
  readonly ignoredWords: string;
  readonly thesaurus: readonly ThesaurusFile[];
};
export type SkippedFile = { readonly file: string; readonly reason: string };

/** Larger than any honest description: such a file is left out, unread. */
const LARGEST = 64_000;

/** `folder`: data/catalogue. The vocabularies lie beside it, in data/vocabularies. */
export function readCatalogueFiles(folder: string): CatalogueFiles {
  const vocabulary = (name: string): string => readFileSync(join(folder, "..", "vocabularies", name), "utf8");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yml"))
    .sort();
  return {
    software: names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
    categories: vocabulary("publiccode-categories.yml"),
    ignoredWords: vocabulary("ignored-words.yml"),
    thesaurus: thesaurusFiles(join(folder, "..", "thesaurus")),
  };
}

/** Everything that our own files say. */
export type StarterCatalogue = {
  readonly software: readonly Software[];
  readonly categories: readonly Category[];
  /** Words that a search leaves out. */
  readonly ignoredWords: readonly string[];
  readonly thesaurus: readonly ThesaurusEntry[];
  readonly skipped: readonly SkippedFile[];
};

/** The files of `folder` (data/catalogue): what they say is read when asked, as their fingerprint often tells that it is known. */
export function readStarterCatalogue(folder: string): { readonly fingerprint: string; readonly read: () => StarterCatalogue } {
  const files = readCatalogueFiles(folder);
  return { fingerprint: fingerprintOf(files), read: () => contentOf(files) };
}

/** Changes when a file does, or the way in which files are read (the first number). */
export function fingerprintOf({ software, categories, ignoredWords, thesaurus }: CatalogueFiles): string {
  const hash = createHash("sha256").update("2\0");
  for (const { name, text } of [...software, ...thesaurus]) hash.update(`${name}\0${text}\0`);
  return hash.update(`${categories}\0${ignoredWords}`).digest("hex");
}

/** What the files say. Those that do not pass are left out, each with its reason. */
export function contentOf(files: CatalogueFiles): StarterCatalogue {
  const categories = categoriesOf(files.categories);
  const known = new Set(categories.map(({ id }) => id));
  const software: Software[] = [];
  const skipped: SkippedFile[] = [];
  for (const { name, text } of files.software) {
    const read = readYaml(text);
    const verdict = read.ok ? checkFile(name.replace(/\.yml$/, ""), read.content, known) : read;
    if (verdict.ok) software.push(verdict.software);
    else skipped.push({ file: name, reason: verdict.reason });
  }
  const thesaurus = readThesaurus(files.thesaurus);
  return {
    software,
    categories,
    ignoredWords: ignoredWordsOf(files.ignoredWords),
    thesaurus: thesaurus.entries,
    skipped: [...skipped, ...thesaurus.skipped],
  };
}

function readYaml(text: string): { readonly ok: true; readonly content: unknown } | { readonly ok: false; readonly reason: string } {
  if (text.length > LARGEST) return { ok: false, reason: `longer than ${LARGEST} characters` };
  try {
    return { ok: true, content: parse(text, { maxAliasCount: 0 }) };
  } catch (fault) {
    return { ok: false, reason: fault instanceof Error ? (fault.message.split("\n")[0] ?? "not YAML") : "not YAML" };
  }
}

function categoriesOf(text: string): readonly Category[] {
  const file = z.record(z.string(), z.strictObject({ fr: z.string(), en: z.string() })).parse(parse(text));
  return Object.entries(file).map(([id, label]) => ({ id, label }));
}

function ignoredWordsOf(text: string): readonly string[] {
  return Object.values(z.record(z.string(), z.array(z.string())).parse(parse(text))).flat();
}
