import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Threshold } from "#src/platform/ui/arcade.tsx";
import { Hidden, TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { authorityTexts } from "../texts.ts";
import { signInTexts } from "./texts.ts";

type SignInProps = {
  readonly language: Language;
  /** Where to go afterwards: a path of ours. */
  readonly next: string;
  /** Somebody signed in who belongs to no authority. */
  readonly outsider?: string | undefined;
  /** Before the set-up: nobody has an account, and the form would refuse everybody. */
  readonly noAuthority?: boolean | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

export function SignInPage({ language, next, outsider, noAuthority = false, errors, values }: SignInProps): JSX.Element {
  const t = signInTexts(language);
  return (
    <Threshold aside={<p>{t.principle}</p>}>
      <Title title={t.title} lead={t.lead} />
      {outsider !== undefined && (
        <Notice kind="warning">
          <p>{t.outsider(outsider)}</p>
        </Notice>
      )}
      {noAuthority ? (
        <Notice title={t.noAuthorityTitle}>
          <p>{t.noAuthority}</p>
          <p>{t.noAuthorityAgain}</p>
        </Notice>
      ) : (
        <SignInForm language={language} next={next} errors={errors} values={values} />
      )}
    </Threshold>
  );
}

function SignInForm({ language, next, errors, values }: Omit<SignInProps, "outsider" | "noAuthority">): JSX.Element {
  const t = signInTexts(language);
  const shared = authorityTexts(language);
  return (
    <>
      <Sheet>
        <Form action="/connexion" errors={errors} values={values}>
          <Hidden name="vers" value={next} />
          <TextField name="courriel" label={shared.email} type="email" autocomplete="username" required />
          <TextField name="mot_de_passe" label={shared.password} type="password" autocomplete="current-password" required />
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
            <a href="/mot-de-passe-oublie">{t.forgotten}</a>
          </Actions>
        </Form>
      </Sheet>
      <p class="soft">{t.noAccount}</p>
    </>
  );
}
