import type { Database } from "#src/platform/db/database.ts";
import type { NamedSoftware } from "../domain/software.ts";

/** Software whose name, or another name, begins with what is typed (or is like it): for a field where one chooses a software. */
export function softwareNames(_reader: Database, _typed: string, _limit = 10): Promise<readonly NamedSoftware[]> {
  throw new Error("being written");
}
