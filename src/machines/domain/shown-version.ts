/** A version as people read it: without the epoch that Debian and rpm put before it (« 4:24.2.7 »). */
export function shownVersion(version: string): string {
  return version.replace(/^\d{1,3}:/, "");
}
