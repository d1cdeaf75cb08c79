import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { asOwner, becomeAuthority, lockCatalogue } from "../db/owner-transaction.ts";
import { setVerdict, type Verdict, verdictOf } from "../db/pair-queue.ts";
import { settleMerges } from "./settle-merges.ts";
import { subjectIdOf } from "./subject-id.ts";

export type PairDecision = {
  readonly a: string;
  readonly b: string;
  /** Null: the decision is taken back, and the pair waits again. */
  readonly verdict: Verdict | null;
  /** The one that holds the other, where one is part of the other. */
  readonly whole: string | null;
};
export type PairRefusal = { readonly kind: "not-allowed" | "unknown-pair" | "no-whole" | "decided-otherwise" };

/** Settles whether two software are one, or takes it back. The same decision sent twice is one; another must be taken back first. */
export async function decidePair(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { a, b, verdict, whole }: PairDecision,
): Promise<Result<null, PairRefusal>> {
  if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
  if (verdict === "part" && whole !== a && whole !== b) return refused({ kind: "no-whole" });
  const decision = { verdict, whole: verdict === "part" ? whole : null };
  return asOwner(db, async (trx) => {
    await lockCatalogue(trx);
    const known = await verdictOf(trx, a, b);
    if (known === undefined) return refused({ kind: "unknown-pair" });
    if (known.verdict === decision.verdict && known.whole === decision.whole) return ok(null);
    if (known.verdict !== null && verdict !== null) return refused({ kind: "decided-otherwise" });
    const at = now();
    await setVerdict(trx, { a, b }, { ...decision, by: agent.id, at });
    const merges = verdict === "same" || known.verdict === "same" ? await settleMerges(trx, at) : [];
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: verdict === null ? "software-pair-reopened" : "software-pair-decided",
      subject: { type: "software-pair", id: subjectIdOf(`software-pair ${a} ${b}`) },
      content: { a, b, ...decision, before: known.verdict, merges: merges.map(({ slug, into }) => ({ slug, into })) },
      by: { id: agent.id, role: roleFor(agent, "correct-catalogue") },
      at,
    });
    return ok(null);
  });
}
