import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { NewPassword } from "../new-password.tsx";
import type { Refused } from "../refused.ts";
import { authorityTexts } from "../texts.ts";
import { signInTexts } from "./texts.ts";

export const FORGOTTEN_PATH = "/mot-de-passe-oublie";
type InLanguage = { readonly language: Language };

export function ForgottenPage({ language, errors, values }: InLanguage & Refused): JSX.Element {
  const t = signInTexts(language);
  return (
    <Narrow>
      <Title title={t.forgottenTitle} lead={t.forgottenLead} />
      <Sheet>
        <Form action={FORGOTTEN_PATH} errors={errors} values={values}>
          <TextField name="courriel" label={authorityTexts(language).email} type="email" autocomplete="username" required />
          <Actions>
            <SubmitButton>{t.forgottenSubmit}</SubmitButton>
            <BackToSignIn language={language} />
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}

export function NoMailPage({ language }: InLanguage): JSX.Element {
  const t = signInTexts(language);
  return <AnswerPage language={language} title={t.forgottenTitle} text={t.noMail} />;
}

export function SentPage({ language }: InLanguage): JSX.Element {
  const t = signInTexts(language);
  return <AnswerPage language={language} title={t.forgottenSentTitle} text={t.forgottenSent} />;
}

function AnswerPage({ language, title, text }: InLanguage & { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <Narrow>
      <Title title={title} />
      <p>{text}</p>
      <p>
        <BackToSignIn language={language} />
      </p>
    </Narrow>
  );
}

function BackToSignIn({ language }: InLanguage): JSX.Element {
  return <a href="/connexion">{signInTexts(language).backToSignIn}</a>;
}

export function ResetPage({ language, token, errors }: InLanguage & { readonly token: string } & Pick<Refused, "errors">): JSX.Element {
  const t = signInTexts(language);
  return (
    <Narrow>
      <Title title={t.resetTitle} />
      <Sheet>
        <Form action={`/reinitialisation/${token}`} errors={errors}>
          <NewPassword language={language} label={authorityTexts(language).newPassword} />
          <Actions>
            <SubmitButton>{t.resetSubmit}</SubmitButton>
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}
