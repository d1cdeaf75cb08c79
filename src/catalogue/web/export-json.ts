import { z } from "zod";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import type { Software } from "../domain/software.ts";
import { whyInWords } from "../texts.ts";
import type { ListedWhole } from "./export.ts";

const line = z.string();
const lines = z.array(line);
const both = z.strictObject({ fr: line, en: line });

/** One software of the list as JSON: what the catalogue knows, under the names of its code. Null: not known. */
const exportedSoftware = z.strictObject({
  slug: line,
  name: line,
  aliases: lines,
  publisher: line.nullable(),
  free: z.boolean().nullable(),
  licence: line.nullable(),
  licenceSaid: line.nullable(),
  description: both,
  categories: lines,
  terms: lines,
  website: line.nullable(),
  repository: line.nullable(),
  platforms: lines,
  wikidata: line.nullable(),
  endoflife: line.nullable(),
  replaces: lines,
  archived: z.boolean(),
  provenance: z.record(line, line),
  why: z.array(both).optional(),
});

export const exportedListSchema = z.strictObject({
  format: z.literal("beffroi-catalogue-1"),
  exportedAt: z.iso.datetime(),
  software: z.array(exportedSoftware),
});
export type ExportedList = z.infer<typeof exportedListSchema>;

export function exportedList(software: readonly ListedWhole[], now: Date): ExportedList {
  return { format: "beffroi-catalogue-1", exportedAt: now.toISOString(), software: software.map(exportedOne) };
}

/** Field by field: what a query adds to a row (a score) is not the catalogue's. */
function exportedOne({ why, ...software }: ListedWhole): ExportedList["software"][number] {
  const { slug, name, publisher, free, licence, licenceSaid, website, repository, wikidata, endoflife, archived }: Software = software;
  return {
    ...{ slug, name, publisher, free, licence, licenceSaid, website, repository, wikidata, endoflife, archived },
    aliases: [...software.aliases],
    description: { fr: software.description.fr, en: software.description.en },
    categories: [...software.categories],
    terms: [...software.terms],
    platforms: [...software.platforms],
    replaces: [...software.replaces],
    provenance: { ...software.provenance },
    ...(why === undefined ? {} : { why: why.map((reason) => inBoth((language) => whyInWords(reason, language))) }),
  };
}

function inBoth(said: (language: Language) => string): { fr: string; en: string } {
  const [fr = "", en = ""] = LANGUAGES.map(said);
  return { fr, en };
}
