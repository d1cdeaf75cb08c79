import type { SaidSupplier } from "./gather.ts";
import { sirenKey, siteKey } from "./keys.ts";

/** A supplier that we have already. */
export type KnownSupplier = {
  readonly id: string;
  readonly origin: "source" | "hand";
  readonly name: string;
  readonly siren: string | null;
  readonly website: string | null;
  readonly byHand: readonly string[];
  readonly keys: readonly string[];
  /** A person wrote that it serves some software. */
  readonly servesByHand: boolean;
  readonly withdrawn: boolean;
};

/** Undefined: it was never seen before. */
export type Reconciled = { readonly known: KnownSupplier | undefined; readonly said: SaidSupplier };

/**
 * Which of the suppliers that we have each said one is. A SIREN decides; where it says nothing, a key that both bear: of one of ours
 * without SIREN, else of the only one with it. Two that are one of ours become one.
 */
export function reconcile(known: readonly KnownSupplier[], said: readonly SaidSupplier[]): readonly Reconciled[] {
  const bySiren = new Map(known.flatMap((each) => (each.siren === null ? [] : [[each.siren, each]])));
  const byKey = new Map<string, KnownSupplier[]>();
  for (const each of known) for (const key of keysOf(each)) byKey.set(key, [...(byKey.get(key) ?? []), each]);
  const sirens = new Map(known.map(({ id, siren }) => [id, siren]));
  const matchOf = ({ siren, keys }: SaidSupplier): KnownSupplier | undefined => {
    if (siren !== null) {
      const corrected = byKey.get(sirenKey(siren))?.find(({ byHand }) => byHand.includes("siren"));
      const same = bySiren.get(siren) ?? corrected;
      if (same !== undefined) return same;
    }
    const alike = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].sort((a, b) => rankOf(a) - rankOf(b));
    const without = alike.find(({ id }) => sirens.get(id) === null);
    return without ?? (siren === null && alike.length === 1 ? alike[0] : undefined);
  };
  const found: Reconciled[] = [];
  // Those of a known SIREN first: what they are is certain, and the others are judged in the light of it.
  for (const each of [...said].sort((a, b) => Number(b.siren !== null) - Number(a.siren !== null))) {
    const match = matchOf(each);
    if (match !== undefined && each.siren !== null && sirens.get(match.id) === null) sirens.set(match.id, each.siren);
    found.push({ known: match, said: each });
  }
  const fresh = found.filter((each) => each.known === undefined);
  const again = Map.groupBy(
    found.filter((each) => each.known !== undefined),
    (each) => each.known?.id ?? "",
  );
  return [...fresh, ...[...again.values()].flatMap((same) => same.reduce(together))];
}

/** Completed or not, those that sources no longer name go only where nobody wrote anything of them. */
export function isNobodys({ origin, byHand, servesByHand }: KnownSupplier): boolean {
  return origin === "source" && byHand.length === 0 && !servesByHand;
}

function together(a: Reconciled, b: Reconciled): Reconciled {
  const [first, second] = a.said.siren === null && b.said.siren !== null ? [b.said, a.said] : [a.said, b.said];
  const services = [...first.services, ...second.services];
  const distinct = new Map(services.map((service) => [`${service.sourceId} ${service.slug}`, service]));
  const keys = [...new Set([...first.keys, ...second.keys])].sort();
  return { known: a.known, said: { ...first, website: first.website ?? second.website, keys, services: [...distinct.values()] } };
}

/** What sources call it, and what is written of it now. */
export function keysOf({ siren, website, name, keys }: KnownSupplier): readonly string[] {
  const own = [siren === null ? undefined : sirenKey(siren), siteKey(website, name)];
  return [...new Set([...keys, ...own.filter((key) => key !== undefined)])];
}

/** Those that people wrote first, then those that are shown. */
function rankOf(supplier: KnownSupplier): number {
  return isNobodys(supplier) ? (supplier.withdrawn ? 2 : 1) : 0;
}
