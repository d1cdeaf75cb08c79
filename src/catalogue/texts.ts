import type { Language } from "#src/kernel/language.ts";
import type { LicenceJudgement } from "./domain/licences.ts";
import type { Why } from "./domain/search.ts";

/** « remplace Photoshop »: one reason, without capital nor full stop. */
export function whyInWords(_why: Why, _language: Language): string {
  throw new Error("being written");
}

/** A sentence that says whether a licence is free, and why. */
export function licenceInWords(_judgement: LicenceJudgement, _language: Language): string {
  throw new Error("being written");
}
