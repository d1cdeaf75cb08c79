import type { Deps } from "#src/platform/deps.ts";
import { findOfficialAuthority, searchOfficialAuthorities } from "../db/official-authorities.ts";
import { plainText } from "../domain/authority.ts";
import { OFFICIAL_KINDS, type OfficialAuthority } from "../domain/official-authority.ts";
import { loadOfficialAuthorities } from "./load-official-authorities.ts";

const MOST_SHOWN = 20;
const LONGEST_QUERY = 80;

/** Official authorities whose name, postal code or INSEE code resembles what is typed; none under two characters. */
export async function searchOfficial({ db }: Pick<Deps, "db">, typed: string): Promise<readonly OfficialAuthority[]> {
  const query = plainText(typed.slice(0, LONGEST_QUERY));
  if (query.length < 2) return [];
  await loadOfficialAuthorities(db);
  return searchOfficialAuthorities(db, query, MOST_SHOWN);
}

/** What a choice « commune:38151 » names. */
export async function officialOf({ db }: Pick<Deps, "db">, choice: string): Promise<OfficialAuthority | undefined> {
  const [given, code, ...rest] = choice.split(":");
  const kind = OFFICIAL_KINDS.find((each) => each === given);
  if (kind === undefined || code === undefined || rest.length > 0 || !/^[0-9A-Z]{2,9}$/.test(code)) return undefined;
  await loadOfficialAuthorities(db);
  return findOfficialAuthority(db, kind, code);
}
