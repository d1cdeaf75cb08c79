import type { AppContext } from "#src/platform/http/context.ts";

/** The secret of the link that was followed. */
export function tokenOf(c: AppContext): string {
  return c.req.param("token") ?? "";
}

/** A page whose address or content lets somebody in is kept by no cache. */
export function keepSecret(c: AppContext): void {
  c.header("cache-control", "no-store");
}
