import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lockInstallation, removeAnswer } from "../db/answers.ts";
import type { Question } from "../domain/grid.ts";

export type WithdrawInput = { readonly installationId: string; readonly question: Question };

/** What people answered is taken back: the facts speak again. Withdrawn twice, it is withdrawn once. */
export async function withdrawAnswer(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { installationId, question }: WithdrawInput,
): Promise<Result<null, { readonly kind: "not-allowed" | "not-found" }>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!(await lockInstallation(trx, installationId))) return refused({ kind: "not-found" });
    if (!(await removeAnswer(trx, installationId, question))) return ok(null);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const subject = { type: "installation", id: installationId };
    await journal(trx, { what: "sovereignty-answer-withdrawn", subject, content: { question }, by, at });
    return ok(null);
  });
}
