import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ThesaurusEntry } from "../domain/thesaurus.ts";

const phrase = z.string().trim().min(1).max(100);
const phrases = z.array(phrase).max(40).default([]);
const entry = z.strictObject({
  label: z.strictObject({ fr: phrase, en: phrase }),
  synonyms: z.strictObject({ fr: phrases, en: phrases }).default({ fr: [], en: [] }),
  categories: z.array(z.string()).max(5).default([]),
  related: z.array(phrase).max(20).default([]),
});

export type ThesaurusFile = { readonly name: string; readonly text: string };
export type ReadThesaurus = {
  readonly entries: readonly ThesaurusEntry[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
};

/** The files of data/thesaurus, which lies beside data/catalogue. None where the folder is absent. */
export function thesaurusFiles(folder: string): readonly ThesaurusFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".yml"));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** What the files say. An entry that does not pass is left out with its reason; a label met twice keeps its first place. */
export function readThesaurus(files: readonly ThesaurusFile[]): ReadThesaurus {
  const entries = new Map<string, ThesaurusEntry>();
  const skipped: { file: string; reason: string }[] = [];
  for (const { name, text } of files) {
    const content = contentOf(text);
    if (!Array.isArray(content)) skipped.push({ file: name, reason: typeof content === "string" ? content : "not a list" });
    else
      for (const [index, each] of content.entries()) {
        const parsed = entry.safeParse(each);
        const label = parsed.data?.label.fr.toLowerCase() ?? "";
        if (!parsed.success) skipped.push({ file: name, reason: `${index + 1}: ${parsed.error.issues[0]?.message ?? "unreadable"}` });
        else if (entries.has(label)) skipped.push({ file: name, reason: `${index + 1}: ${parsed.data.label.fr} is there already` });
        else entries.set(label, { ...parsed.data, family: name.replace(/\.yml$/, "") });
      }
  }
  return { entries: [...entries.values()], skipped };
}

function contentOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (fault) {
    return fault instanceof Error ? (fault.message.split("\n")[0] ?? "not YAML") : "not YAML";
  }
}
