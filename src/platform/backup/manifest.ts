import { createHash } from "node:crypto";
import { z } from "zod";

export const MANIFEST = "manifest.json";
export const MANIFEST_HASH = "manifest.json.sha256";

const table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** Of the lines of its COPY, before compression. */
  sha256: z.string(),
});
const sequence = z.object({ schema: z.string(), name: z.string(), value: z.string().nullable() });
const manifest = z.object({
  format: z.literal("beffroi-backup/1"),
  madeAt: z.string(),
  version: z.string(),
  /** Those that the database had seen, in order: the shape of its tables. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
  sequences: z.array(sequence),
});

export type SavedTable = Readonly<z.infer<typeof table>>;
export type SavedSequence = Readonly<z.infer<typeof sequence>>;
export type Manifest = Readonly<z.infer<typeof manifest>>;

export function manifestOf(text: string): Manifest | undefined {
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The file of a table's lines in the backup. */
export function fileOf({ schema, name }: Pick<SavedTable, "schema" | "name">): string {
  return `${schema}.${name}.copy.gz`;
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
