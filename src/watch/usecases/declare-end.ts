import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { declaredEnd, declaredEndsOf, insertEnd, isEndKnown, lockEnds } from "../db/declared-ends.ts";
import type { EndFacts } from "../domain/declared-end.ts";

/** `id` comes with the form: sent twice, it is entered once. */
export type DeclareEndInput = { readonly id: string; readonly slug: string; readonly facts: EndFacts };
export type DeclareEndRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  /** The public source says when this cycle ends. */
  | { readonly kind: "known-from-source" }
  | { readonly kind: "already-entered" };

/** The authority says when a cycle ends, and where it read so, where no public source does. */
export function declareEnd(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, slug, facts }: DeclareEndInput,
): Promise<Result<{ readonly slug: string }, DeclareEndRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
    const software = await canonicalSoftware(trx, slug);
    if (software === undefined) return refused({ kind: "not-found" });
    await lockEnds(trx, software.slug);
    const sent = await declaredEnd(trx, id);
    if (sent !== undefined) return sent.slug === software.slug ? ok({ slug: sent.slug }) : refused({ kind: "already-entered" });
    if (await isEndKnown(trx, software.endoflife, facts.cycle)) return refused({ kind: "known-from-source" });
    const known = await declaredEndsOf(trx, software.slug);
    if (known.some(({ cycle }) => cycle.toLowerCase() === facts.cycle.toLowerCase())) return refused({ kind: "already-entered" });
    const at = deps.now();
    await insertEnd(trx, { id, slug: software.slug, ...facts, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "correct-catalogue") };
    const content = { slug: software.slug, ...facts };
    await journal(trx, { what: "end-of-life-entered", subject: { type: "end-of-life", id }, content, by, at });
    return ok({ slug: software.slug });
  });
}
