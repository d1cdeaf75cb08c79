import type { LocalDate } from "#src/kernel/dates.ts";
import { type AuthorityId, type InstallationId, newId, type PersonId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { insertDocuments } from "./db/documents.ts";
import { insertFeed } from "./db/feeds.ts";
import { insertContract, replaceCovers, setClosed } from "./db/write-contract.ts";
import type { ContractFacts, ContractId, Cover } from "./domain/contract.ts";
import { hashOfSecret, newFeedSecret } from "./usecases/feed-secret.ts";

type Source = { readonly db: Database };
type Somebody = { readonly authorityId: AuthorityId; readonly id: PersonId };

/** A maintenance contract of the year 2026, renewed tacitly each year, with three months of notice. */
export const MAINTENANCE: ContractFacts = {
  title: "Maintenance de la gestion financière",
  reference: "2026-M-012",
  supplierId: null,
  supplierName: "Éditeur du centre",
  kind: "support",
  startsOn: "2026-01-01" as LocalDate,
  endsOn: "2026-12-31" as LocalDate,
  renewal: "tacit",
  renewalMonths: 12,
  noticeMonths: 3,
  yearlyAmount: 840_000,
  indexation: "Syntec",
  notes: "",
};

/** A contract straight in the database, without journal. */
export async function aContract(
  { db }: Source,
  { authorityId, id: by }: Somebody,
  facts: Partial<ContractFacts> & { readonly closedOn?: LocalDate; readonly covers?: readonly (Cover | InstallationId)[] } = {},
): Promise<ContractId> {
  const id = newId<ContractId>();
  const { closedOn, covers = [], ...said } = facts;
  await inAuthority(db, authorityId, async (trx) => {
    await insertContract(trx, { id, facts: { ...MAINTENANCE, ...said }, by, at: new Date() });
    if (closedOn !== undefined) await setClosed(trx, id, closedOn);
    const whole = covers.map((cover) => (typeof cover === "string" ? { installationId: cover, share: null } : cover));
    if (whole.length > 0) await replaceCovers(trx, id, whole);
    return ok(id);
  });
  return id;
}

/** A contract with what it covers, a document and the reviewer's private address: one row of each table. */
export async function someContracts(
  source: Source & { readonly now: () => Date },
  reviewer: Somebody,
  installation: InstallationId,
): Promise<{ readonly contract: ContractId; readonly document: string }> {
  const contract = await aContract(source, reviewer, { covers: [installation] });
  const document = newId<string>();
  const at = source.now();
  await inAuthority(source.db, reviewer.authorityId, async (trx) => {
    const bytes = new TextEncoder().encode("Acte d’engagement");
    await insertDocuments(trx, contract, [{ id: document, fileName: "acte.txt", mediaType: "text/plain", bytes, by: reviewer.id, at }]);
    await insertFeed(trx, { id: newId<string>(), personId: reviewer.id, tokenHash: hashOfSecret(newFeedSecret()), at });
    return ok(null);
  });
  return { contract, document };
}
