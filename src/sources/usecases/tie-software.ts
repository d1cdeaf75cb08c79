import type { Database } from "#src/platform/db/database.ts";
import { softwareOfProducts, tieProducts, untiedProducts } from "../db/lifecycle.ts";
import { repositoriesOf } from "../domain/identities.ts";

/** Ties the products that came before their software, now that these came, in the caller's transaction. */
export async function tieSoftware(trx: Database, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return;
  const products = (await untiedProducts(trx)).map(({ product, aliases, identifiers }) => ({
    product,
    names: [product, ...aliases],
    claims: repositoriesOf(identifiers).map((value) => ({ kind: "repository", value })),
  }));
  if (products.length === 0) return;
  const came = new Set(slugs);
  const tied = await softwareOfProducts(trx, products);
  await tieProducts(
    trx,
    [...tied.values()].filter(({ slug }) => came.has(slug)),
  );
}
