import {
  addressOf,
  cutAtWord,
  type Fields,
  fieldOf,
  isFields,
  LONGEST,
  lineOf,
  linesOf,
  listOf,
  MOST_IN_LIST,
  sirenOf,
  type Warn,
} from "../facts.ts";
import type { Organisation } from "../source-record.ts";

/** Facts by the name of their field: what is left out is said. */

export function addressIn(fields: unknown, key: string, warn: Warn): string | null {
  const { url, problem } = addressOf(fieldOf(fields, key));
  if (problem !== null) warn(key, problem);
  return url;
}

export function linesIn(fields: unknown, key: string, warn: Warn, longest: number = LONGEST.term): readonly string[] {
  const { lines, problems } = linesOf(fieldOf(fields, key), longest);
  for (const problem of problems) warn(key, problem);
  return lines;
}

/** Description of at most 500 characters. */
export function proseIn(fields: unknown, key: string, warn: Warn): string | null {
  const line = lineOf(fieldOf(fields, key));
  if (line === null) return null;
  if (line.length > LONGEST.prose) warn(key, "cut");
  return cutAtWord(line, LONGEST.prose);
}

/** A short identifier, without white space. */
export function idIn(fields: unknown, key: string): string | null {
  const line = lineOf(fieldOf(fields, key));
  return line === null || line.length > LONGEST.id || line.includes(" ") ? null : line;
}

type OrganisationFields = (
  fields: Fields,
  warn: Warn,
) => { readonly name: unknown; readonly website: string | null; readonly page: string | null };

/** Organisations, each an object or a bare name; distinct by SIREN, else by name. */
export function organisationsIn(fields: unknown, key: string, warn: Warn, factsOf: OrganisationFields): readonly Organisation[] {
  const seen = new Map<string, Organisation>();
  for (const each of listOf(fieldOf(fields, key))) {
    const facts = isFields(each)
      ? factsOf(each, (field, problem) => warn(`${key}.${field}`, problem))
      : { name: each, website: null, page: null };
    const name = Array.isArray(facts.name) ? null : lineOf(facts.name);
    if (name === null || name.length > LONGEST.refusedName) {
      warn(key, name === null ? "no-name" : "too-long");
      continue;
    }
    const written = lineOf(fieldOf(each, "siren"));
    const siren = sirenOf(written);
    if (written !== null && siren === null) warn(`${key}.siren`, "not-a-siren");
    const same = siren ?? name.toLowerCase();
    if (!seen.has(same)) seen.set(same, { name, siren, website: facts.website, page: facts.page });
  }
  if (seen.size > MOST_IN_LIST) warn(key, "too-many");
  return [...seen.values()].slice(0, MOST_IN_LIST);
}
