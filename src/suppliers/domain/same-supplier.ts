import { siteKey } from "./keys.ts";
import { type KnownSupplier, keysOf } from "./reconcile.ts";
import { FACTS, type SupplierFacts } from "./supplier.ts";

/** One of ours that is the one being written: the same SIREN, or the same site and name unless both have a SIREN. */
export function sameSupplier(known: readonly KnownSupplier[], { siren, website, name }: SupplierFacts): KnownSupplier | undefined {
  const key = siteKey(website, name);
  return (
    ofSiren(known, siren) ??
    known.find((each) => key !== undefined && (siren === null || each.siren === null) && keysOf(each).includes(key))
  );
}

export function ofSiren(known: readonly KnownSupplier[], siren: string | null): KnownSupplier | undefined {
  return siren === null ? undefined : known.find((each) => each.siren === siren);
}

/** The facts on which two do not agree. */
export function factsThatDiffer(a: SupplierFacts, b: SupplierFacts): readonly (keyof SupplierFacts)[] {
  return FACTS.filter((fact) => a[fact] !== b[fact]);
}
