import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Action } from "#src/kernel/rights.ts";
import { counted } from "#src/platform/ui/format.ts";
import { Grid, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PeopleCounts } from "../../db/people-list.ts";
import { DEPARTMENTS_PATH, JOURNAL_PATH, PEOPLE_PATH, SETTINGS_PATH } from "./addresses.ts";
import { administrationTexts } from "./texts.ts";

type AdministrationProps = { readonly language: Language; readonly agent: Agent; readonly counts: PeopleCounts };
type Part = {
  readonly title: string;
  readonly about: string;
  readonly fact?: string;
  readonly href: string;
  readonly action: Action;
};

export function AdministrationPage({ language, agent, counts }: AdministrationProps): JSX.Element {
  const t = administrationTexts(language);
  const elsewhere = t.elsewhereParts.filter(({ action }) => agent.may(action));
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <Stack>
        <Parts language={language} parts={partsIn(language, counts).filter(({ action }) => agent.may(action))} />
        {elsewhere.length > 0 && <h2>{t.elsewhere}</h2>}
        {elsewhere.length > 0 && <Parts language={language} parts={elsewhere} />}
      </Stack>
    </>
  );
}

function partsIn(language: Language, { people, pending, departments }: PeopleCounts): readonly Part[] {
  const t = administrationTexts(language);
  const peopleFact = t.peopleCount(counted(people, t.person, language), counted(pending, t.invitation, language));
  const departmentsFact = counted(departments, t.department, language);
  return [
    { title: t.people, about: t.peopleAbout, fact: peopleFact, href: PEOPLE_PATH, action: "manage-people" },
    { title: t.departments, about: t.departmentsAbout, fact: departmentsFact, href: DEPARTMENTS_PATH, action: "manage-settings" },
    { title: t.settings, about: t.settingsAbout, href: SETTINGS_PATH, action: "manage-settings" },
    { title: t.journal, about: t.journalAbout, href: JOURNAL_PATH, action: "read-journal" },
  ];
}

function Parts({ language, parts }: { readonly language: Language; readonly parts: readonly Part[] }): JSX.Element {
  const { open } = administrationTexts(language);
  return (
    <Grid>
      {parts.map(({ title, about, fact, href }) => (
        <Sheet title={title} intro={fact}>
          <p>{about}</p>
          <ButtonLink href={href}>
            {open} <span class="visually-hidden">{title}</span>
          </ButtonLink>
        </Sheet>
      ))}
    </Grid>
  );
}
