import { judgeLicence } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { namedSoftware } from "../db/named-software.ts";
import { mayBeProduct, unknownCategories } from "../db/speak.ts";
import { LONGEST, linesOf } from "../domain/facts.ts";
import { mergeStatements } from "../domain/merge.ts";
import { fieldsOf, type OwnWords } from "../domain/own-words.ts";
import type { Denied, Statement } from "../domain/statement.ts";
import type { LISTS } from "../domain/trust.ts";
import { checkedWords, MOST_LINES, reasonIssues, type TypedWords, type WordIssue } from "../domain/word-check.ts";

export type Checking = {
  readonly typed: TypedWords;
  readonly reason: string;
  /** The software spoken of; undefined for one that is added. */
  readonly slug: string | undefined;
  /** What others say of it. */
  readonly others: readonly Statement[];
};

/** What was typed as an authority's words, and all that is wrong in it, field by field. */
export async function checkWords(
  reader: Database,
  { typed, reason, slug, others }: Checking,
): Promise<{ readonly words: OwnWords; readonly issues: readonly WordIssue[] }> {
  const { words, issues } = checkedWords(typed);
  const found: WordIssue[] = [...issues];
  const { licence, categories, endoflife } = words;
  if (licence !== null && !typed.keepsLicence && !issues.some(({ field }) => field === "licence") && isUnread(licence))
    found.push({ field: "licence", code: "unread-licence", about: licence });
  if (categories.length > MOST_LINES.categories) found.push({ field: "categories", code: "too-many" });
  else if ((await unknownCategories(reader, categories)).length > 0) found.push({ field: "categories", code: "unknown-category" });
  if (endoflife !== null && !issues.some(({ field }) => field === "endoflife") && !(await mayBeProduct(reader, endoflife)))
    found.push({ field: "endoflife", code: "unknown-product", about: endoflife });
  const replaced = await replacedBy(reader, typed.replaces, slug);
  const whole: OwnWords = { ...words, replaces: replaced.slugs, denied: deniedOf(typed.denied, slug ?? "", others) };
  found.push(...replaced.issues, ...reasonIssues(reason));
  if (whole.name === null && others.every(({ record }) => record.name === "")) found.push({ field: "name", code: "name-needed" });
  else if (fieldsOf(whole).length === 0 && found.length === 0) found.push({ field: "", code: "nothing-said" });
  return { words: whole, issues: found };
}

function isUnread(licence: string): boolean {
  const judgement = judgeLicence(licence);
  return judgement.verdict === "unknown" && judgement.reason === "not-spdx";
}

async function replacedBy(
  reader: Database,
  typed: string,
  self: string | undefined,
): Promise<{ readonly slugs: readonly string[]; readonly issues: readonly WordIssue[] }> {
  const { lines, problems } = linesOf(typed.split("\n"), LONGEST.term, MOST_LINES.replaces);
  const named = await namedSoftware(reader, lines);
  const issues: WordIssue[] = problems.map((code) => ({ field: "replaces", code }));
  const slugs: string[] = [];
  for (const line of lines) {
    const software = named.get(line);
    if (software === undefined) issues.push({ field: "replaces", code: "unknown-software", about: line });
    else if (software.slug === self) issues.push({ field: "replaces", code: "replaces-itself", about: software.name });
    else if (software.free !== false) issues.push({ field: "replaces", code: "free-software", about: software.name });
    else slugs.push(software.slug);
  }
  return { slugs: [...new Set(slugs)], issues };
}

/** Only what others say can be taken away. */
function deniedOf(asked: Denied, slug: string, others: readonly Statement[]): Denied {
  const said = mergeStatements(slug, others);
  const of = (field: (typeof LISTS)[number]): readonly string[] => {
    return said?.[field].filter((each) => asked[field].includes(each)) ?? [];
  };
  return { aliases: of("aliases"), terms: of("terms"), replaces: of("replaces") };
}
