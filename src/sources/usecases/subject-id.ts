import { createHash } from "node:crypto";

/** What has an address in place of an identifier, as the journal names subjects: the same address, the same UUID. */
export function subjectIdOf(address: string): string {
  const hex = createHash("sha256").update(address).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
