import { signOut } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { passCookies } from "#src/platform/http/caller.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { callerFrom } from "../caller.ts";

/** Whoever was signed in on this browser no longer is; the new session is another one, never the old one promoted. */
export async function openSession(c: AppContext, deps: Deps, cookies: readonly string[]): Promise<void> {
  if (c.get("visitor").kind !== "signed-out") await signOut(deps.auth, callerFrom(c, deps));
  passCookies(c, cookies);
}
