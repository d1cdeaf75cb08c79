import { sql } from "kysely";
import type { InstallationId } from "#src/kernel/ids.ts";
import { foldedText } from "#src/platform/db/folded-text.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { InstallationState } from "../domain/state.ts";

export type Choosable = { readonly id: InstallationId; readonly name: string; readonly state: InstallationState };
export type ChooseQuery = { readonly search: string; readonly limit: number };

/** Installations to choose from, by part of their name: those whose name begins so first. Retired ones are left out. */
export async function chooseInstallations(reader: AuthorityTransaction, { search, limit }: ChooseQuery): Promise<readonly Choosable[]> {
  const part = search
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, "\\$&");
  const { rows } = await sql<Choosable>`
    select i.id, i.name, i.state from installation i
     where i.authority_id = ${reader.authorityId} and i.state <> 'retired' and i.name_key like ${foldedText(`%${part}%`)}
     order by i.name_key like ${foldedText(`${part}%`)} desc, i.name_key, i.id limit ${limit}`.execute(reader);
  return rows;
}
