import { authoritySettings } from "#src/authorities/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { appendEntry, loadForUpdate } from "../db/request-repository.ts";
import { contentJson } from "../domain/entries.ts";
import { startUse as decide } from "../domain/moves.ts";

export type FirstUse = {
  readonly requestId: string;
  readonly day: LocalDate;
  readonly by: { readonly id: string; readonly role: Role };
  readonly at: Date;
};

/** What was decided is used for the first time: the lead time stops. Told by the inventory, in its own transaction. */
export async function startUse(trx: AuthorityTransaction, { requestId, day, by, at }: FirstUse): Promise<void> {
  const request = await loadForUpdate(trx, requestId);
  if (request === undefined) return;
  const move = decide(request, { kind: "use-started", on: day });
  if (!move.ok) return;
  const { targetDays } = await authoritySettings(trx);
  const entry = { id: newId<string>(), at, personId: by.id, role: by.role, content: move.value };
  await appendEntry(trx, request, entry, targetDays);
  await journal(trx, {
    id: entry.id,
    what: "use-started",
    subject: { type: "request", id: requestId },
    content: contentJson(move.value),
    by,
    at,
  });
}
