/** What a supplier is, where somebody said it: sources do not. */
export const SUPPLIER_KINDS = ["company", "cooperative", "association", "public-body"] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

export const NAME_MAX = 120;
export const PLACE_MAX = 80;
/** Names of software in one form at most. */
export const MOST_TYPED = 50;

/** What one knows of a supplier, and may correct by hand. */
export type SupplierFacts = {
  readonly name: string;
  /** Nine digits that pass Luhn's test. */
  readonly siren: string | null;
  readonly website: string | null;
  readonly kind: SupplierKind | null;
  /** A town, or the code of a department of France (« 44 », « 2A »). */
  readonly place: string | null;
};
export const FACTS = ["name", "siren", "website", "kind", "place"] as const satisfies readonly (keyof SupplierFacts)[];

export type ServedSoftware = { readonly slug: string; readonly name: string };

/** A supplier as lists show it. */
export type ListedSupplier = SupplierFacts & {
  readonly id: string;
  /** In order of name. */
  readonly software: readonly ServedSoftware[];
  /** Names of the sources that say it, in order; empty where people alone do. */
  readonly sources: readonly string[];
  /** When what is known of it last changed. */
  readonly changedAt: Date;
};

/** One software that a supplier serves, with who says so. */
export type Service = ServedSoftware & {
  /** Empty where people alone said it. */
  readonly sources: readonly string[];
  readonly byHand: boolean;
};

/** A source that names a supplier. `page`: the supplier's page there. */
export type NamingSource = { readonly id: string; readonly name: string; readonly page: string | null; readonly confirmedAt: Date | null };

/** Everything known of one supplier. */
export type Supplier = SupplierFacts & {
  readonly id: string;
  readonly origin: "source" | "hand";
  /** The facts that a person wrote. */
  readonly byHand: readonly string[];
  readonly version: number;
  readonly changedAt: Date;
  readonly withdrawnAt: Date | null;
  /** The supplier that this one is, where a person said so. */
  readonly joinedInto: string | null;
};
