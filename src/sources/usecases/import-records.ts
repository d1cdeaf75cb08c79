import { refreshWords } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { lockCatalogue } from "../db/owner-transaction.ts";
import { queuePairs } from "../db/pairs.ts";
import {
  confirmStatements,
  type KnownStatement,
  MOST_CLAIMANTS,
  type NewStatement,
  putStatements,
  softwareOfIdentities,
  statementsByKey,
  takenSlugs,
} from "../db/statements.ts";
import type { Identity } from "../domain/identities.ts";
import { type Doubt, identityKey, type Known, type Resolution, resolve } from "../domain/resolve.ts";
import { freeSlug, slugOf } from "../domain/slugs.ts";
import type { ReportLine, StatedRecord } from "../domain/statement.ts";
import type { Prepared } from "./import-reading.ts";
import { publish } from "./publish.ts";
import { tieSoftware } from "./tie-software.ts";

export type ImportContext = {
  readonly source: { readonly id: string };
  /** Identities that several records of the source claim. */
  readonly shared: ReadonlySet<string>;
  /** By key. */
  readonly warnings: ReadonlyMap<string, string>;
  readonly at: Date;
  /** What is imported is found at once by searches; false where all words are derived anew afterwards. */
  readonly refreshesWords: boolean;
};

/** Imports some records in the caller's transaction: which software each speaks of, what is new in it, and the software made anew. */
export async function importRecords(trx: Database, context: ImportContext, part: readonly Prepared[]): Promise<readonly ReportLine[]> {
  const { source, at } = context;
  await lockCatalogue(trx);
  const ground = await groundOf(trx, source.id, part);
  const { lines, statements, doubts, newlySaidOf } = told(context, ground, part);
  await putStatements(trx, source.id, statements, at);
  const same = part.filter((each) => isUnchanged(ground, each)).map(({ record }) => record.key);
  await confirmStatements(trx, source.id, same, at);
  const slugs = statements.map(({ slug }) => slug);
  const made = await publish(trx, slugs, { at, otherSources: newlySaidOf });
  await tieSoftware(trx, made);
  if (context.refreshesWords) await refreshWords(trx, made);
  await queuePairs(trx, doubts, at);
  return lines;
}

/** What the catalogue holds when records come in. `known` and `taken` grow with each of them: the next ones are judged in their light. */
type Ground = {
  /** What the source said last, by key. */
  readonly before: ReadonlyMap<string, KnownStatement>;
  /** The software that claim an identity of these records. */
  readonly known: Map<string, Known[]>;
  readonly taken: Map<string, "orphan" | "spoken-of">;
};

async function groundOf(trx: Database, sourceId: string, part: readonly Prepared[]): Promise<Ground> {
  const keys = part.map(({ record }) => record.key);
  const before = new Map((await statementsByKey(trx, sourceId, keys)).map((each) => [each.key, each]));
  const news = part.filter((each) => !isUnchanged({ before }, each));
  const newKeys = new Set(news.map(({ record }) => record.key));
  const identities = news.flatMap((each) => each.identities);
  // What these records claimed before is about to be replaced by what they claim now.
  const claims = (await softwareOfIdentities(trx, identities)).filter((claim) => claim.sourceId !== sourceId || !newKeys.has(claim.key));
  const bases = news.map(({ record }) => slugOf(record.slug ?? record.name));
  return { before, known: Map.groupBy(claims, identityKey), taken: new Map(await takenSlugs(trx, bases)) };
}

function isUnchanged({ before }: Pick<Ground, "before">, { record, fingerprint }: Prepared): boolean {
  return before.get(record.key)?.fingerprint === fingerprint;
}

type Told = {
  readonly lines: readonly ReportLine[];
  readonly statements: readonly NewStatement[];
  readonly doubts: readonly { readonly slug: string; readonly other: string; readonly reason: Doubt["reason"] }[];
  /** Software of which the source says something for the first time, and nothing that it said before. */
  readonly newlySaidOf: ReadonlySet<string>;
};

/** What these records say, one after the other: the address of each software, and a line of the report. */
function told({ shared, warnings }: ImportContext, ground: Ground, part: readonly Prepared[]): Told {
  const [newlySaidOf, saidAgainOf] = [new Set<string>(), new Set<string>()];
  const statements: NewStatement[] = [];
  const doubts: Told["doubts"][number][] = [];
  const lines = part.map((prepared): ReportLine => {
    const { record, fingerprint, identities } = prepared;
    const { key, name } = record;
    const said = ground.before.get(key);
    if (said !== undefined && isUnchanged(ground, prepared)) return { outcome: "unchanged", key, name, slug: said.slug, detail: null };
    const met = identities.flatMap((identity) => ground.known.get(identityKey(identity)) ?? []);
    const resolution = resolve(identities, met, shared);
    const slug = said?.slug ?? resolution.slug ?? addressOf(record, ground.taken);
    ground.taken.set(slug, "spoken-of");
    claim(ground.known, slug, identities);
    (said === undefined ? newlySaidOf : saidAgainOf).add(slug);
    for (const doubt of doubtsOf(slug, resolution)) doubts.push({ slug, other: doubt.slug, reason: doubt.reason });
    statements.push({ key, slug, record, fingerprint, identities });
    const outcome = said !== undefined ? "updated" : resolution.slug === undefined ? "created" : "joined";
    return { outcome, key, name, slug, detail: detailOf(said === undefined ? resolution : undefined, warnings.get(key)) };
  });
  return { lines, statements, doubts, newlySaidOf: new Set([...newlySaidOf].filter((slug) => !saidAgainOf.has(slug))) };
}

/** From now on this software has these identities too. */
function claim(known: Ground["known"], slug: string, identities: readonly Identity[]): void {
  for (const { kind, value } of identities) {
    const identity = { kind, value, slug };
    const claimants = known.get(identityKey(identity));
    if (claimants === undefined) known.set(identityKey(identity), [identity]);
    else if (claimants.length < MOST_CLAIMANTS) claimants.push(identity);
  }
}

/** Our own files say the address of what they speak of, and take up again what nobody speaks of any more. */
function addressOf(record: StatedRecord, taken: ReadonlyMap<string, "orphan" | "spoken-of">): string {
  if (record.slug !== undefined && taken.get(record.slug) === "orphan") return record.slug;
  return freeSlug(record.slug ?? record.name, (slug) => taken.has(slug));
}

/** A software known under another address than that which the evidence names is a doubt too. */
function doubtsOf(slug: string, resolution: Resolution): readonly Doubt[] {
  const moved =
    resolution.slug !== undefined && resolution.slug !== slug ? [{ slug: resolution.slug, reason: "evidence-of-both" } as const] : [];
  return [...resolution.doubts, ...moved].filter((doubt) => doubt.slug !== slug);
}

function detailOf(resolution: Resolution | undefined, warnings: string | undefined): string | null {
  const by = resolution?.by;
  const parts = [by === undefined ? undefined : `${by.kind} ${by.value}`, warnings].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(" | ");
}
