import { sql } from "kysely";
import { refreshWords } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { queuePairs } from "../db/pairs.ts";
import {
  confirmStatements,
  MOST_CLAIMANTS,
  type NewStatement,
  putStatements,
  softwareOfIdentities,
  statementsByKey,
  takenSlugs,
} from "../db/statements.ts";
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
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(trx);
  const before = new Map(
    (
      await statementsByKey(
        trx,
        source.id,
        part.map(({ record }) => record.key),
      )
    ).map((each) => [each.key, each]),
  );
  const told = part.filter(({ record, fingerprint }) => before.get(record.key)?.fingerprint !== fingerprint);
  const claims = await softwareOfIdentities(
    trx,
    told.flatMap(({ identities }) => identities),
  );
  const toldKeys = new Set(told.map(({ record }) => record.key));
  // What these records claimed before is about to be replaced by what they claim now.
  const known: Known[] = claims.filter(({ sourceId, key }) => sourceId !== source.id || !toldKeys.has(key));
  const taken = new Map(
    await takenSlugs(
      trx,
      told.map(({ record }) => slugOf(record.slug ?? record.name)),
    ),
  );
  const [newlySaidOf, saidAgainOf] = [new Set<string>(), new Set<string>()];
  const statements: NewStatement[] = [];
  const doubts: { slug: string; other: string; reason: Doubt["reason"] }[] = [];
  const lines: ReportLine[] = [];
  const knownByKey: Map<string, Known[]> = Map.groupBy(known, identityKey);
  for (const { record, fingerprint, identities } of part) {
    const { key, name } = record;
    const said = before.get(key);
    if (said?.fingerprint === fingerprint) {
      lines.push({ outcome: "unchanged", key, name, slug: said.slug, detail: null });
      continue;
    }
    const met = identities.flatMap((identity) => knownByKey.get(identityKey(identity)) ?? []);
    const resolution = resolve(identities, met, context.shared);
    const slug = said?.slug ?? resolution.slug ?? addressOf(record, taken);
    taken.set(slug, "spoken-of");
    (said === undefined ? newlySaidOf : saidAgainOf).add(slug);
    for (const doubt of doubtsOf(slug, resolution)) doubts.push({ slug, other: doubt.slug, reason: doubt.reason });
    for (const { kind, value } of identities) {
      const identity = { kind, value, slug };
      const claimants = knownByKey.get(identityKey(identity));
      if (claimants === undefined) knownByKey.set(identityKey(identity), [identity]);
      else if (claimants.length < MOST_CLAIMANTS) claimants.push(identity);
    }
    statements.push({ key, slug, record, fingerprint, identities });
    lines.push({
      outcome: said !== undefined ? "updated" : resolution.slug === undefined ? "created" : "joined",
      key,
      name,
      slug,
      detail: detailOf(said === undefined ? resolution : undefined, context.warnings.get(key)),
    });
  }
  await putStatements(trx, source.id, statements, at);
  await confirmStatements(
    trx,
    source.id,
    part.filter(({ record }) => !toldKeys.has(record.key)).map(({ record }) => record.key),
    at,
  );
  const made = await publish(
    trx,
    statements.map(({ slug }) => slug),
    { at, otherSources: new Set([...newlySaidOf].filter((slug) => !saidAgainOf.has(slug))) },
  );
  await tieSoftware(trx, made);
  if (context.refreshesWords) await refreshWords(trx, made);
  await queuePairs(trx, doubts, at);
  return lines;
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
