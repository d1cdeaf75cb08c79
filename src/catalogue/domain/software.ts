/** One software known to exist, as the catalogue describes it. */
export type Software = {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The company, for proprietary software. */
  readonly publisher: string | null;
  /** Null: not known. */
  readonly free: boolean | null;
  /** SPDX expression; null where there is none, or where it is not known. */
  readonly licence: string | null;
  readonly description: BothLanguages;
  /** Identifiers of the publiccode.yml vocabulary; their words are in `CategoryLabels`. */
  readonly categories: readonly string[];
  readonly terms: readonly string[];
  readonly website: string | null;
  readonly repository: string | null;
  readonly platforms: readonly string[];
  readonly wikidata: string | null;
  /** Product name at endoflife.date. */
  readonly endoflife: string | null;
  /** Slugs of the proprietary products that this free software can replace. */
  readonly replaces: readonly string[];
  /** The licence as a source wrote it, where `licence` is our guess at it, or where it could not be read. */
  readonly licenceSaid: string | null;
  /** No longer maintained, says a source. */
  readonly archived: boolean;
  /** For each fact, the source whose word it is. */
  readonly provenance: Readonly<Record<string, string>>;
};

/** What a line of a list shows. */
export type SoftwareLine = Pick<Software, "slug" | "name" | "free" | "licence" | "description">;

export type BothLanguages = { readonly fr: string; readonly en: string };

/** Enough to name a software and to say whether it is free. */
export type NamedSoftware = Pick<Software, "slug" | "name" | "free" | "licence">;

export type Category = { readonly id: string; readonly label: BothLanguages };

export const PLATFORMS = ["web", "windows", "mac", "linux", "android", "ios"] as const;
