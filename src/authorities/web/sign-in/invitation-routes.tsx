import { z } from "zod";
import type { PersonId } from "#src/kernel/ids.ts";
import { signInWithPassword } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import {
  type AcceptInput,
  acceptInvitation,
  isInvitedPerson,
  type OpenedInvitation,
  openInvitation,
} from "../../usecases/accept-invitation.ts";
import { callerFrom, tooMany } from "../caller.ts";
import { newPasswordField, passwordField, passwordMessages } from "../password-field.ts";
import type { Refused } from "../refused.ts";
import { keepSecret, tokenOf } from "../secret-page.ts";
import { type SignedInPerson, signedInPerson } from "../signed-in-person.ts";
import { InvitationPage } from "./invitation-page.tsx";
import { openSession } from "./open-session.ts";
import { signInTexts } from "./texts.ts";

const PATH = "/invitation/:token";
const newPerson = z.object({ votre_nom: field.line(LONGEST_NAME), mot_de_passe: newPasswordField() });
const knownPerson = z.object({ mot_de_passe: passwordField() });

/** Accepting an invitation: as somebody new, with the password of a known account, or already signed in. */
export function invitationRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "public", (c) => open(c, deps));
  routes.post(PATH, "public", (c) => answer(c, deps));
}

async function open(c: AppContext, deps: Deps): Promise<Response> {
  const opened = await openInvitation(deps, tokenOf(c));
  if (opened === undefined) return unknown(c);
  return opened.state === "open" ? showInvitation(c, deps, opened) : over(c);
}

async function answer(c: AppContext, deps: Deps): Promise<Response> {
  const opened = await openInvitation(deps, tokenOf(c));
  if (opened === undefined) return unknown(c);
  const signedIn = await signedInOn(c, deps, opened);
  if (signedIn?.isInvited) return accept(c, deps, { id: signedIn.id }, []);
  const form = await readForm(c);
  return opened.account === "new" ? acceptAsNew(c, deps, opened, form) : acceptAsKnown(c, deps, opened, form);
}

async function acceptAsNew(c: AppContext, deps: Deps, opened: OpenedInvitation, form: FormValues): Promise<Response> {
  const language = c.get("language");
  const parsed = parseForm(newPerson, form);
  if (!parsed.ok) {
    const errors = messagesOf(parsed.error, language, passwordMessages(language));
    return showInvitation(c, deps, opened, { errors, values: valuesOf(form) }, 422);
  }
  const { votre_nom: name, mot_de_passe: password } = parsed.value;
  return accept(c, deps, { name, password, language }, async () => {
    const signedIn = await signInWithPassword(deps.auth, callerFrom(c, deps), opened.invitation.email, password);
    return "cookies" in signedIn ? signedIn.cookies : [];
  });
}

async function acceptAsKnown(c: AppContext, deps: Deps, opened: OpenedInvitation, form: FormValues): Promise<Response> {
  const language = c.get("language");
  const refuse = (errors: readonly FieldError[]) => showInvitation(c, deps, opened, { errors, values: valuesOf(form) }, 422);
  const parsed = parseForm(knownPerson, form);
  if (!parsed.ok) return refuse(messagesOf(parsed.error, language));
  const result = await signInWithPassword(deps.auth, callerFrom(c, deps), opened.invitation.email, parsed.value.mot_de_passe);
  if ("kind" in result) {
    if (result.kind === "too-many-attempts") return tooMany(c, result.seconds);
    // Somebody who never opened the page with this account, or a link that is over: nothing is said of the account.
    return opened.state === "open" ? refuse([{ field: "mot_de_passe", message: signInTexts(language).wrongPassword }]) : over(c);
  }
  const id = await personOf(deps, result.cookies);
  return id === undefined ? over(c) : accept(c, deps, { id }, result.cookies);
}

/** Whose session these fresh cookies open. */
async function personOf({ auth }: Pick<Deps, "auth">, cookies: readonly string[]): Promise<PersonId | undefined> {
  const cookie = cookies.map((each) => each.split(";", 1)[0]).join("; ");
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session?.user.id as PersonId | undefined;
}

async function accept(
  c: AppContext,
  deps: Deps,
  person: AcceptInput["person"],
  cookies: readonly string[] | (() => Promise<readonly string[]>),
): Promise<Response> {
  const result = await acceptInvitation(deps, { token: tokenOf(c), person });
  if (!result.ok && result.error.kind === "not-found") return unknown(c);
  const opening = typeof cookies === "function" ? await cookies() : cookies;
  // Pressed twice: the second time the invitation is closed, but the same password opens the account.
  if (!result.ok && opening.length === 0) return over(c);
  if (opening.length > 0) await openSession(c, deps, opening);
  if (result.ok) setFlash(c, "success", signInTexts(c.get("language")).joined(result.value.authorityName));
  return c.redirect("/", 303);
}

type SignedIn = SignedInPerson & { readonly isInvited: boolean };

async function signedInOn(c: AppContext, deps: Deps, opened: OpenedInvitation): Promise<SignedIn | undefined> {
  const person = signedInPerson(c);
  return person && { ...person, isInvited: await isInvitedPerson(deps, opened, person.id) };
}

/** Mails and messengers cut long addresses: whoever was invited reads what to do, not that there is no such page. */
function unknown(c: AppContext): Promise<Response> {
  const t = signInTexts(c.get("language"));
  return showProblem(c, 404, t.invitationUnknownTitle, t.invitationUnknown);
}

function over(c: AppContext): Promise<Response> {
  const t = signInTexts(c.get("language"));
  return showProblem(c, 410, t.invitationOverTitle, t.invitationOver);
}

async function showInvitation(
  c: AppContext,
  deps: Deps,
  opened: OpenedInvitation,
  refused: Refused = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const signedIn = await signedInOn(c, deps, opened);
  keepSecret(c);
  const title = signInTexts(language).invitationTitle(opened.invitation.authorityName);
  const page = <InvitationPage {...{ language, opened, signedIn }} path={`/invitation/${tokenOf(c)}`} {...refused} />;
  return show(c, { title, status }, page);
}
