import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf } from "#src/platform/http/caller.ts";
import { showProblem, type WayOut } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { isResetOpen, requestPasswordReset, resetPassword } from "../../usecases/password-reset.ts";
import { newPasswordField, passwordMessages } from "../password-field.ts";
import { authorityTexts } from "../texts.ts";
import { tooMany } from "./sign-in-routes.tsx";
import { signInTexts } from "./texts.ts";

const asked = z.object({ courriel: field.email() });
const chosen = z.object({ mot_de_passe: newPasswordField() });
type Refused = { readonly errors?: readonly FieldError[]; readonly values?: TypedValues };

/** Forgotten passwords: asking for a link, and using it. */
export function resetRoutes(routes: Routes, deps: Deps): void {
  const sendsMail = deps.mailer !== undefined;

  routes.get("/mot-de-passe-oublie", "public", (c) => {
    const language = c.get("language");
    const page = sendsMail ? <ForgottenPage language={language} /> : <NoMailPage language={language} />;
    return show(c, { title: signInTexts(language).forgottenTitle }, page);
  });

  routes.post("/mot-de-passe-oublie", "public", async (c) => {
    const language = c.get("language");
    const t = signInTexts(language);
    if (!sendsMail) return show(c, { title: t.forgottenTitle }, <NoMailPage language={language} />);
    const form = await readForm(c);
    const parsed = parseForm(asked, form);
    if (!parsed.ok) {
      const page = <ForgottenPage language={language} errors={messagesOf(parsed.error, language)} values={valuesOf(form)} />;
      return show(c, { title: t.forgottenTitle, status: 422 }, page);
    }
    const result = await requestPasswordReset(deps, callerOf(c, deps.config.trustProxy), parsed.value.courriel);
    if (!result.ok) return tooMany(c, result.error.seconds);
    return show(c, { title: t.forgottenSentTitle }, <SentPage language={language} />);
  });

  routes.get("/reinitialisation/:token", "public", async (c) => {
    const language = c.get("language");
    const t = signInTexts(language);
    const token = c.req.param("token") ?? "";
    c.header("cache-control", "no-store");
    if (!(await isResetOpen(deps, token))) return showProblem(c, 410, t.linkOverTitle, t.resetOver, askAgain(language));
    return show(c, { title: t.resetTitle }, <ResetPage language={language} token={token} />);
  });

  routes.post("/reinitialisation/:token", "public", async (c) => {
    const language = c.get("language");
    const t = signInTexts(language);
    const token = c.req.param("token") ?? "";
    const parsed = parseForm(chosen, await readForm(c));
    if (!parsed.ok) {
      const errors = messagesOf(parsed.error, language, passwordMessages(language));
      return show(c, { title: t.resetTitle, status: 422 }, <ResetPage language={language} token={token} errors={errors} />);
    }
    const result = await resetPassword(deps, callerOf(c, deps.config.trustProxy), token, parsed.value.mot_de_passe);
    if (!result.ok && result.error.kind === "too-many-attempts") return tooMany(c, result.error.seconds);
    if (!result.ok) return showProblem(c, 410, t.linkOverTitle, t.resetOver, askAgain(language));
    setFlash(c, "success", t.resetDone);
    return c.redirect("/connexion", 303);
  });
}

function askAgain(language: Language): WayOut {
  return { href: "/mot-de-passe-oublie", label: signInTexts(language).askAgain };
}

function ForgottenPage({ language, errors, values }: { readonly language: Language } & Refused): JSX.Element {
  const t = signInTexts(language);
  return (
    <Narrow>
      <Title title={t.forgottenTitle} lead={t.forgottenLead} />
      <Sheet>
        <Form action="/mot-de-passe-oublie" errors={errors} values={values}>
          <TextField name="courriel" label={authorityTexts(language).email} type="email" autocomplete="username" required />
          <Actions>
            <SubmitButton>{t.forgottenSubmit}</SubmitButton>
            <a href="/connexion">{t.backToSignIn}</a>
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}

function NoMailPage({ language }: { readonly language: Language }): JSX.Element {
  const t = signInTexts(language);
  return (
    <Narrow>
      <Title title={t.forgottenTitle} />
      <p>{t.noMail}</p>
      <p>
        <a href="/connexion">{t.backToSignIn}</a>
      </p>
    </Narrow>
  );
}

function SentPage({ language }: { readonly language: Language }): JSX.Element {
  const t = signInTexts(language);
  return (
    <Narrow>
      <Title title={t.forgottenSentTitle} />
      <p>{t.forgottenSent}</p>
      <p>
        <a href="/connexion">{t.backToSignIn}</a>
      </p>
    </Narrow>
  );
}

function ResetPage({ language, token, errors }: { readonly language: Language; readonly token: string } & Refused): JSX.Element {
  const t = signInTexts(language);
  const shared = authorityTexts(language);
  return (
    <Narrow>
      <Title title={t.resetTitle} />
      <Sheet>
        <Form action={`/reinitialisation/${token}`} errors={errors}>
          <TextField
            name="mot_de_passe"
            label={shared.newPassword}
            hint={shared.passwordHint}
            type="password"
            autocomplete="new-password"
            required
          />
          <Actions>
            <SubmitButton>{t.resetSubmit}</SubmitButton>
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}
