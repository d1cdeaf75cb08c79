import { newId } from "#src/kernel/ids.ts";
import { parseSiren } from "#src/kernel/siren.ts";
import type { Database } from "#src/platform/db/database.ts";
import { mentionsOf } from "../db/mentions.ts";
import { knownSuppliers, lockSuppliers, putSaid, putSaidServices, type SaidRow, withdraw } from "../db/write-suppliers.ts";
import { gather, type Mention } from "../domain/gather.ts";
import { isNobodys, type Reconciled, reconcile } from "../domain/reconcile.ts";

export type RefreshCounts = {
  /** Named by a source now. */
  readonly named: number;
  readonly created: number;
  readonly changed: number;
  readonly withdrawn: number;
};

/**
 * Derives suppliers and what they serve from what the sources say now. Done again, it changes nothing; what people wrote by hand is
 * never touched. Runs as the tables' owner.
 */
export async function refreshSuppliers(db: Database, at: Date): Promise<RefreshCounts> {
  return db.transaction().execute(async (trx) => {
    await lockSuppliers(trx);
    const known = await knownSuppliers(trx);
    const rows = reconcile(known, gather((await mentionsOf(trx)).map(checked))).map((each) => ({
      ...each,
      id: each.known?.id ?? newId<string>(),
    }));
    const changed = rows.filter(differs);
    await putSaid(trx, changed.map(rowOf), at);
    await putSaidServices(
      trx,
      rows.flatMap(({ id, said }) => said.services.map((service) => ({ ...service, supplierId: id }))),
    );
    const named = new Set(rows.map(({ id }) => id));
    const silent = known.filter((each) => !named.has(each.id) && !each.withdrawn && isNobodys(each)).map(({ id }) => id);
    await withdraw(trx, silent, at);
    const created = rows.filter((row) => row.known === undefined).length;
    return { named: rows.length, created, changed: changed.length - created, withdrawn: silent.length };
  });
}

/** What would be written is not what is there. */
function differs({ known, said }: Reconciled): boolean {
  if (known === undefined || known.withdrawn) return true;
  const held = (fact: "name" | "siren" | "website"): boolean => known.byHand.includes(fact) || known[fact] === said[fact];
  return !held("name") || !held("siren") || !held("website") || known.keys.join("\n") !== said.keys.join("\n");
}

/** A number that is no SIREN joins nobody. */
function checked(mention: Mention): Mention {
  return { ...mention, siren: parseSiren(mention.siren ?? "") ?? null };
}

function rowOf({ id, said: { name, siren, website, keys } }: Reconciled & { readonly id: string }): SaidRow {
  return { id, name, siren, website, keys };
}
