import { z } from "zod";
import { AUTH_PATH } from "#src/platform/auth/auth.ts";
import { signInWithPassword, signOut } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { passCookies } from "#src/platform/http/caller.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { someAuthorityExists } from "../../db/authorities.ts";
import { callerFrom, tooMany } from "../caller.ts";
import { localPath } from "../local-path.ts";
import { passwordField } from "../password-field.ts";
import { authorityTexts } from "../texts.ts";
import { openSession } from "./open-session.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { signInTexts } from "./texts.ts";

const MAGIC_LINK = `${AUTH_PATH}/magic-link/verify`;
const schema = z.object({ courriel: field.email(), mot_de_passe: passwordField() });

export function signInRoutes(routes: Routes, deps: Deps): void {
  routes.get("/connexion", "public", (c) => showSignIn(c, deps));
  routes.post("/connexion", "public", (c) => signIn(c, deps));
  routes.post("/deconnexion", "public", (c) => leave(c, deps));
  routes.get(MAGIC_LINK, "public", (c) => followMagicLink(c, deps));
}

async function showSignIn(c: AppContext, { db }: Deps): Promise<Response> {
  const next = localPath(c.req.query("vers"));
  const visitor = c.get("visitor");
  if (visitor.kind === "agent") return c.redirect(next, 303);
  const language = c.get("language");
  const outsider = visitor.kind === "outsider" ? visitor.name : undefined;
  const noAuthority = visitor.kind === "signed-out" && !(await someAuthorityExists(db));
  const page = <SignInPage language={language} next={next} outsider={outsider} noAuthority={noAuthority} />;
  return show(c, { title: signInTexts(language).title }, page);
}

async function signIn(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return refuse(c, form, messagesOf(parsed.error, language), 422);
  const result = await signInWithPassword(deps.auth, callerFrom(c, deps), parsed.value.courriel, parsed.value.mot_de_passe);
  if ("kind" in result) {
    if (result.kind === "wrong-credentials") return refuse(c, form, [{ field: "", message: signInTexts(language).wrong }], 422);
    return refuse(c, form, [{ field: "", message: authorityTexts(language).tooMany(result.seconds) }], 429);
  }
  await openSession(c, deps, result.cookies);
  return c.redirect(localPath(typed(form, "vers")), 303);
}

function refuse(c: AppContext, form: FormValues, errors: readonly FieldError[], status: 422 | 429): Promise<Response> {
  const language = c.get("language");
  const page = <SignInPage language={language} next={localPath(typed(form, "vers"))} errors={errors} values={valuesOf(form)} />;
  return show(c, { title: signInTexts(language).title, status }, page);
}

async function leave(c: AppContext, deps: Deps): Promise<Response> {
  const { cookies } = await signOut(deps.auth, callerFrom(c, deps));
  passCookies(c, cookies);
  setFlash(c, "success", signInTexts(c.get("language")).signedOut);
  return c.redirect("/connexion", 303);
}

async function followMagicLink(c: AppContext, deps: Deps): Promise<Response> {
  const { address, userAgent } = callerFrom(c, deps);
  const query = new URLSearchParams({ token: c.req.query("token") ?? "", callbackURL: "/" });
  const request = new Request(`${deps.config.publicUrl}${MAGIC_LINK}?${query}`, {
    headers: { "x-beffroi-client": address, "user-agent": userAgent },
  });
  const answer = await deps.auth.handler(request);
  if (answer.status === 429) return tooMany(c, Number(answer.headers.get("x-retry-after") ?? 60));
  const cookies = answer.headers.getSetCookie();
  const t = signInTexts(c.get("language"));
  if (cookies.length === 0) return showProblem(c, 410, t.linkOverTitle, t.linkOver);
  passCookies(c, cookies);
  return c.redirect("/", 303);
}
