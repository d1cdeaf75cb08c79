/** The formats of public catalogues that can be imported, and our own files. */
export const SOURCE_FORMATS = ["sill", "publiccode", "comptoir", "cnll", "awesome-selfhosted", "endoflife"] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What one source says of one software: facts alone. What it does not say is null, or an empty list. */
export type SourceRecord = {
  /** Stable within its source: an identifier of theirs, else an address, else the name. */
  readonly key: string;
  /** Empty where an authority corrects other facts, and leaves the name to others. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly publisher: string | null;
  /** As it was written, one or several; « AND » and « OR » are left as they are. Empty where nothing is said. */
  readonly licences: readonly string[];
  /** True where the source says that it is not free software, whatever the licence's words. */
  readonly saidNotFree: boolean;
  readonly descriptionFr: string | null;
  readonly descriptionEn: string | null;
  /** Identifiers of the publiccode.yml vocabulary. */
  readonly categories: readonly string[];
  /** The source's own words for what it does: functions, tags. */
  readonly terms: readonly string[];
  readonly website: string | null;
  readonly repository: string | null;
  /** Of `PLATFORMS` in the catalogue. */
  readonly platforms: readonly string[];
  readonly wikidata: string | null;
  /** Product name at endoflife.date. */
  readonly endoflife: string | null;
  /** Declared identifiers elsewhere: strong evidence that two records speak of one software. */
  readonly crossIds: CrossIds;
  /** No longer maintained, says the source. */
  readonly archived: boolean;
  /** Names of software that it declares alike, or that it stands beside. Weak evidence: never joined by it. */
  readonly similar: readonly string[];
  /** Name of the software of which it is a part (a plug-in, a module). */
  readonly partOf: string | null;
  /** Organisations known to use it. */
  readonly users: readonly Organisation[];
  /** Companies and cooperatives that serve it. */
  readonly providers: readonly Organisation[];
};

export const CROSS_ID_KINDS = ["sill", "comptoir", "framalibre", "cnll", "wikipedia"] as const;
export type CrossIdKind = (typeof CROSS_ID_KINDS)[number];
export type CrossIds = Readonly<Partial<Record<CrossIdKind, string>>>;

export type Organisation = {
  readonly name: string;
  /** Nine digits that pass Luhn's test; null where none is said, or where it fails. */
  readonly siren: string | null;
  readonly website: string | null;
  /** Its page at the source. */
  readonly page: string | null;
};

/** A product of endoflife.date, with its release cycles. */
export type LifecycleProduct = {
  readonly product: string;
  readonly name: string;
  /** Its other names there: aliases of the address. */
  readonly aliases: readonly string[];
  readonly category: string | null;
  /** A page of its makers about its releases. */
  readonly website: string | null;
  readonly identifiers: readonly string[];
  readonly cycles: readonly ReleaseCycle[];
};

/** Days are "2026-11-21". `ends`: null where none is said; `ended`: said without a day. */
export type ReleaseCycle = {
  readonly cycle: string;
  readonly label: string | null;
  readonly releasedOn: string | null;
  readonly ends: string | null;
  readonly ended: boolean | null;
  /** End of active support, before the end of life. */
  readonly supportEnds: string | null;
  readonly latest: string | null;
  readonly latestOn: string | null;
  readonly lts: boolean;
};

/** `where`: a place in the file that a person can find (« 12 », « Publik », « softwares[4] »). */
export type SkippedRecord = { readonly where: string; readonly name: string | null; readonly reason: SkipReason };
export type SkipReason =
  | { readonly kind: "not-an-object" | "no-name" | "too-long" | "repeated-key" | "retired" | "not-this-format" | "no-cycle" }
  | { readonly kind: "unreadable"; readonly detail: string };

/** A fact left out of a record that is imported all the same. `key`: of that record, or of that product. */
export type RecordWarning = {
  readonly where: string;
  readonly key: string;
  readonly name: string;
  readonly field: string;
  readonly problem: string;
};

/** What a file says. Nothing here is judged: neither what is the same software, nor what is free. */
export type Reading = {
  readonly records: readonly SourceRecord[];
  readonly products: readonly LifecycleProduct[];
  readonly skipped: readonly SkippedRecord[];
  readonly warnings: readonly RecordWarning[];
};
