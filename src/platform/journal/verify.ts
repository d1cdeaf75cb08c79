import { sql } from "kysely";
import type { Json } from "#src/kernel/canonical-json.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import { contentHashOf, GENESIS, hashOf, type Link, sha256 } from "./chain.ts";

export type Verification =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly sequence: number; readonly id: string; readonly reason: BreakReason };
export type BreakReason = "missing-entry" | "broken-chain" | "changed-entry" | "changed-content" | "missing-content" | "unjournaled-entry";

type Sealed = { readonly document: string | null; readonly publicDocument: string | null };
type Row = Link & Sealed & { readonly hash: string; readonly content: Json | null };

const BATCH = 2_000;

/** Reads an authority's whole journal in order, and names the first entry that is not as it was written. */
export function verifyJournal(db: Database, authorityId: AuthorityId): Promise<Verification> {
  return readAuthority(db, authorityId, async (trx) => {
    let head = GENESIS;
    let sequence = 0;
    for (;;) {
      const rows = await nextRows(trx, sequence);
      for (const row of rows) {
        const reason = breakOf(row, sequence, head);
        if (reason !== undefined) return { intact: false, sequence: sequence + 1, id: row.id, reason };
        head = row.hash;
        sequence = row.sequence;
      }
      if (rows.length < BATCH) break;
    }
    return (await firstUnjournaled(trx)) ?? { intact: true, entries: sequence, head };
  });
}

function breakOf(row: Row, sequence: number, head: string): BreakReason | undefined {
  const { hash, content, document, publicDocument, ...link } = row;
  if (row.sequence !== sequence + 1) return "missing-entry";
  if (row.previousHash !== head) return "broken-chain";
  if (hashOf(link) !== hash) return "changed-entry";
  if (row.subjectType === "request" && row.what !== "request-opened") {
    if (content === null) return "missing-content";
    if (contentHashOf(content) !== row.contentHash) return "changed-content";
    if (row.what === "decision-sealed") return sealBreakOf({ document, publicDocument }, content);
  }
  return undefined;
}

/** A record that was published is evidence as much as the whole one: neither may be missing, or say something else. */
function sealBreakOf({ document, publicDocument }: Sealed, content: Json): BreakReason | undefined {
  if (document === null || publicDocument === null) return "missing-content";
  const { recordHash, publicHash } = content as { readonly recordHash?: Json; readonly publicHash?: Json };
  return sha256(document) === recordHash && sha256(publicDocument) === publicHash ? undefined : "changed-content";
}

async function nextRows(trx: AuthorityReader, after: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select j.authority_id, j.sequence, j.id, j.at, j.person_id, j.role, j.what, j.subject_type, j.subject_id,
           j.content_hash, j.previous_hash, j.hash, e.content,
           case when j.what = 'decision-sealed' then r.document end as document,
           case when j.what = 'decision-sealed' then r.public_document end as public_document
      from journal_entry j
      left join request_entry e on e.authority_id = j.authority_id and e.id = j.id
      left join decision_record r on r.authority_id = j.authority_id and r.request_id = j.subject_id and j.what = 'decision-sealed'
     where j.authority_id = ${trx.authorityId} and j.sequence > ${after}
     order by j.sequence limit ${BATCH}`.execute(trx);
  return rows;
}

/** An entry of a request that the journal does not know was slipped in behind it. */
async function firstUnjournaled(trx: AuthorityReader): Promise<Verification | undefined> {
  const { rows } = await sql<{ id: string; sequence: number }>`
    select e.id, e.sequence from request_entry e
     where e.authority_id = ${trx.authorityId}
       and not exists (select from journal_entry j where j.authority_id = e.authority_id and j.id = e.id)
     order by e.at, e.sequence limit 1`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : { intact: false, sequence: row.sequence, id: row.id, reason: "unjournaled-entry" };
}
