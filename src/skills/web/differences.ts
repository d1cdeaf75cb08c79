import type { Language } from "#src/kernel/language.ts";
import type { ConflictField } from "#src/platform/ui/conflict.tsx";
import type { MemberName } from "../db/holders.ts";
import type { Skill, SkillFacts } from "../domain/skill.ts";
import { skillTexts } from "./texts.ts";
import { abilitiesInWords } from "./words.ts";

/** Every fact on which what was typed and what is stored do not agree, in the reader's words. */
export function differences(
  yours: Omit<SkillFacts, "installationId">,
  stored: Skill,
  members: readonly MemberName[],
  language: Language,
): readonly ConflictField[] {
  const t = skillTexts(language);
  const named = yours.holder === "person" ? (members.find(({ id }) => id === yours.personId)?.name ?? "") : yours.holderName;
  return [
    { label: t.form.holder, yours: named, theirs: stored.name },
    { label: t.form.abilities, yours: abilitiesInWords(yours.abilities, language), theirs: abilitiesInWords(stored.abilities, language) },
    { label: t.form.note, yours: yours.note, theirs: stored.note },
  ].filter((line) => line.yours !== line.theirs);
}
