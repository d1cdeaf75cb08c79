import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "#src/kernel/canonical-json.ts";

/** What one link of an authority's journal binds together. The hash of each covers the hash of the one before it. */
export type Link = {
  readonly authorityId: string;
  readonly sequence: number;
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly role: string | null;
  readonly what: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly previousHash: string;
};

/** The hash "before the first entry" of every journal. */
export const GENESIS = "0".repeat(64);

export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

export function contentHashOf(content: Json): string {
  return sha256(canonicalJson(content));
}

/** SHA-256, in hexadecimal, of the link's fields in canonical JSON. */
export function hashOf(link: Link): string {
  return sha256(canonicalJson({ ...link, at: link.at.toISOString() }));
}
