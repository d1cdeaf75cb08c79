import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import type { CurrentAuthority } from "#src/platform/http/context.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { OwnAccount } from "../../usecases/own-account.ts";
import { NewPassword } from "../new-password.tsx";
import type { Refused } from "../refused.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { authorityTexts } from "../texts.ts";
import { accountTexts } from "./texts.ts";

export const ACCOUNT_PATH = "/mon-compte";
export type AccountProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly authority: CurrentAuthority;
  readonly account: OwnAccount;
  readonly refusedAccount?: Refused;
  readonly refusedPassword?: Refused;
};

export function AccountPage(props: AccountProps): JSX.Element {
  const { language, agent, account, refusedPassword } = props;
  const t = accountTexts(language);
  const facts = [t.emailFact(account.email), t.rolesFact(rolesInWords(agent.roles, language))];
  return (
    <Narrow>
      <Title title={t.title} facts={facts} />
      <Stack>
        <YouSheet {...props} />
        {account.hasPassword && <PasswordSheet language={language} refused={refusedPassword} />}
        <SessionsSheet language={language} />
      </Stack>
    </Narrow>
  );
}

function YouSheet({ language, agent, authority, account, refusedAccount }: AccountProps): JSX.Element {
  const t = accountTexts(language);
  return (
    <Sheet title={t.youTitle}>
      <Form action={ACCOUNT_PATH} label={t.youTitle} {...refusedAccount}>
        <TextField
          name="nom"
          label={authorityTexts(language).name}
          hint={t.nameHint(authority.name)}
          value={agent.name}
          autocomplete="name"
          required
          maxLength={LONGEST_NAME}
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
  );
}

function PasswordSheet({ language, refused }: { readonly language: Language; readonly refused: Refused | undefined }): JSX.Element {
  const t = accountTexts(language);
  return (
    <Sheet title={t.passwordTitle} intro={t.passwordIntro}>
      <Form action={`${ACCOUNT_PATH}/mot-de-passe`} label={t.passwordTitle} {...refused}>
        <TextField name="actuel" label={t.currentPassword} type="password" autocomplete="current-password" required />
        <NewPassword language={language} name="nouveau" label={authorityTexts(language).newPassword} />
        <Actions>
          <SubmitButton variant="secondary">{t.changePassword}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}

function SessionsSheet({ language }: { readonly language: Language }): JSX.Element {
  const t = accountTexts(language);
  return (
    <Sheet title={t.sessionsTitle}>
      <p>{t.sessionsText}</p>
      <Actions>
        <ActionForm action={`${ACCOUNT_PATH}/deconnexions`} variant="secondary">
          {t.signOutEverywhere}
        </ActionForm>
      </Actions>
    </Sheet>
  );
}
