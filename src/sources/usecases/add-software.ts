import { softwareBySlugs, softwareNames } from "#src/catalogue/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { Deps } from "#src/platform/deps.ts";
import { ownWordsById, speakerOf } from "../db/own-words.ts";
import { asOwner, lockCatalogue } from "../db/owner-transaction.ts";
import { softwareOfIdentities, takenSlugs } from "../db/statements.ts";
import { type Identity, identitiesOf } from "../domain/identities.ts";
import type { OwnWords } from "../domain/own-words.ts";
import { freeSlug, slugOf } from "../domain/slugs.ts";
import type { TypedWords, WordIssue } from "../domain/word-check.ts";
import { checkWords } from "./check-words.ts";
import { sayWords, statedRecord } from "./say-words.ts";

export type Addition = {
  /** Made when the form was shown: the same one sent twice adds once. */
  readonly id: string;
  readonly typed: TypedWords;
  readonly reason: string;
  /** Somebody saw those that it looks like, and says that it is none of them. */
  readonly isAnother: boolean;
};

/** A software that may be the one that is added. `by`: the evidence; null where their names are alike, and no more. */
export type LikeSoftware = {
  readonly slug: string;
  readonly name: string;
  readonly description: { readonly fr: string; readonly en: string };
  readonly by: Identity["kind"] | null;
};
export type AddRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "wrong-words"; readonly issues: readonly WordIssue[] }
  | { readonly kind: "looks-like"; readonly found: readonly LikeSoftware[] };

const MOST_LIKE = 6;

/** Adds a software that no source knows. What looks like one that is there is asked about first. */
export async function addSoftware(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, typed, reason, isAnother }: Addition,
): Promise<Result<{ readonly slug: string; readonly doubts: readonly string[] }, AddRefusal>> {
  if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
  return asOwner(db, async (trx) => {
    await lockCatalogue(trx);
    const before = await ownWordsById(trx, agent.authorityId, id);
    if (before !== undefined) return ok({ slug: before.slug, doubts: [] });
    const { words, issues } = await checkWords(trx, { typed, reason, slug: undefined, others: [] });
    const { name } = words;
    if (issues.length > 0 || name === null) return refused({ kind: "wrong-words", issues });
    const found = isAnother ? [] : await likeThese(trx, name, words);
    if (found.length > 0) return refused({ kind: "looks-like", found });
    const taken = await takenSlugs(trx, [slugOf(name)]);
    const slug = freeSlug(name, (each) => taken.has(each));
    const speaker = await speakerOf(trx, agent.authorityId);
    const saying = { what: "software-added", speaker, id, slug, words, reason, before, adds: true, at: now() } as const;
    return ok({ slug, doubts: await sayWords(trx, agent, saying) });
  });
}

/** The strongest evidence first; then those of one name; then those whose name is alike. */
async function likeThese(trx: Database, name: string, words: OwnWords): Promise<readonly LikeSoftware[]> {
  const identities = identitiesOf(statedRecord(words, { id: "", slug: "", since: {}, reason: "" }));
  const claims = await softwareOfIdentities(trx, identities);
  const by = new Map<string, LikeSoftware["by"]>();
  for (const { slug, kind } of claims.filter((claim) => claim.kind !== "name")) if (!by.has(slug)) by.set(slug, kind);
  for (const { slug } of claims) if (!by.has(slug)) by.set(slug, "name");
  for (const { slug } of await softwareNames(trx, name, MOST_LIKE)) if (!by.has(slug)) by.set(slug, null);
  const slugs = [...by.keys()].slice(0, MOST_LIKE);
  const software = new Map((await softwareBySlugs(trx, slugs)).map((each) => [each.slug, each]));
  return slugs.flatMap((slug): LikeSoftware[] => {
    const each = software.get(slug);
    return each === undefined ? [] : [{ slug, name: each.name, description: each.description, by: by.get(slug) ?? null }];
  });
}
