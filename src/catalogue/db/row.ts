import { type RawBuilder, sql } from "kysely";
import type { Software } from "../domain/software.ts";

/** A software as its row gives it, where the two languages are two columns. */
export type SoftwareRow = Omit<Software, "description"> & { readonly descriptionFr: string; readonly descriptionEn: string };

/** The columns of `SoftwareRow`, of the table aliased `s`. */
export const SOFTWARE_COLUMNS: RawBuilder<unknown> = sql`s.slug, s.name, s.aliases, s.publisher, s.free, s.licence, s.description_fr,
  s.description_en, s.categories, s.terms, s.website, s.repository, s.platforms, s.wikidata, s.endoflife, s.replaces, s.licence_said, s.archived,
  s.provenance`;

export function softwareOf({ descriptionFr, descriptionEn, ...row }: SoftwareRow): Software {
  return { ...row, description: { fr: descriptionFr, en: descriptionEn } };
}
