import type { Database } from "#src/platform/db/database.ts";

export type CliResult = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly free: boolean;
  readonly licence: string | null;
  readonly score: number;
  readonly why: readonly string[];
};

/** `npx beffroi catalogue search`: runs as the tables' owner, for no authority. */
export function searchForCli(_db: Database, _text: string, _limit: number): Promise<readonly CliResult[]> {
  throw new Error("being written");
}
