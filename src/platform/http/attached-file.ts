import type { AppContext } from "./context.ts";

export type AttachedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** A file that somebody sent: never shown in our own pages' origin, downloaded under the name it was given. */
export function sendAttached(c: AppContext, { name, mediaType, bytes }: AttachedFile): Response {
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `attachment; filename*=UTF-8''${encoded(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
}

/** RFC 8187: what encodeURIComponent leaves, and a header may not hold, is escaped too. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
