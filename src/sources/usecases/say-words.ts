import { refreshWords } from "#src/catalogue/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { Database } from "#src/platform/db/database.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { type OwnWordsRow, putOwnWords, type Speaker } from "../db/own-words.ts";
import { becomeAuthority, type OwnerTransaction } from "../db/owner-transaction.ts";
import { queuePairs } from "../db/pairs.ts";
import { ensureSpeaker, forgetProduct } from "../db/speak.ts";
import { putStatements, softwareOfIdentities } from "../db/statements.ts";
import { type Identity, identitiesOf } from "../domain/identities.ts";
import { fieldsOf, type OwnWords, recordOfWords, sinceOf } from "../domain/own-words.ts";
import { type Doubt, type Known, resolve } from "../domain/resolve.ts";
import type { StatedRecord } from "../domain/statement.ts";
import { fingerprintOf, freedomOf } from "./judge-record.ts";
import { publish } from "./publish.ts";

export type Saying = {
  readonly what: "own-words-said" | "software-added";
  readonly speaker: Speaker;
  readonly id: string;
  readonly slug: string;
  readonly words: OwnWords;
  readonly reason: string;
  readonly before: OwnWordsRow | undefined;
  readonly adds: boolean;
  readonly at: Date;
};

/**
 * Says these words for an authority, and makes the software anew from them. What they have in common with another software is a doubt
 * for a person to settle: two that are there are never joined by it. In the transaction of whoever holds the catalogue's lock, which
 * ends as the authority's own. Gives the software that it may be the same as.
 */
export async function sayWords(trx: OwnerTransaction, agent: Agent, saying: Saying): Promise<readonly string[]> {
  const { what, speaker, id, slug, words, reason, before, adds, at } = saying;
  const since = sinceOf(words, before, at);
  const record = statedRecord(words, { id, slug, since, reason });
  const identities = identitiesOf(record);
  const doubts = await doubtsAbout(trx, slug, identities, { sourceId: speaker.sourceId, key: id });
  await ensureSpeaker(trx, speaker, at);
  await putStatements(trx, speaker.sourceId, [{ key: id, slug, record, fingerprint: fingerprintOf(record), identities }], at);
  const product = before?.words.endoflife ?? null;
  if (product !== null && product !== words.endoflife) await forgetProduct(trx, slug, product);
  await refreshWords(trx, await publish(trx, [slug], { at }));
  await queuePairs(
    trx,
    doubts.map((doubt) => ({ slug, other: doubt.slug, reason: doubt.reason })),
    at,
  );
  const own = await becomeAuthority(trx, agent.authorityId);
  const version = (before?.version ?? 0) + 1;
  await putOwnWords(own, agent.authorityId, { id, slug, words, since, reason, adds, version, by: agent.id, at });
  await journal(own, {
    what,
    subject: { type: "own-words", id },
    content: { slug, fields: fieldsOf(words), words: { ...words }, reason, version },
    by: { id: agent.id, role: roleFor(agent, "correct-catalogue") },
    at,
  });
  return doubts.map((doubt) => doubt.slug);
}

type Stated = { readonly id: string; readonly slug: string; readonly since: StatedRecord["since"]; readonly reason: string };

export function statedRecord(words: OwnWords, { id, slug, since = {}, reason }: Stated): StatedRecord {
  const freedom = freedomOf({ licences: words.licence === null ? [] : [words.licence], saidNotFree: false });
  return recordOfWords(words, { key: id, slug, freedom, since, reason });
}

/** Other software that these identities speak of, by what anybody but this record claims. */
export async function doubtsAbout(
  trx: Database,
  slug: string,
  identities: readonly Identity[],
  mine: { readonly sourceId: string; readonly key: string },
): Promise<readonly Doubt[]> {
  const claims = await softwareOfIdentities(trx, identities);
  const known: Known[] = claims.filter(({ sourceId, key }) => sourceId !== mine.sourceId || key !== mine.key);
  const resolution = resolve(identities, known, new Set());
  const first: readonly Doubt[] = resolution.slug === undefined ? [] : [{ slug: resolution.slug, reason: "evidence-of-both" }];
  return [...first, ...resolution.doubts].filter((doubt) => doubt.slug !== slug);
}
