import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import type { Role } from "#src/kernel/rights.ts";
import { type Option, RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { formatNumber } from "#src/platform/ui/format.ts";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { LiveMatches } from "#src/platform/ui/live-matches.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { OfficialAuthority } from "../../domain/official-authority.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { authorityTexts } from "../texts.ts";
import { setUpTexts } from "./texts.ts";

/** One fictitious person and the link that signs them in once. */
export type DemonstrationLink = { readonly name: string; readonly roles: readonly Role[]; readonly jobTitle: string; readonly url: string };

/** The choice of an authority that the reference data do not know. */
export const OTHER = "autre";

/** `matches` undefined: nothing was searched yet. */
type ChooseProps = {
  readonly language: Language;
  readonly path: string;
  readonly query: string;
  readonly matches: readonly OfficialAuthority[] | undefined;
};

export function ChoosePage({ language, path, query, matches }: ChooseProps): JSX.Element {
  const t = setUpTexts(language);
  return (
    <Narrow>
      <Title title={t.title} lead={t.lead} />
      <Stack>
        <Sheet title={t.createTitle} intro={t.createIntro}>
          <Form action={path} method="get">
            <TextField name="q" label={t.search} hint={t.searchHint} value={query} mark={false} autocomplete="off" spellcheck={false} />
            <Actions>
              <SubmitButton variant={matches === undefined ? "primary" : "secondary"}>{t.searchButton}</SubmitButton>
            </Actions>
            <LiveMatches src={`${path}/collectivites`} name="q">
              {matches !== undefined && <Matches language={language} matches={matches} />}
            </LiveMatches>
          </Form>
        </Sheet>
        <Sheet title={t.demoTitle}>
          <p>{t.demoText}</p>
          <Actions>
            <ActionForm action={`${path}/demonstration`} variant="secondary">
              {t.demoButton}
            </ActionForm>
          </Actions>
        </Sheet>
      </Stack>
    </Narrow>
  );
}

/** The list from which to choose, and the way for those who are not in it. */
export function Matches({
  language,
  matches,
}: Pick<ChooseProps, "language"> & { readonly matches: readonly OfficialAuthority[] }): JSX.Element {
  const t = setUpTexts(language);
  const options: readonly Option[] = [
    ...matches.map((match) => ({ value: `${match.kind}:${match.code}`, label: match.name, hint: factsOf(match, language).join(" · ") })),
    { value: OTHER, label: t.other, hint: t.otherHint },
  ];
  return (
    <Stack>
      {matches.length === 0 && <p>{t.none}</p>}
      <RadioGroup name="choix" label={t.results} options={options} required />
      <Actions>
        <SubmitButton name="etape" value="details">
          {t.continue}
        </SubmitButton>
      </Actions>
    </Stack>
  );
}

/** « Commune · département 38 · 37 000 habitants ». */
export function factsOf({ kind, departmentCode, population }: OfficialAuthority, language: Language): readonly string[] {
  const kindName = authorityTexts(language).kinds[kind];
  const place = departmentCode === null || kind === "departement" ? [] : [setUpTexts(language).inDepartement(departmentCode)];
  return [kindName, ...place, ...(population === null ? [] : [setUpTexts(language).inhabitants(formatNumber(population, language))])];
}

export function DemonstrationPage({
  language,
  links,
}: {
  readonly language: Language;
  readonly links: readonly DemonstrationLink[];
}): JSX.Element {
  const t = setUpTexts(language);
  return (
    <>
      <Title title={t.demoReadyTitle} lead={t.demoReadyLead} />
      <Notice kind="warning">
        <p>{t.demoKeep}</p>
      </Notice>
      <DataTable
        caption={t.demoReadyTitle}
        rows={links}
        columns={[
          { key: "role", label: t.demoRole, render: (link) => rolesInWords(link.roles, language) },
          { key: "personne", label: t.demoPerson, render: (link) => link.name },
          { key: "fonction", label: t.demoJob, render: (link) => link.jobTitle },
          { key: "lien", label: t.demoLink, render: (link) => <Link href={link.url}>{t.demoEnter(link.name)}</Link> },
        ]}
      />
    </>
  );
}
