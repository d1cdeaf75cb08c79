import { setCookie } from "hono/cookie";
import { z } from "zod";
import { type AuthorityId, isUuid } from "#src/kernel/ids.ts";
import { isLanguage, LANGUAGES } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf, passCookies } from "#src/platform/http/caller.ts";
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
import { localPath } from "../local-path.ts";
import { newPasswordField, passwordField, passwordMessages } from "../password-field.ts";
import { tooMany } from "../sign-in/sign-in-routes.tsx";
import { AccountPage, AuthoritiesPage } from "./pages.tsx";
import { accountTexts } from "./texts.ts";

const YEAR_SECONDS = 31_536_000;
const accountForm = z.object({ nom: field.line(LONGEST_NAME), langue: field.choice(LANGUAGES) });
const passwordForm = z.object({ actuel: passwordField(), nouveau: newPasswordField() });

/** One's own account, the authority one works for, the language of the interface. */
export function accountRoutes(routes: Routes, deps: Deps): void {
  const caller = (c: AppContext) => callerOf(c, deps.config.trustProxy);

  routes.get("/mon-compte", "signed-in", (c) => showAccount(c));

  routes.post("/mon-compte", "signed-in", async (c) => {
    const language = c.get("language");
    const form = await readForm(c);
    const parsed = parseForm(accountForm, form);
    if (!parsed.ok) return showAccount(c, { refusedAccount: { errors: messagesOf(parsed.error, language), values: valuesOf(form) } });
    const { nom: name, langue } = parsed.value;
    await changeOwnAccount(deps, agentOfRequest(c), { name, language: langue });
    keepLanguage(c, langue);
    setFlash(c, "success", accountTexts(langue).saved);
    return c.redirect("/mon-compte", 303);
  });

  routes.post("/mon-compte/mot-de-passe", "signed-in", async (c) => {
    const language = c.get("language");
    const t = accountTexts(language);
    const parsed = parseForm(passwordForm, await readForm(c));
    if (!parsed.ok) return showAccount(c, { refusedPassword: { errors: messagesOf(parsed.error, language, passwordMessages(language)) } });
    const { actuel: currentPassword, nouveau: newPassword } = parsed.value;
    const result = await changePassword(deps, caller(c), { currentPassword, newPassword });
    if (!result.ok && result.error.kind === "too-many-attempts") return tooMany(c, result.error.seconds);
    if (!result.ok) return showAccount(c, { refusedPassword: { errors: [{ field: "actuel", message: t.wrongPassword }] } });
    passCookies(c, result.value);
    setFlash(c, "success", t.passwordChanged);
    return c.redirect("/mon-compte", 303);
  });

  routes.post("/mon-compte/deconnexions", "signed-in", async (c) => {
    passCookies(c, await signOutEverywhere(deps, caller(c), agentOfRequest(c).id));
    setFlash(c, "success", accountTexts(c.get("language")).signedOutEverywhere);
    return c.redirect("/connexion", 303);
  });

  routes.get("/mes-collectivites", "signed-in", async (c) => {
    const language = c.get("language");
    const { agent, authority } = memberOfRequest(c);
    const all = await ownAuthorities(deps, agent);
    return show(
      c,
      { title: accountTexts(language).authoritiesTitle },
      <AuthoritiesPage language={language} current={authority} all={all} />,
    );
  });

  routes.post("/mes-collectivites", "signed-in", async (c) => {
    const chosen = typed(await readForm(c), "collectivite");
    const result = isUuid(chosen) ? await switchAuthority(deps, agentOfRequest(c), chosen as AuthorityId) : undefined;
    if (!result?.ok) return notFound(c);
    setFlash(c, "success", accountTexts(c.get("language")).switched(result.value));
    return c.redirect("/", 303);
  });

  routes.post("/langue", "public", async (c) => {
    const form = await readForm(c);
    const language = typed(form, "langue");
    if (isLanguage(language)) {
      keepLanguage(c, language);
      const visitor = c.get("visitor");
      if (visitor.kind !== "signed-out")
        await changeLanguage(deps, visitor.kind === "agent" ? visitor.agent.id : visitor.personId, language);
    }
    return c.redirect(localPath(typed(form, "retour")), 303);
  });

  type Refusals = Pick<Parameters<typeof AccountPage>[0], "refusedAccount" | "refusedPassword">;
  async function showAccount(c: AppContext, refused?: Refusals): Promise<Response> {
    const language = c.get("language");
    const { agent, authority } = memberOfRequest(c);
    const account = await ownAccount(deps, agent.id);
    if (account === undefined) return notFound(c);
    const page = <AccountPage language={language} agent={agent} authority={authority} account={account} {...refused} />;
    return show(c, { title: accountTexts(language).title, ...(refused && { status: 422 }) }, page);
  }

  function keepLanguage(c: AppContext, language: string): void {
    const secure = deps.config.publicUrl.startsWith("https:");
    setCookie(c, LANGUAGE_COOKIE, language, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: YEAR_SECONDS, secure });
  }
}
