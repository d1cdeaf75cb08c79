import { z } from "zod";
import { judgeLicence } from "../domain/licences.ts";
import { PLATFORMS, type Software } from "../domain/software.ts";

const line = (max: number): z.ZodString =>
  z
    .string()
    .regex(/^\S(?:[^\p{Cc}]*\S)?$/u, "one line, without spaces around")
    .max(max);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "a slug: small letters, digits, hyphens");
const web = z.url({ protocol: /^https?$/ }).max(300);
const endsWithFullStop = line(150).regex(/\.$/, "ends with a full stop");

/** A file of data/catalogue. What is not known for sure is left out. */
const softwareFile = z
  .strictObject({
    name: line(100),
    aliases: z.array(line(100)).max(12).default([]),
    publisher: line(100).nullable().default(null),
    proprietary: z.literal(true).optional(),
    description: z.strictObject({ fr: endsWithFullStop, en: endsWithFullStop }),
    categories: z.array(slug).min(1).max(4),
    terms: z.array(line(80)).min(3).max(12),
    licence: line(200).nullable().default(null),
    website: web.nullable().default(null),
    repository: web.nullable().default(null),
    platforms: z.array(z.enum(PLATFORMS)).default([]),
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d*$/)
      .nullable()
      .default(null),
    endoflife: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/)
      .nullable()
      .default(null),
    replaces: z.array(slug).default([]),
  })
  .superRefine((file, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    if (file.proprietary && file.replaces.length > 0) wrong("replaces", "for free software alone");
    if (!file.proprietary && file.licence !== null && judgeLicence(file.licence).verdict !== "free")
      wrong("licence", "not free, or not an SPDX expression");
    if (file.proprietary && judgeLicence(file.licence ?? "").verdict === "free") wrong("licence", "free, while the file says proprietary");
  });

export type FileVerdict = { readonly ok: true; readonly software: Software } | { readonly ok: false; readonly reason: string };

/** What a file says, once read as YAML, or the first things that are wrong with it. `categories`: those of the vocabulary. */
export function checkFile(fileSlug: string, content: unknown, categories: ReadonlySet<string>): FileVerdict {
  if (!slug.safeParse(fileSlug).success) return { ok: false, reason: "the file's name is no slug" };
  const parsed = softwareFile.safeParse(content);
  if (!parsed.success)
    return {
      ok: false,
      reason: parsed.error.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join(".") || "file"}: ${message}`)
        .join("; "),
    };
  const foreign = parsed.data.categories.filter((category) => !categories.has(category));
  if (foreign.length > 0) return { ok: false, reason: `categories: ${foreign.join(", ")} not in the vocabulary` };
  const { proprietary, ...facts } = parsed.data;
  return {
    ok: true,
    software: { ...facts, slug: fileSlug, free: proprietary !== true, licenceSaid: null, archived: false, provenance: {} },
  };
}
