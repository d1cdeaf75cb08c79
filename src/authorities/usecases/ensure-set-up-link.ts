import type { Deps } from "#src/platform/deps.ts";
import { someAuthorityExists } from "../db/authorities.ts";
import { replaceSetUpLink } from "../db/set-up-links.ts";
import { newSecretToken } from "./secret-token.ts";

/** The one-time address where the first administrator sets Beffroi up; undefined once there is an authority. Each call voids the last. */
export async function ensureSetUpLink({ db, now, config }: Pick<Deps, "db" | "now" | "config">): Promise<string | undefined> {
  if (await someAuthorityExists(db)) return undefined;
  const { token, hash } = newSecretToken();
  await replaceSetUpLink(db, hash, now());
  return `${config.publicUrl}/mise-en-route/${token}`;
}
