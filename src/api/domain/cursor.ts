/** Where a list goes on: after a software or a supplier, or at a place among the results of one search. */
export type Cursor =
  | { readonly kind: "after"; readonly key: string }
  | { readonly kind: "at"; readonly offset: number; readonly asked: string };

const WRITTEN = /^(?:a\.([a-z0-9][a-z0-9-]{0,79})|f\.(\d{1,6})\.([a-z0-9]{1,10}))$/;
/** No cursor that we write is as long. */
const LONGEST = 200;

/** Opaque on purpose: whoever calls hands it back as it is, and we may write it otherwise one day. */
export function writeCursor(cursor: Cursor): string {
  const text = cursor.kind === "after" ? `a.${cursor.key}` : `f.${cursor.offset}.${cursor.asked}`;
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Undefined for what we never wrote. */
export function readCursor(text: string): Cursor | undefined {
  if (text.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const [whole, key, offset, asked] = WRITTEN.exec(atob(text.replaceAll("-", "+").replaceAll("_", "/"))) ?? [];
  if (whole === undefined) return undefined;
  if (key !== undefined) return { kind: "after", key };
  return offset === undefined || asked === undefined ? undefined : { kind: "at", offset: Number(offset), asked };
}

/** Short, to tell one search from another: two may meet by chance, and then a page is shown from another place, nothing worse (FNV-1a). */
export function fingerprintOf(...parts: readonly (string | undefined)[]): string {
  let hash = 0x811c9dc5;
  for (const unit of parts.map((part) => part ?? "\u0001").join("\u0000")) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
