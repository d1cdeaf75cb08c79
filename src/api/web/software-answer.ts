import {
  type FoundSoftware,
  judgeLicence,
  type LicenceJudgement,
  licenceInWords,
  type Software,
  whyInWords,
} from "#src/catalogue/public.ts";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import { API_PATH } from "./operations.ts";
import type { FoundSoftwareAnswer, SoftwareAnswer } from "./schemas.ts";
import { apiTexts } from "./texts.ts";

/** A software as the API says it: the same words in every language asked, so that one answer serves all. */
export function softwareAnswer(software: Software, publicUrl: string): SoftwareAnswer {
  const { slug, name, aliases, publisher, licence, licenceSaid, description, categories, terms, platforms } = software;
  const { website, repository, wikidata, endoflife, replaces, archived, provenance } = software;
  return {
    slug,
    self: `${publicUrl}${API_PATH}/software/${slug}`,
    name,
    aliases: [...aliases],
    publisher,
    freedom: freedomOf(software),
    licence,
    licenceSaid,
    description: { fr: description.fr || null, en: description.en || null },
    categories: [...categories],
    terms: [...terms],
    platforms: [...platforms],
    ...{ website, repository, wikidata, endoflife },
    replaces: [...replaces],
    archived,
    provenance: { ...provenance },
  };
}

/** With its place among the results of a search, and why it is there. */
export function foundAnswer(found: FoundSoftware, publicUrl: string): FoundSoftwareAnswer {
  const why = found.why.map((reason) => inBoth((language) => whyInWords(reason, language)));
  return { ...softwareAnswer(found, publicUrl), score: found.score, why };
}

/** Free or not, as the catalogue holds it; and why, where the licence tells. */
function freedomOf({ free, licence, licenceSaid }: Software): SoftwareAnswer["freedom"] {
  const status = free === null ? "unknown" : free ? "free" : "not-free";
  if (free === true && licence === null)
    return { status, reason: "licence-not-recorded", text: inBoth((language) => apiTexts(language).freedom.notRecorded) };
  if (free === false && licence === null) return { status, ...judged({ verdict: "not-free", reason: "proprietary" }) };
  const judgement = judgeLicence(licence ?? licenceSaid ?? "");
  if (judgement.verdict !== status)
    return { status, reason: "said-by-source", text: inBoth((language) => apiTexts(language).freedom.saidBySource) };
  return { status, ...judged(judgement) };
}

function judged(judgement: LicenceJudgement): Pick<SoftwareAnswer["freedom"], "reason" | "text"> {
  return { reason: judgement.reason, text: inBoth((language) => licenceInWords(judgement, language)) };
}

function inBoth(said: (language: Language) => string): { fr: string; en: string } {
  const [fr = "", en = ""] = LANGUAGES.map(said);
  return { fr, en };
}
