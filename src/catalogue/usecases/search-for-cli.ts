import type { Database } from "#src/platform/db/database.ts";
import { searchSoftware } from "../db/search-software.ts";
import { whyInWords } from "../texts.ts";

export type CliResult = {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null: not known. */
  readonly free: boolean | null;
  readonly licence: string | null;
  readonly score: number;
  /** In French, the strongest first. */
  readonly why: readonly string[];
};

/** `npx beffroi catalogue search`: runs as the tables' owner, for no authority. */
export async function searchForCli(db: Database, text: string, limit: number): Promise<readonly CliResult[]> {
  const { results } = await searchSoftware(db, { text, limit });
  return results.map(({ name, aliases, free, licence, score, why }) => ({
    name,
    aliases,
    free,
    licence,
    score,
    why: why.map((reason) => whyInWords(reason, "fr")),
  }));
}
