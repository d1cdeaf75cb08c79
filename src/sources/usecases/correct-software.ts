import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { standingSlug } from "../db/named-software.ts";
import { type OwnWordsRow, ownWordsOf, speakerOf } from "../db/own-words.ts";
import { asOwner, lockCatalogue } from "../db/owner-transaction.ts";
import { statementsOf } from "../db/statements.ts";
import { isSameWords } from "../domain/own-words.ts";
import type { TypedWords, WordIssue } from "../domain/word-check.ts";
import { checkWords } from "./check-words.ts";
import { sayWords } from "./say-words.ts";

export type Correction = {
  readonly slug: string;
  readonly typed: TypedWords;
  readonly reason: string;
  /** Of our words when the form was shown; 0 where there were none. */
  readonly version: number;
};
export type CorrectRefusal =
  | { readonly kind: "not-allowed" | "unknown-software" }
  | { readonly kind: "wrong-words"; readonly issues: readonly WordIssue[] }
  | { readonly kind: "stale"; readonly current: OwnWordsRow };

/** Says of a software what its authority knows of it, above all that sources say. `doubts`: software that it may be the same as. */
export async function correctSoftware(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { slug: asked, typed, reason, version }: Correction,
): Promise<Result<{ readonly slug: string; readonly doubts: readonly string[] }, CorrectRefusal>> {
  if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
  const { authorityId } = agent;
  return asOwner(db, async (trx) => {
    await lockCatalogue(trx);
    const standing = await standingSlug(trx, asked);
    const slug = standing ?? asked;
    const before = await ownWordsOf(trx, authorityId, slug);
    // A software that we added, and withdrew, can be said again.
    if (standing === undefined && before === undefined) return refused({ kind: "unknown-software" });
    const speaker = await speakerOf(trx, authorityId);
    const others = (await statementsOf(trx, [slug])).filter(({ sourceId, key }) => sourceId !== speaker.sourceId || key !== before?.id);
    const { words, issues } = await checkWords(trx, { typed, reason, slug, others });
    if (issues.length > 0) return refused({ kind: "wrong-words", issues });
    if (before !== undefined) {
      // Sent twice, or two people of one mind: nothing to settle.
      if (before.withdrawnAt === null && before.reason === reason && isSameWords(before.words, words)) return ok({ slug, doubts: [] });
      if (before.version !== version) return refused({ kind: "stale", current: before });
    }
    const id = before?.id ?? newId<string>();
    const adds = before?.adds ?? false;
    const doubts = await sayWords(trx, agent, { what: "own-words-said", speaker, id, slug, words, reason, before, adds, at: now() });
    return ok({ slug, doubts });
  });
}
