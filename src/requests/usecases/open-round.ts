import { authoritySettings } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { insertRequest, loadForUpdate } from "../db/request-repository.ts";
import { nextRoundOf } from "../db/rounds.ts";
import { isClosed, needOf, progressOf } from "../domain/request.ts";
import { write } from "./add-entry.ts";
import { tell } from "./tell.ts";

export type RoundRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | { readonly kind: "out-of-order" };
export type RoundInput = { readonly previousId: string; readonly id: string; readonly why: string };

/** After the decision nothing is reopened: a new round starts, linked to the first, with its need and the reason for it. */
export function openRound(
  deps: Deps,
  agent: Agent,
  { previousId, id, why }: RoundInput,
): Promise<Result<{ readonly id: string }, RoundRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("submit-request")) return refused({ kind: "not-allowed" });
    const previous = await loadForUpdate(trx, previousId);
    if (previous === undefined) return refused({ kind: "not-found" });
    const next = await nextRoundOf(trx, previousId);
    if (next !== undefined) return ok({ id: next });
    if (!isClosed(progressOf(previous))) return refused({ kind: "out-of-order" });
    const at = deps.now();
    const need = { ...needOf(previous), words: why };
    const head = { id, departmentId: need.departmentId, submittedBy: agent.id, submittedAt: at, round: previous.round + 1, previousId };
    const request = await insertRequest(trx, head, Number(dayOf(at).slice(0, 4)));
    if (request === undefined) return refused({ kind: "out-of-order" });
    const settings = await authoritySettings(trx);
    const opened = await write(
      trx,
      deps,
      agent,
      "submit-request",
      request,
      newId<string>(),
      { kind: "need-submitted", need, fits: null },
      settings,
    );
    await tell(trx, deps, agent, opened.request, opened.entry);
    return ok({ id });
  });
}
