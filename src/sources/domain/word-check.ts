import { addressOf, hasInvisible, LONGEST, lineOf, linesOf, wikidataOf } from "./facts.ts";
import { foldedName } from "./identities.ts";
import type { OwnField, OwnWords } from "./own-words.ts";
import type { Denied } from "./statement.ts";

/** What somebody typed. Lists are lines; a software that this one replaces is named as people name it. */
export type TypedWords = Readonly<Record<Exclude<OwnField, "categories">, string>> & {
  readonly categories: readonly string[];
  readonly denied: Denied;
  /** The words of the licence stay as they are, were they those of no licence that is known. */
  readonly keepsLicence: boolean;
};

export type WordIssue = { readonly field: OwnField | "reason" | ""; readonly code: IssueCode; readonly about?: string };
export type IssueCode =
  | "nothing-said"
  | "name-needed"
  | "invisible-characters"
  | "markup"
  | "too-long"
  | "too-many"
  | "no-letter"
  | "address"
  | "wikidata"
  | "endoflife"
  | "unknown-product"
  | "unknown-category"
  | "no-licence"
  | "unread-licence"
  | "unknown-software"
  | "free-software"
  | "replaces-itself";

export const MOST_LINES = { aliases: 20, terms: 20, replaces: 20, categories: 4 } as const;

/** A tag: what is written here is text, and goes to others' catalogues. */
const MARKUP = /<[/!?]?[a-z]/i;
/** Words that say a price, or nothing: they are those of no licence. */
const NO_LICENCE =
  /^(?:gratuit(?:e|iel)?|free(?:ware)?|shareware|(?:logiciel)?libre|(?:logiciel)?opensource|foss|floss|inconnue?|unknown|aucune?|none|na|oui|non)$/;
const PRODUCT = /^[a-z0-9][a-z0-9.+_-]*$/;

export type Checked = { readonly words: Omit<OwnWords, "replaces">; readonly issues: readonly WordIssue[] };

/** What was typed, as words; and what is wrong in it, that can be said without asking anybody. */
export function checkedWords(typed: TypedWords): Checked {
  const issues: WordIssue[] = [];
  const refuse = (field: OwnField, code: IssueCode, about?: string): void => {
    issues.push(about === undefined ? { field, code } : { field, code, about });
  };
  const line = (field: Exclude<OwnField, "categories">): string | null => {
    const text = typed[field];
    if (hasInvisible(text)) refuse(field, "invisible-characters");
    else if (MARKUP.test(text)) refuse(field, "markup");
    return lineOf(text);
  };
  const address = (field: "website" | "repository"): string | null => {
    const { url, problem } = addressOf(typed[field]);
    if (problem !== null) refuse(field, problem === "too-long" ? "too-long" : "address");
    return url;
  };
  const lines = (field: "aliases" | "terms"): readonly string[] => {
    line(field);
    const { lines: kept, problems } = linesOf(typed[field].split("\n"), LONGEST.term, MOST_LINES[field]);
    for (const problem of problems) refuse(field, problem);
    return kept;
  };
  const name = line("name");
  if (name !== null && foldedName(name) === "") refuse("name", "no-letter");
  const licence = line("licence");
  if (licence !== null && NO_LICENCE.test(foldedName(licence))) refuse("licence", "no-licence", licence);
  const wikidata = wikidataOf(typed.wikidata);
  if (wikidata === null && typed.wikidata !== "") refuse("wikidata", "wikidata");
  const endoflife = line("endoflife")?.replace(/^https?:\/\/endoflife\.date\/([^/?#]+).*$/, "$1") ?? null;
  if (endoflife !== null && !PRODUCT.test(endoflife)) refuse("endoflife", "endoflife");
  line("replaces");
  const words = {
    ...{ name, publisher: line("publisher"), licence, descriptionFr: line("descriptionFr"), descriptionEn: line("descriptionEn") },
    ...{ categories: [...new Set(typed.categories)], website: address("website"), repository: address("repository"), wikidata, endoflife },
    ...{ aliases: lines("aliases"), terms: lines("terms"), denied: typed.denied },
  };
  return { words, issues };
}

/** What is wrong with a reason: it is shown to all the authorities of the instance. */
export function reasonIssues(reason: string): readonly WordIssue[] {
  if (hasInvisible(reason)) return [{ field: "reason", code: "invisible-characters" }];
  return MARKUP.test(reason) ? [{ field: "reason", code: "markup" }] : [];
}
