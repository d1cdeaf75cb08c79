import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { CATALOGUE_IMPORT } from "#src/platform/jobs/queues.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { keepInput, type SentInput } from "../db/import-inputs.ts";
import { openImport } from "../db/imports.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";
import { ensureSource } from "../db/sources.ts";
import { SOURCE_NAMES } from "../domain/source-names.ts";
import type { SourceFormat } from "../domain/source-record.ts";

export type AskedImport = { readonly id: string; readonly format: SourceFormat; readonly sent: SentInput["sent"] };

/** Keeps what was sent, and asks a job to import it. Asked twice under one identifier, it is one import. */
export async function askImport(
  { db, now, jobs }: Pick<Deps, "db" | "now" | "jobs">,
  agent: Agent,
  { id, format, sent }: AskedImport,
): Promise<Result<null, { readonly kind: "not-allowed" }>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  const at = now();
  await asOwner(db, async (trx) => {
    await ensureSource(trx, { id: format, format, name: SOURCE_NAMES[format] });
    if (!(await openImport(trx, { id, sourceId: format, askedBy: agent.id, at, state: "waiting" }))) return;
    await keepInput(trx, id, { format, sent });
    const own = await becomeAuthority(trx, agent.authorityId);
    await jobs.enqueue(own, CATALOGUE_IMPORT, { importId: id });
    await journal(own, {
      what: "catalogue-import-asked",
      subject: { type: "catalogue-import", id },
      content: { source: format, from: sent.kind === "file" ? sent.name : sent.url },
      by: { id: agent.id, role: roleFor(agent, "manage-catalogue") },
      at,
    });
  });
  return ok(null);
}
