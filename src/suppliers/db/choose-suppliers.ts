import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { foldedText } from "#src/platform/db/folded-text.ts";
import { tidied } from "./columns.ts";

export type ChoosableSupplier = {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly place: string | null;
};
export type ChooseSuppliers = { readonly search: string; readonly limit: number };

const LONGEST = 100;

/** Suppliers to choose from, by part of their name, or by their SIREN: those whose name begins so first. Takes any text. */
export async function chooseSuppliers(reader: Database, { search, limit }: ChooseSuppliers): Promise<readonly ChoosableSupplier[]> {
  const typed = tidied(search, LONGEST);
  const part = typed.replace(/[\\%_]/g, "\\$&");
  const { rows } = await sql<ChoosableSupplier>`
    select id, name, siren, place from supplier
     where withdrawn_at is null and (name_key like ${foldedText(`%${part}%`)} or siren = ${typed.replace(/\s/g, "")})
     order by name_key like ${foldedText(`${part}%`)} desc, name_key, id limit ${limit}`.execute(reader);
  return rows;
}

/** The suppliers that bear this whole name, whatever its capitals and accents: one where there is no doubt. Takes any text. */
export async function matchSuppliers(reader: Database, name: string): Promise<readonly ChoosableSupplier[]> {
  const { rows } = await sql<ChoosableSupplier>`
    select id, name, siren, place from supplier where withdrawn_at is null and name_key = folded(${tidied(name, LONGEST)}) order by id limit 10`.execute(
    reader,
  );
  return rows;
}
