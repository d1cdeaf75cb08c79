import type { Language } from "#src/kernel/language.ts";
import type { Obstacle } from "../domain/candidates.ts";
import type { EntryContent } from "../domain/entries.ts";
import type { Evidence } from "../domain/evidence.ts";
import { gateNumber } from "../domain/gates.ts";
import { en as enSentences } from "./sentences.en.ts";
import { fr as frSentences, type RequestSentences, type Sentences } from "./sentences.fr.ts";
import { en } from "./words.en.ts";
import { fr, type RequestWords } from "./words.fr.ts";

export type { RequestWords } from "./words.fr.ts";

/** A gate's names, what it asks, and what is said once it is left without a solution. */
export type GateWords = { readonly short: string; readonly long: string; readonly seeks: string; readonly ruledOut: string };

const WORDS: Readonly<Record<Language, RequestWords>> = { fr, en };

/** The words of the procedure in the reader's language: one word for one thing, in forms, stories and records. */
export function requestWords(language: Language): RequestWords {
  return WORDS[language];
}

/** A role as a record stores it; a word unknown to us is shown as it is. */
export function roleName(words: RequestWords, role: string): string {
  return (words.roles as Readonly<Record<string, string>>)[role] ?? role;
}

/** Title of an entry in the story of its request. */
export function entryTitle(words: RequestWords, content: EntryContent): string {
  const title = plainTitle(words, content);
  return "replaces" in content && content.replaces !== undefined ? words.corrected(title) : title;
}

function plainTitle(words: RequestWords, content: EntryContent): string {
  if (content.kind === "gate-concluded") {
    const gate = gateNumber(content.gate);
    return content.verdict.kind === "retained" ? words.gateRetained(gate) : words.gateRuledOut(gate);
  }
  if (content.kind === "waiver-answered") return content.granted ? words.waiver.granted : words.waiver.denied;
  return words.entries[content.kind];
}

const SENTENCES: Readonly<Record<Language, RequestSentences>> = { fr: frSentences, en: enSentences };

/** « Une recherche est faite »: a piece of evidence, said the same way whether it is there or missing. */
export function evidenceSentence(language: Language, evidence: Evidence): string {
  return say(SENTENCES[language].evidence, evidence);
}

/** What stands between a candidate and being retained. */
export function obstacleSentence(language: Language, obstacle: Obstacle): string {
  return say(SENTENCES[language].obstacles, obstacle);
}

function say<Fact extends { readonly kind: string }>(sentences: Sentences<Fact>, fact: Fact): string {
  const sentence = sentences[fact.kind as Fact["kind"]] as (fact: Fact) => string;
  return sentence(fact);
}
