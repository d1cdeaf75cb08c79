import { createHash } from "node:crypto";
import { judgeLicence } from "#src/catalogue/public.ts";
import type { SourceRecord } from "../domain/source-record.ts";
import type { ReadFreedom, StatedRecord } from "../domain/statement.ts";

/**
 * Free or not, from the licences of a record. Several licences without a word between them are taken together: a software is free
 * when all of them are. What is not SPDX as written is a guess, and said so.
 */
export function freedomOf({ licences, saidNotFree }: Pick<SourceRecord, "licences" | "saidNotFree">): ReadFreedom {
  const said = licences.length === 0 ? null : licences.join(", ");
  const judgement = judgeLicence(licences.length === 1 ? (licences[0] ?? "") : licences.map((each) => `(${each})`).join(" AND "));
  const spdx = judgement.spdx ?? null;
  const free = saidNotFree || judgement.verdict === "not-free" ? false : judgement.verdict === "free" ? true : null;
  return { spdx, said, guess: spdx !== null && spdx !== said, free };
}

export function judged(record: SourceRecord): StatedRecord {
  return { ...record, freedom: freedomOf(record) };
}

/** The same for the same content, whatever the run. */
export function fingerprintOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}
