import { z } from "zod";
import { AUTH_PATH } from "#src/platform/auth/auth.ts";
import { signInWithPassword, signOut } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf, passCookies } from "#src/platform/http/caller.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { localPath } from "../local-path.ts";
import { passwordField } from "../password-field.ts";
import { authorityTexts } from "../texts.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { signInTexts } from "./texts.ts";

const schema = z.object({ courriel: field.email(), mot_de_passe: passwordField() });

export function signInRoutes(routes: Routes, deps: Deps): void {
  const caller = (c: AppContext) => callerOf(c, deps.config.trustProxy);

  routes.get("/connexion", "public", (c) => {
    const next = localPath(c.req.query("vers"));
    return c.get("visitor").kind === "agent" ? c.redirect(next, 303) : showSignIn(c, next);
  });

  routes.post("/connexion", "public", async (c) => {
    const language = c.get("language");
    const form = await readForm(c);
    const parsed = parseForm(schema, form);
    if (!parsed.ok) return refuse(c, form, messagesOf(parsed.error, language), 422);
    const result = await signInWithPassword(deps.auth, caller(c), parsed.value.courriel, parsed.value.mot_de_passe);
    if ("kind" in result) {
      if (result.kind === "wrong-credentials") return refuse(c, form, [{ field: "", message: signInTexts(language).wrong }], 422);
      return refuse(c, form, [{ field: "", message: authorityTexts(language).tooMany(result.seconds) }], 429);
    }
    // Whoever was signed in on this browser no longer is; the new session is another one, never the old one promoted.
    if (c.get("visitor").kind !== "signed-out") await signOut(deps.auth, caller(c));
    passCookies(c, result.cookies);
    return c.redirect(localPath(typed(form, "vers")), 303);
  });

  routes.post("/deconnexion", "public", async (c) => {
    const { cookies } = await signOut(deps.auth, caller(c));
    passCookies(c, cookies);
    setFlash(c, "success", signInTexts(c.get("language")).signedOut);
    return c.redirect("/connexion", 303);
  });

  routes.get(`${AUTH_PATH}/magic-link/verify`, "public", async (c) => {
    const { address, userAgent } = caller(c);
    const query = new URLSearchParams({ token: c.req.query("token") ?? "", callbackURL: "/" });
    const request = new Request(`${deps.config.publicUrl}${AUTH_PATH}/magic-link/verify?${query}`, {
      headers: { "x-beffroi-client": address, "user-agent": userAgent },
    });
    const answer = await deps.auth.handler(request);
    if (answer.status === 429) return tooMany(c, Number(answer.headers.get("x-retry-after") ?? 60));
    const cookies = answer.headers.getSetCookie();
    const t = signInTexts(c.get("language"));
    if (cookies.length === 0) return showProblem(c, 410, t.linkOverTitle, t.linkOver);
    passCookies(c, cookies);
    return c.redirect("/", 303);
  });
}

/** For pages that have no form to show again. */
export function tooMany(c: AppContext, seconds: number): Promise<Response> {
  const t = authorityTexts(c.get("language"));
  return showProblem(c, 429, t.tooManyTitle, t.tooMany(seconds));
}

function showSignIn(c: AppContext, next: string): Promise<Response> {
  const language = c.get("language");
  const visitor = c.get("visitor");
  const outsider = visitor.kind === "outsider" ? visitor.name : undefined;
  return show(c, { title: signInTexts(language).title }, <SignInPage language={language} next={next} outsider={outsider} />);
}

function refuse(c: AppContext, form: FormValues, errors: readonly FieldError[], status: 422 | 429): Promise<Response> {
  const language = c.get("language");
  const page = <SignInPage language={language} next={localPath(typed(form, "vers"))} errors={errors} values={valuesOf(form)} />;
  return show(c, { title: signInTexts(language).title, status }, page);
}
