import { pageKey, sirenKey, siteKey } from "./keys.ts";

/** One source saying that somebody serves one software. */
export type Mention = {
  readonly sourceId: string;
  /** The record in which it is said. */
  readonly statementKey: string;
  readonly slug: string;
  readonly name: string;
  readonly siren: string | null;
  readonly website: string | null;
  readonly page: string | null;
};

export type SaidService = { readonly slug: string; readonly sourceId: string; readonly page: string | null };

/** A supplier as sources say it. */
export type SaidSupplier = {
  readonly name: string;
  readonly siren: string | null;
  readonly website: string | null;
  readonly keys: readonly string[];
  readonly services: readonly SaidService[];
};

/**
 * Which mentions speak of one supplier: those of one SIREN; without SIREN, those of one site and one name, or of one page of a source.
 * A mention without SIREN goes with the SIREN that is said elsewhere of its site and name, where there is but one. A name alone joins
 * nothing: such a mention stands alone.
 */
export function gather(mentions: readonly Mention[]): readonly SaidSupplier[] {
  const sirenOf = soleOf(mentions, ({ siren }) => (siren === null ? undefined : sirenKey(siren)));
  const siteOf = soleOf(
    mentions.filter(({ siren }) => siren === null),
    ({ website, name }) => siteKey(website, name),
  );
  const anchorOf = (mention: Mention): string => {
    if (mention.siren !== null) return sirenKey(mention.siren);
    const known = weakKeys(mention).map((key) => sirenOf.get(key));
    const page = pageKey(mention.page, mention.name);
    return (
      known.find((key) => key !== undefined) ??
      siteKey(mention.website, mention.name) ??
      (page === undefined ? aloneKey(mention) : (siteOf.get(page) ?? page))
    );
  };
  return [...Map.groupBy(mentions, anchorOf).values()].map(supplierOf);
}

/** For each key of a site or page, the one anchor that mentions give it; nothing where they give several. */
function soleOf(mentions: readonly Mention[], anchor: (mention: Mention) => string | undefined): ReadonlyMap<string, string> {
  const anchors = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const found = anchor(mention);
    if (found === undefined) continue;
    for (const key of weakKeys(mention)) anchors.set(key, (anchors.get(key) ?? new Set()).add(found));
  }
  return new Map([...anchors].flatMap(([key, [first, ...others]]) => (first === undefined || others.length > 0 ? [] : [[key, first]])));
}

/** What tells a supplier where no SIREN does. */
function weakKeys({ website, name, page }: Mention): readonly string[] {
  return [siteKey(website, name), pageKey(page, name)].filter((key) => key !== undefined);
}

function aloneKey({ sourceId, statementKey, name }: Mention): string {
  return `alone:${sourceId} ${statementKey} ${name}`;
}

function supplierOf(mentions: readonly Mention[]): SaidSupplier {
  const keys = mentions.flatMap((mention) => [...(mention.siren === null ? [] : [sirenKey(mention.siren)]), ...weakKeys(mention)]);
  const services = new Map<string, SaidService>();
  for (const { slug, sourceId, page } of mentions) {
    const place = `${sourceId} ${slug}`;
    const known = services.get(place);
    if (known === undefined || known.page === null) services.set(place, { slug, sourceId, page });
  }
  const first = mentions[0];
  if (first === undefined) throw new Error("A group has a first mention");
  return {
    name: mostSaid(mentions.map(({ name }) => name)) ?? first.name,
    siren: mentions.find(({ siren }) => siren !== null)?.siren ?? null,
    website: mostSaid(mentions.flatMap(({ website }) => website ?? [])) ?? null,
    keys: keys.length === 0 ? [aloneKey(first)] : [...new Set(keys)].sort(),
    services: [...services.values()],
  };
}

/** The text said most often; of those said as often, the first in the order of letters: the same whatever the order of the mentions. */
function mostSaid(texts: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length] as const);
  return counts.sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0];
}
