import type { Software } from "#src/catalogue/public.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { ownWordsOf, speakerOf } from "../db/own-words.ts";
import { statementsOf } from "../db/statements.ts";
import { mergeStatements } from "../domain/merge.ts";
import { fieldsOf, type OwnField } from "../domain/own-words.ts";
import { softwareOf } from "./publish.ts";

/** A software as the reader's authority says it, on top of all that others say. */
export type OwnVersion = {
  readonly software: Software;
  readonly by: string;
  readonly fields: readonly OwnField[];
  readonly reason: string;
};

/** Undefined where the authority says nothing of it: what stands for all stands for it. */
export async function ownVersionOf(reader: AuthorityReader, software: Software): Promise<OwnVersion | undefined> {
  const said = await ownWordsOf(reader, reader.authorityId, software.slug);
  if (said === undefined || said.withdrawnAt !== null) return undefined;
  const { name, sourceId } = await speakerOf(reader, reader.authorityId);
  const merged = mergeStatements(software.slug, await statementsOf(reader, [software.slug]), sourceId);
  if (merged === undefined) return undefined;
  // The product may come from what endoflife.date itself says of the software, which no statement tells.
  const own = { ...softwareOf(merged), endoflife: merged.endoflife ?? software.endoflife };
  return { software: own, by: name, fields: fieldsOf(said.words), reason: said.reason };
}
