import { setCookie } from "hono/cookie";
import { z } from "zod";
import { type AuthorityId, isUuid } from "#src/kernel/ids.ts";
import { isLanguage, LANGUAGES } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { passCookies } from "#src/platform/http/caller.ts";
import { type AppContext, agentOfRequest, memberOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { LANGUAGE_COOKIE } from "#src/platform/http/visitor.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import {
  changeLanguage,
  changeOwnAccount,
  changePassword,
  ownAccount,
  ownAuthorities,
  signOutEverywhere,
  switchAuthority,
} from "../../usecases/own-account.ts";
import { callerFrom, tooMany } from "../caller.ts";
import { localPath } from "../local-path.ts";
import { newPasswordField, passwordField, passwordMessages } from "../password-field.ts";
import { signedInPerson } from "../signed-in-person.ts";
import { ACCOUNT_PATH, AccountPage, type AccountProps } from "./account-page.tsx";
import { AUTHORITIES_PATH, AuthoritiesPage } from "./authorities-page.tsx";
import { accountTexts } from "./texts.ts";

const YEAR_SECONDS = 31_536_000;
const accountForm = z.object({ nom: field.line(LONGEST_NAME), langue: field.choice(LANGUAGES) });
const passwordForm = z.object({ actuel: passwordField(), nouveau: newPasswordField() });

/** One's own account, the authority one works for, the language of the interface. */
export function accountRoutes(routes: Routes, deps: Deps): void {
  routes.get(ACCOUNT_PATH, "signed-in", (c) => showAccount(c, deps));
  routes.post(ACCOUNT_PATH, "signed-in", (c) => changeAccount(c, deps));
  routes.post(`${ACCOUNT_PATH}/mot-de-passe`, "signed-in", (c) => changeOwnPassword(c, deps));
  routes.post(`${ACCOUNT_PATH}/deconnexions`, "signed-in", (c) => leaveEverywhere(c, deps));
  routes.get(AUTHORITIES_PATH, "signed-in", (c) => showAuthorities(c, deps));
  routes.post(AUTHORITIES_PATH, "signed-in", (c) => chooseAuthority(c, deps));
  routes.post("/langue", "public", (c) => chooseLanguage(c, deps));
}

async function showAccount(
  c: AppContext,
  deps: Deps,
  refused: Pick<AccountProps, "refusedAccount" | "refusedPassword"> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const { agent, authority } = memberOfRequest(c);
  const account = await ownAccount(deps, agent.id);
  if (account === undefined) return notFound(c);
  const page = <AccountPage language={language} agent={agent} authority={authority} account={account} {...refused} />;
  return show(c, { title: accountTexts(language).title, status }, page);
}

async function changeAccount(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const parsed = parseForm(accountForm, form);
  if (!parsed.ok) {
    const errors = messagesOf(parsed.error, c.get("language"));
    return showAccount(c, deps, { refusedAccount: { errors, values: valuesOf(form) } }, 422);
  }
  const { nom: name, langue } = parsed.value;
  await changeOwnAccount(deps, agentOfRequest(c), { name, language: langue });
  keepLanguage(c, deps, langue);
  setFlash(c, "success", accountTexts(langue).saved);
  return c.redirect(ACCOUNT_PATH, 303);
}

async function changeOwnPassword(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = accountTexts(language);
  const parsed = parseForm(passwordForm, await readForm(c));
  if (!parsed.ok) {
    const errors = messagesOf(parsed.error, language, passwordMessages(language));
    return showAccount(c, deps, { refusedPassword: { errors } }, 422);
  }
  const { actuel: currentPassword, nouveau: newPassword } = parsed.value;
  const result = await changePassword(deps, callerFrom(c, deps), { currentPassword, newPassword });
  if (!result.ok && result.error.kind === "too-many-attempts") return tooMany(c, result.error.seconds);
  if (!result.ok) return showAccount(c, deps, { refusedPassword: { errors: [{ field: "actuel", message: t.wrongPassword }] } }, 422);
  passCookies(c, result.value);
  setFlash(c, "success", t.passwordChanged);
  return c.redirect(ACCOUNT_PATH, 303);
}

async function leaveEverywhere(c: AppContext, deps: Deps): Promise<Response> {
  passCookies(c, await signOutEverywhere(deps, callerFrom(c, deps), agentOfRequest(c).id));
  setFlash(c, "success", accountTexts(c.get("language")).signedOutEverywhere);
  return c.redirect("/connexion", 303);
}

async function showAuthorities(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const { agent, authority } = memberOfRequest(c);
  const all = await ownAuthorities(deps, agent);
  const page = <AuthoritiesPage language={language} current={authority} all={all} />;
  return show(c, { title: accountTexts(language).authoritiesTitle }, page);
}

async function chooseAuthority(c: AppContext, deps: Deps): Promise<Response> {
  const chosen = typed(await readForm(c), "collectivite");
  const result = isUuid(chosen) ? await switchAuthority(deps, agentOfRequest(c), chosen as AuthorityId) : undefined;
  if (!result?.ok) return notFound(c);
  setFlash(c, "success", accountTexts(c.get("language")).switched(result.value));
  return c.redirect("/", 303);
}

async function chooseLanguage(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const language = typed(form, "langue");
  if (isLanguage(language)) {
    keepLanguage(c, deps, language);
    const person = signedInPerson(c);
    if (person !== undefined) await changeLanguage(deps, person.id, language);
  }
  return c.redirect(localPath(typed(form, "retour")), 303);
}

function keepLanguage(c: AppContext, { config }: Pick<Deps, "config">, language: string): void {
  const secure = config.publicUrl.startsWith("https:");
  setCookie(c, LANGUAGE_COOKIE, language, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: YEAR_SECONDS, secure });
}
