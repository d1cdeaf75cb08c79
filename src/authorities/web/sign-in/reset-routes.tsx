import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { isResetOpen, requestPasswordReset, resetPassword } from "../../usecases/password-reset.ts";
import { callerFrom, tooMany } from "../caller.ts";
import { newPasswordField, passwordMessages } from "../password-field.ts";
import type { Refused } from "../refused.ts";
import { keepSecret, tokenOf } from "../secret-page.ts";
import { FORGOTTEN_PATH, ForgottenPage, NoMailPage, ResetPage, SentPage } from "./reset-pages.tsx";
import { signInTexts } from "./texts.ts";

const RESET_PATH = "/reinitialisation/:token";
const asked = z.object({ courriel: field.email() });
const chosen = z.object({ mot_de_passe: newPasswordField() });

/** Forgotten passwords: asking for a link, and using it. */
export function resetRoutes(routes: Routes, deps: Deps): void {
  routes.get(FORGOTTEN_PATH, "public", (c) => showForgotten(c, deps));
  routes.post(FORGOTTEN_PATH, "public", (c) => askForLink(c, deps));
  routes.get(RESET_PATH, "public", (c) => openReset(c, deps));
  routes.post(RESET_PATH, "public", (c) => reset(c, deps));
}

function showForgotten(c: AppContext, { mailer }: Deps, refused: Refused = {}, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  const page = mailer === undefined ? <NoMailPage language={language} /> : <ForgottenPage language={language} {...refused} />;
  return show(c, { title: signInTexts(language).forgottenTitle, status }, page);
}

async function askForLink(c: AppContext, deps: Deps): Promise<Response> {
  if (deps.mailer === undefined) return showForgotten(c, deps);
  const language = c.get("language");
  const form = await readForm(c);
  const parsed = parseForm(asked, form);
  if (!parsed.ok) return showForgotten(c, deps, { errors: messagesOf(parsed.error, language), values: valuesOf(form) }, 422);
  const result = await requestPasswordReset(deps, callerFrom(c, deps), parsed.value.courriel);
  if (!result.ok) return tooMany(c, result.error.seconds);
  return show(c, { title: signInTexts(language).forgottenSentTitle }, <SentPage language={language} />);
}

async function openReset(c: AppContext, deps: Deps): Promise<Response> {
  keepSecret(c);
  return (await isResetOpen(deps, tokenOf(c))) ? showReset(c) : over(c);
}

function showReset(c: AppContext, refused: Pick<Refused, "errors"> = {}, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  return show(c, { title: signInTexts(language).resetTitle, status }, <ResetPage language={language} token={tokenOf(c)} {...refused} />);
}

async function reset(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const parsed = parseForm(chosen, await readForm(c));
  if (!parsed.ok) return showReset(c, { errors: messagesOf(parsed.error, language, passwordMessages(language)) }, 422);
  const result = await resetPassword(deps, callerFrom(c, deps), tokenOf(c), parsed.value.mot_de_passe);
  if (!result.ok) return result.error.kind === "too-many-attempts" ? tooMany(c, result.error.seconds) : over(c);
  setFlash(c, "success", signInTexts(language).resetDone);
  return c.redirect("/connexion", 303);
}

function over(c: AppContext): Promise<Response> {
  const t = signInTexts(c.get("language"));
  return showProblem(c, 410, t.linkOverTitle, t.resetOver, { href: FORGOTTEN_PATH, label: t.askAgain });
}
