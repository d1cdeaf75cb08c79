import type { Json } from "#src/kernel/canonical-json.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { formatDate, formatList } from "#src/platform/ui/format.ts";
import type { WaysOut } from "../db/replacements.ts";
import type { Event } from "../domain/event.ts";
import type { Impact } from "../domain/impact.ts";
import { whatIfTexts } from "./what-if-texts.ts";
import { hitInWords, namesOf, whenInWords } from "./what-if-words.ts";

/** The longest title, and the longest words, that the need form takes. */
const LONGEST_TITLE = 120;
const LONGEST_NEED = 3_500;
const MOST_NAMES = 12;

export type DraftParts = {
  readonly event: Event;
  readonly about: string;
  readonly impact: Impact;
  readonly ways: readonly WaysOut[];
  readonly address: string;
  readonly departmentId: DepartmentId | null;
  readonly language: Language;
};

/** The need form as it is prefilled from a simulation: its fields bear the names of that form. */
export function draftOf({ event, about, impact, ways, address, departmentId, language }: DraftParts): { readonly [field: string]: Json } {
  const t = whatIfTexts(language).request;
  const when = whenInWords(event, about, language);
  const names = impact.hits.slice(0, MOST_NAMES).map(({ node }) => node.name);
  const lines = [
    ...(names.length === 0 ? [] : [t.hitLine(formatList(names, language))]),
    ...impact.contracts.flatMap(({ title, noticeBy }) => (noticeBy === null ? [] : [t.noticeLine(title, formatDate(noticeBy, language))])),
    ...ways.flatMap(({ name, replacements }) =>
      replacements.length === 0 ? [] : [t.replacementLine(name, namesOf(replacements, language))],
    ),
  ];
  const room = LONGEST_NEED - address.length;
  return {
    titre: [t.needTitle(when).slice(0, LONGEST_TITLE).toWellFormed()],
    besoin: [t.words(hitInWords(impact, when, language), kept(lines, room), address)],
    ...(departmentId !== null && { service: [departmentId] }),
    agents: [""],
  };
}

/** The first lines, as long as there is room for them: in characters. */
function kept(lines: readonly string[], room: number): readonly string[] {
  let left = room - 400;
  return lines.filter((line) => {
    left -= line.length + 1;
    return left >= 0;
  });
}
