import { z } from "zod";

/** The shapes of what is answered: routes fill them, and the OpenAPI document is made from them. */

const inBothLanguages = z.strictObject({ fr: z.string(), en: z.string() });
const text = z.string();
const orNull = z.string().nullable();
const list = z.array(z.string());

export const FREEDOMS = ["free", "not-free", "unknown"] as const;
export const FREEDOM_REASONS = [
  "osi-approved",
  "french-decree",
  "source-available",
  "on-no-list",
  "proprietary",
  "empty",
  "no-version",
  "own-text",
  "not-spdx",
  "licence-not-recorded",
  "said-by-source",
] as const;

export const softwareSchema = z.strictObject({
  slug: text,
  self: z.url(),
  name: text,
  aliases: list,
  publisher: orNull,
  freedom: z.strictObject({ status: z.enum(FREEDOMS), reason: z.enum(FREEDOM_REASONS), text: inBothLanguages }),
  licence: orNull,
  licenceSaid: orNull,
  description: z.strictObject({ fr: orNull, en: orNull }),
  categories: list,
  terms: list,
  platforms: list,
  website: orNull,
  repository: orNull,
  wikidata: orNull,
  endoflife: orNull,
  replaces: list,
  archived: z.boolean(),
  provenance: z.record(z.string(), z.string()),
});
export type SoftwareAnswer = z.infer<typeof softwareSchema>;

export const foundSoftwareSchema = softwareSchema.extend({
  score: z.number().min(0).max(1).optional(),
  why: z.array(inBothLanguages).optional(),
});
export type FoundSoftwareAnswer = z.infer<typeof foundSoftwareSchema>;

const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), next: z.string().nullable(), total: z.int().min(0).optional() });

export const softwareListSchema = page(foundSoftwareSchema);

export const supplierSchema = z.strictObject({
  id: z.uuid(),
  self: z.url(),
  name: text,
  siren: orNull,
  website: orNull,
  kind: z.enum(["company", "cooperative", "association", "public-body"]).nullable(),
  place: orNull,
  software: z.array(z.strictObject({ slug: text, name: text })),
  sources: list,
  changedAt: z.iso.datetime(),
});
export type SupplierAnswer = z.infer<typeof supplierSchema>;

export const supplierListSchema = page(supplierSchema);

export const problemSchema = z.strictObject({
  type: z.url(),
  title: text,
  status: z.int().min(400).max(599),
  detail: text,
  errors: z.array(z.strictObject({ parameter: text, detail: text })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** By the name under which the OpenAPI document keeps them. */
export const SCHEMAS = {
  Software: softwareSchema,
  SoftwareList: softwareListSchema,
  Supplier: supplierSchema,
  SupplierList: supplierListSchema,
  Problem: problemSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
