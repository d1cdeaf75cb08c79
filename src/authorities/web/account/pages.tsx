import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import { isRole } from "#src/kernel/rights.ts";
import type { CurrentAuthority } from "#src/platform/http/context.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatList } from "#src/platform/ui/format.ts";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { OwnMembership } from "../../db/people.ts";
import type { OwnAccount } from "../../usecases/own-account.ts";
import { authorityTexts } from "../texts.ts";
import { accountTexts } from "./texts.ts";

type Refused = { readonly errors: readonly FieldError[]; readonly values?: TypedValues };
type AccountProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly authority: CurrentAuthority;
  readonly account: OwnAccount;
  readonly refusedAccount?: Refused;
  readonly refusedPassword?: Refused;
};

export function AccountPage({ language, agent, authority, account, refusedAccount, refusedPassword }: AccountProps): JSX.Element {
  const t = accountTexts(language);
  const shared = authorityTexts(language);
  const facts = [
    t.emailFact(account.email),
    t.rolesFact(
      formatList(
        agent.roles.map((role) => shared.roles[role]),
        language,
      ),
    ),
  ];
  return (
    <Narrow>
      <Title title={t.title} facts={facts} />
      <Stack>
        <Sheet title={t.youTitle}>
          <Form action="/mon-compte" label={t.youTitle} {...refusedAccount}>
            <TextField
              name="nom"
              label={shared.name}
              hint={t.nameHint(authority.name)}
              value={agent.name}
              autocomplete="name"
              required
              maxLength={120}
            />
            <RadioGroup
              name="langue"
              label={t.language}
              options={LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
              value={account.language}
              required
            />
            <Actions>
              <SubmitButton>{t.save}</SubmitButton>
            </Actions>
          </Form>
        </Sheet>
        {account.hasPassword && <PasswordSheet language={language} refused={refusedPassword} />}
        <Sheet title={t.sessionsTitle}>
          <p>{t.sessionsText}</p>
          <Actions>
            <ActionForm action="/mon-compte/deconnexions" variant="secondary">
              {t.signOutEverywhere}
            </ActionForm>
          </Actions>
        </Sheet>
      </Stack>
    </Narrow>
  );
}

function PasswordSheet({ language, refused }: { readonly language: Language; readonly refused: Refused | undefined }): JSX.Element {
  const t = accountTexts(language);
  const shared = authorityTexts(language);
  return (
    <Sheet title={t.passwordTitle} intro={t.passwordIntro}>
      <Form action="/mon-compte/mot-de-passe" label={t.passwordTitle} {...refused}>
        <TextField name="actuel" label={t.currentPassword} type="password" autocomplete="current-password" required />
        <TextField
          name="nouveau"
          label={shared.newPassword}
          hint={shared.passwordHint}
          type="password"
          autocomplete="new-password"
          required
        />
        <Actions>
          <SubmitButton variant="secondary">{t.changePassword}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}

type AuthoritiesProps = { readonly language: Language; readonly current: CurrentAuthority; readonly all: readonly OwnMembership[] };

export function AuthoritiesPage({ language, current, all }: AuthoritiesProps): JSX.Element {
  const t = accountTexts(language);
  const { roles } = authorityTexts(language);
  return (
    <>
      <Title title={t.authoritiesTitle} lead={t.authoritiesLead} />
      <DataTable
        caption={t.authoritiesTitle}
        rows={all}
        columns={[
          {
            key: "collectivite",
            label: t.authority,
            render: ({ name, isDemonstration }) => (
              <>
                {name} {isDemonstration && <Tag tone="attention">{t.demonstration}</Tag>}
              </>
            ),
          },
          {
            key: "roles",
            label: t.roles,
            render: (each) =>
              formatList(
                each.roles.filter(isRole).map((role) => roles[role]),
                language,
              ),
          },
          {
            key: "choix",
            label: t.choice,
            render: ({ authorityId, name }) =>
              authorityId === current.id ? (
                <Tag tone="good">{t.current}</Tag>
              ) : (
                <ActionForm
                  action="/mes-collectivites"
                  fields={{ collectivite: authorityId }}
                  variant="secondary"
                  size="sm"
                  context={t.chooseContext(name)}
                >
                  {t.choose}
                </ActionForm>
              ),
          },
        ]}
      />
    </>
  );
}
