import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { isRole } from "#src/kernel/rights.ts";
import type { CurrentAuthority } from "#src/platform/http/context.ts";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { OwnMembership } from "../../db/people.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { accountTexts } from "./texts.ts";

export const AUTHORITIES_PATH = "/mes-collectivites";
type AuthoritiesProps = { readonly language: Language; readonly current: CurrentAuthority; readonly all: readonly OwnMembership[] };

export function AuthoritiesPage({ language, current, all }: AuthoritiesProps): JSX.Element {
  const t = accountTexts(language);
  return (
    <>
      <Title title={t.authoritiesTitle} lead={t.authoritiesLead} />
      <DataTable caption={t.authoritiesTitle} rows={all} columns={columnsIn(language, current)} />
    </>
  );
}

function columnsIn(language: Language, current: CurrentAuthority): readonly Column<OwnMembership>[] {
  const t = accountTexts(language);
  return [
    {
      key: "collectivite",
      label: t.authority,
      render: ({ name, isDemonstration }) => (
        <>
          {name} {isDemonstration && <Tag tone="attention">{t.demonstration}</Tag>}
        </>
      ),
    },
    { key: "roles", label: t.roles, render: ({ roles }) => rolesInWords(roles.filter(isRole), language) },
    {
      key: "choix",
      label: t.choice,
      render: (each) =>
        each.authorityId === current.id ? <Tag tone="good">{t.current}</Tag> : <Choose language={language} membership={each} />,
    },
  ];
}

function Choose({ language, membership }: { readonly language: Language; readonly membership: OwnMembership }): JSX.Element {
  const t = accountTexts(language);
  const { authorityId, name } = membership;
  return (
    <ActionForm
      action={AUTHORITIES_PATH}
      fields={{ collectivite: authorityId }}
      variant="secondary"
      size="sm"
      context={t.chooseContext(name)}
    >
      {t.choose}
    </ActionForm>
  );
}
