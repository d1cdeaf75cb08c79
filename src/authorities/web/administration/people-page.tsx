import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PeopleQuery, PeopleView } from "../../usecases/administration-views.ts";
import { INVITE_PATH } from "./addresses.ts";
import { PendingSheet } from "./pending-sheet.tsx";
import { PeopleList } from "./people-list.tsx";
import { administrationTexts } from "./texts.ts";

type PeopleProps = { readonly language: Language; readonly query: PeopleQuery; readonly view: PeopleView; readonly now: Date };

export function PeoplePage({ language, query, view, now }: PeopleProps): JSX.Element {
  const t = administrationTexts(language);
  const actions = (
    <ButtonLink href={INVITE_PATH} variant="primary">
      {t.invite}
    </ButtonLink>
  );
  return (
    <>
      <Title title={t.people} lead={t.peopleLead} actions={actions} />
      <Stack>
        {view.pending.length > 0 && <PendingSheet language={language} pending={view.pending} now={now} />}
        <PeopleList language={language} query={query} view={view} />
      </Stack>
    </>
  );
}
