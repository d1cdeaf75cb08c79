/** The facts of a software that sources may say differently. */
export const FIELDS = [
  "name",
  "publisher",
  "licence",
  "descriptionFr",
  "descriptionEn",
  "categories",
  "website",
  "repository",
  "wikidata",
  "endoflife",
] as const;
export type Field = (typeof FIELDS)[number];

/** Our own files: checked by people of this project, in the words of local authorities. */
export const STARTER = "starter";
/** The format of what an authority of this instance says itself: believed before every source, for every field. */
export const AUTHORITY = "authority";

/** What all sources say together: each adds to it. */
export const LISTS = ["aliases", "terms", "replaces"] as const;
export type ListField = (typeof LISTS)[number];

/**
 * Who is believed first, field by field, after authorities: a format's place in the list is its rank, and what is on no list comes last. The authors
 * of a software (publiccode.yml) know best its licence and its addresses; our own files, its name and its use in a town.
 */
const TRUST: Readonly<Record<Field, readonly string[]>> = {
  name: [STARTER, "sill", "publiccode", "comptoir", "awesome-selfhosted"],
  publisher: [STARTER, "publiccode"],
  licence: ["publiccode", STARTER, "sill", "awesome-selfhosted", "comptoir"],
  descriptionFr: [STARTER, "publiccode", "sill", "comptoir"],
  descriptionEn: [STARTER, "publiccode", "awesome-selfhosted", "sill"],
  categories: [STARTER, "publiccode"],
  website: ["publiccode", STARTER, "awesome-selfhosted", "comptoir", "sill"],
  repository: ["publiccode", STARTER, "awesome-selfhosted", "comptoir", "sill"],
  wikidata: [STARTER, "comptoir", "publiccode", "sill"],
  endoflife: [STARTER],
};

/** The lower, the more it is believed for this field. */
export function rankOf(field: Field, format: string): number {
  if (format === AUTHORITY) return -1;
  const rank = TRUST[field].indexOf(format);
  return rank === -1 ? TRUST[field].length : rank;
}
