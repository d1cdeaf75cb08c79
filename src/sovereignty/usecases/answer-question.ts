import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { answersOf, lockInstallation, putAnswer, type StoredAnswer } from "../db/answers.ts";
import type { SaidAnswer } from "../domain/grid.ts";

export type AnswerInput = SaidAnswer & {
  readonly installationId: string;
  /** Of the answer that the form showed; 0 where there was none. */
  readonly version: number;
};
export type AnswerRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "stale"; readonly current: StoredAnswer | undefined };

/** Somebody who knows answers a question of the grid, with the reason: their word stands above what the facts say. */
export async function answerQuestion(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { installationId, question, answer, reason, version }: AnswerInput,
): Promise<Result<null, AnswerRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!(await lockInstallation(trx, installationId))) return refused({ kind: "not-found" });
    const current = (await answersOf(trx, [installationId])).find((each) => each.question === question);
    // Sent twice, it is said once.
    if (current?.answer === answer && current.reason === reason) return ok(null);
    if ((current?.version ?? 0) !== version) return refused({ kind: "stale", current });
    await putAnswer(trx, { installationId, question, answer, reason, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const subject = { type: "installation", id: installationId };
    await journal(trx, { what: "sovereignty-answered", subject, content: { question, answer, reason }, by, at });
    return ok(null);
  });
}
