import type { Database } from "#src/platform/db/database.ts";
import { knownCycles, recordChanges, type SoftwareChange } from "../db/changes.ts";
import { confirmProducts, knownProducts, putProducts, softwareOfProducts, type TiedProduct, tieProducts } from "../db/lifecycle.ts";
import { foldedName, projectOf, repositoriesOf, siteOf } from "../domain/identities.ts";
import type { LifecycleProduct } from "../domain/source-record.ts";
import type { ReportLine } from "../domain/statement.ts";
import { fingerprintOf } from "./judge-record.ts";

/** Imports some products with their release cycles, in the caller's transaction. Joined: it is a software of the catalogue. */
export async function importProducts(
  trx: Database,
  sourceId: string,
  products: readonly LifecycleProduct[],
  at: Date,
): Promise<readonly ReportLine[]> {
  const known = await knownProducts(trx);
  const tied = await softwareOfProducts(
    trx,
    products.map((product) => ({
      product: product.product,
      names: [product.product, ...product.aliases],
      claims: [...repositoriesOf(product.identifiers).map((value) => ({ kind: "repository", value })), ...pagesOf(product)],
    })),
  );
  const printed = products.map((product) => ({ product, fingerprint: fingerprintOf(product) }));
  const changed = printed.filter(({ product, fingerprint }) => known.get(product.product) !== fingerprint);
  await recordChanges(trx, changesOf(changed, tied, await knownCycles(trx, [...known.keys()])), at);
  await putProducts(trx, sourceId, changed, at);
  await confirmProducts(
    trx,
    products.map(({ product }) => product),
    at,
  );
  await tieProducts(trx, [...tied.values()]);
  return printed.map(({ product: { product, name }, fingerprint }): ReportLine => {
    const tie = tied.get(product);
    const slug = tie?.slug ?? null;
    const before = known.get(product);
    const outcome = before === fingerprint ? "unchanged" : before !== undefined ? "updated" : slug === null ? "created" : "joined";
    return { outcome, key: product, name, slug, detail: outcome === "joined" ? `${tie?.by} ${product}` : null };
  });
}

/** The page of its makers: in its repository, or on their site, with its name: a site alone may be that of a company of many products. */
function pagesOf({ website, name, aliases, product }: LifecycleProduct): readonly { readonly kind: string; readonly value: string }[] {
  const project = website === null ? undefined : projectOf(website, false);
  if (project !== undefined) return [{ kind: "repository", value: project }];
  const site = website === null ? undefined : siteOf(website);
  if (site === undefined) return [];
  const names = new Set([name, product, ...aliases].map(foldedName));
  return [...names].map((each) => ({ kind: "site-and-name", value: `${site} ${each}` }));
}

type Cycles = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** Cycles that are new, and ends of life that moved, of the software of the catalogue: not of a product met for the first time. */
function changesOf(
  changed: readonly { readonly product: LifecycleProduct }[],
  tied: ReadonlyMap<string, TiedProduct>,
  before: Cycles,
): readonly SoftwareChange[] {
  return changed.flatMap(({ product: { product, cycles } }): SoftwareChange[] => {
    const slug = tied.get(product)?.slug;
    const known = before.get(product);
    if (slug === undefined || known === undefined) return [];
    return cycles.flatMap(({ cycle, ends }): SoftwareChange[] => {
      if (!known.has(cycle)) return [{ slug, field: "cycle", before: null, after: cycle }];
      const ended = known.get(cycle) ?? null;
      return ended === ends
        ? []
        : [{ slug, field: "ends", before: `${cycle} ${ended ?? ""}`.trim(), after: `${cycle} ${ends ?? ""}`.trim() }];
    });
  });
}
