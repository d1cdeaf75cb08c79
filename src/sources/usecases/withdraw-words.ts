import { refreshWords } from "#src/catalogue/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { standingSlug } from "../db/named-software.ts";
import { markWithdrawn, ownWordsOf, speakerOf } from "../db/own-words.ts";
import { asOwner, becomeAuthority, lockCatalogue } from "../db/owner-transaction.ts";
import { dropStatement, forgetProduct, forgetUnspoken } from "../db/speak.ts";
import { fieldsOf } from "../domain/own-words.ts";
import { publish } from "./publish.ts";

export type WithdrawRefusal = { readonly kind: "not-allowed" | "unknown-software" | "stale" };

/**
 * Takes back all that the authority says of a software: what sources say stands again. They are kept at home, to be said again. `gone`:
 * nobody else spoke of it, and the catalogue forgot it.
 */
export async function withdrawWords(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { slug: asked, version }: { readonly slug: string; readonly version: number },
): Promise<Result<{ readonly slug: string; readonly gone: boolean }, WithdrawRefusal>> {
  if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
  const { authorityId } = agent;
  return asOwner(db, async (trx) => {
    await lockCatalogue(trx);
    const standing = await standingSlug(trx, asked);
    const slug = standing ?? asked;
    const said = await ownWordsOf(trx, authorityId, slug);
    if (standing === undefined && said === undefined) return refused({ kind: "unknown-software" });
    // Sent twice, or nothing was ever said: there is nothing to take back.
    if (said === undefined || said.withdrawnAt !== null) return ok({ slug, gone: standing === undefined });
    if (said.version !== version) return refused({ kind: "stale" });
    const at = now();
    await dropStatement(trx, (await speakerOf(trx, authorityId)).sourceId, said.id);
    if (said.words.endoflife !== null) await forgetProduct(trx, slug, said.words.endoflife);
    await publish(trx, [slug], { at });
    const gone = await forgetUnspoken(trx, slug);
    await refreshWords(trx, [slug]);
    const own = await becomeAuthority(trx, authorityId);
    await markWithdrawn(own, authorityId, said.id, at);
    await journal(own, {
      what: "own-words-withdrawn",
      subject: { type: "own-words", id: said.id },
      content: { slug, fields: fieldsOf(said.words), reason: said.reason, version: said.version + 1, gone },
      by: { id: agent.id, role: roleFor(agent, "correct-catalogue") },
      at,
    });
    return ok({ slug, gone });
  });
}
