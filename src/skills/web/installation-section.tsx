import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { skillsOf } from "../db/skills.ts";
import { isFragile, weaknessesOf } from "../domain/fragility.ts";
import type { Skill } from "../domain/skill.ts";
import { SKILLS_PATH } from "./listing.ts";
import { skillTexts } from "./texts.ts";
import { abilitiesInWords, weaknessesInWords } from "./words.ts";

/** Who can do what on an installation, on its page, and what hangs on one alone. */
export async function skillsSection(reader: AuthorityReader, { id }: { readonly id: string }, c: AppContext): Promise<Child> {
  const language = c.get("language");
  const t = skillTexts(language).section;
  const skills = await skillsOf(reader, [id]);
  const weaknesses = skills.length === 0 ? [] : weaknessesOf(skills);
  const manages = agentOfRequest(c).may("manage-inventory");
  return (
    <Sheet title={t.title} id="savoir-faire">
      {weaknesses.length > 0 && (
        <Notice kind={isFragile(weaknesses) ? "warning" : "info"} title={isFragile(weaknesses) ? t.weak : undefined}>
          {weaknessesInWords(weaknesses, language).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Notice>
      )}
      {skills.length === 0 && <p class="soft">{t.none}</p>}
      {skills.length > 0 && (
        <ul>
          {skills.map((skill) => (
            <li>
              <Line language={language} skill={skill} manages={manages} />
            </li>
          ))}
        </ul>
      )}
      {manages && (
        <p>
          <ButtonLink href={`${SKILLS_PATH}/nouveau?installation=${id}`}>{t.add}</ButtonLink>
        </p>
      )}
    </Sheet>
  );
}

function Line({ language, skill, manages }: { language: Language; skill: Skill; manages: boolean }): JSX.Element {
  const t = skillTexts(language);
  const { id, name, left, holder, abilities, note } = skill;
  return (
    <>
      <b>{name}</b> <span class="soft small">{left ? t.left : t.holderTags[holder]}</span>
      <div>{abilitiesInWords(abilities, language)}</div>
      {note !== "" && <div class="soft small">{note}</div>}
      {manages && (
        <div class="acts">
          <Link href={`${SKILLS_PATH}/${id}/modifier`}>{t.section.edit}</Link>
          <ConfirmDialog label={t.section.remove} title={t.section.removeTitle} variant="tertiary">
            <p>{t.section.removeText(name)}</p>
            <ActionForm action={`${SKILLS_PATH}/${id}/retrait`} variant="danger" context={name}>
              {t.section.remove}
            </ActionForm>
          </ConfirmDialog>
        </div>
      )}
    </>
  );
}
