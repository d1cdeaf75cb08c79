import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";
import { changeAddress, type SourceAddress } from "../db/source-settings.ts";
import { type CatalogueSource, ensureSource, sourceById } from "../db/sources.ts";
import { SOURCE_NAMES } from "../domain/source-names.ts";
import { SOURCE_FORMATS } from "../domain/source-record.ts";
import { subjectIdOf } from "./subject-id.ts";

export type AddressRefusal =
  | { readonly kind: "not-allowed" | "unknown-source" | "period-without-address" }
  | { readonly kind: "stale"; readonly current: CatalogueSource };

/** Where a source is fetched, and how often. `read`: what the form was shown with. */
export async function setSourceAddress(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, read, wanted }: { readonly id: string; readonly read: SourceAddress; readonly wanted: SourceAddress },
): Promise<Result<null, AddressRefusal>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  const format = SOURCE_FORMATS.find((known) => known === id);
  if (format === undefined) return refused({ kind: "unknown-source" });
  if (wanted.everyHours !== null && wanted.url === null) return refused({ kind: "period-without-address" });
  return asOwner(db, async (trx) => {
    await ensureSource(trx, { id, format, name: SOURCE_NAMES[format] });
    if (!(await changeAddress(trx, id, read, wanted))) {
      const current = await sourceById(trx, id);
      if (current === undefined) return refused({ kind: "unknown-source" });
      // Sent twice, or two people of one mind: nothing to settle.
      const isDone = current.url === wanted.url && current.everyHours === wanted.everyHours;
      return isDone ? ok(null) : refused({ kind: "stale", current });
    }
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: "catalogue-source-changed",
      subject: { type: "catalogue-source", id: subjectIdOf(`catalogue-source ${id}`) },
      content: { source: id, url: wanted.url, everyHours: wanted.everyHours },
      by: { id: agent.id, role: roleFor(agent, "manage-catalogue") },
      at: now(),
    });
    return ok(null);
  });
}
