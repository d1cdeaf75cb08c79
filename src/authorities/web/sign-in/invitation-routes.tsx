import { z } from "zod";
import type { PersonId } from "#src/kernel/ids.ts";
import { signInWithPassword, signOut } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf, passCookies } from "#src/platform/http/caller.ts";
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
import { newPasswordField, passwordField, passwordMessages } from "../password-field.ts";
import { InvitationPage } from "./invitation-page.tsx";
import { tooMany } from "./sign-in-routes.tsx";
import { signInTexts } from "./texts.ts";

const newPerson = z.object({ votre_nom: field.line(LONGEST_NAME), mot_de_passe: newPasswordField() });
const knownPerson = z.object({ mot_de_passe: passwordField() });

/** Accepting an invitation: as somebody new, with the password of a known account, or already signed in. */
export function invitationRoutes(routes: Routes, deps: Deps): void {
  const caller = (c: AppContext) => callerOf(c, deps.config.trustProxy);

  routes.get("/invitation/:token", "public", async (c) => {
    const opened = await openInvitation(deps, c.req.param("token") ?? "");
    if (opened === undefined) return unknown(c);
    if (opened.state !== "open") return over(c);
    return showInvitation(c, opened, await signedInOn(c, opened));
  });

  routes.post("/invitation/:token", "public", async (c) => {
    const opened = await openInvitation(deps, c.req.param("token") ?? "");
    if (opened === undefined) return unknown(c);
    const signedIn = await signedInOn(c, opened);
    if (signedIn?.isInvited) return accept(c, { id: signedIn.id }, []);
    const form = await readForm(c);
    return opened.account === "new" ? acceptAsNew(c, opened, form) : acceptAsKnown(c, opened, form);
  });

  async function acceptAsNew(c: AppContext, opened: OpenedInvitation, form: FormValues): Promise<Response> {
    const language = c.get("language");
    const parsed = parseForm(newPerson, form);
    if (!parsed.ok) {
      const errors = messagesOf(parsed.error, language, passwordMessages(language));
      return showInvitation(c, opened, await signedInOn(c, opened), { form, errors });
    }
    const { votre_nom: name, mot_de_passe: password } = parsed.value;
    return accept(c, { name, password, language }, async () => {
      const signedIn = await signInWithPassword(deps.auth, caller(c), opened.invitation.email, password);
      return "cookies" in signedIn ? signedIn.cookies : [];
    });
  }

  async function acceptAsKnown(c: AppContext, opened: OpenedInvitation, form: FormValues): Promise<Response> {
    const language = c.get("language");
    const refuse = async (errors: readonly FieldError[]) => showInvitation(c, opened, await signedInOn(c, opened), { form, errors });
    const parsed = parseForm(knownPerson, form);
    if (!parsed.ok) return refuse(messagesOf(parsed.error, language));
    const result = await signInWithPassword(deps.auth, caller(c), opened.invitation.email, parsed.value.mot_de_passe);
    if ("kind" in result) {
      if (result.kind === "too-many-attempts") return tooMany(c, result.seconds);
      // Somebody who never opened the page with this account, or a link that is over: nothing is said of the account.
      return opened.state === "open" ? refuse([{ field: "mot_de_passe", message: signInTexts(language).wrongPassword }]) : over(c);
    }
    const id = await personOf(result.cookies);
    return id === undefined ? over(c) : accept(c, { id }, result.cookies);
  }

  /** Whose session these fresh cookies open. */
  async function personOf(cookies: readonly string[]): Promise<PersonId | undefined> {
    const cookie = cookies.map((each) => each.split(";", 1)[0]).join("; ");
    const session = await deps.auth.api.getSession({ headers: new Headers({ cookie }) });
    return session?.user.id as PersonId | undefined;
  }

  async function accept(
    c: AppContext,
    person: AcceptInput["person"],
    cookies: readonly string[] | (() => Promise<readonly string[]>),
  ): Promise<Response> {
    const result = await acceptInvitation(deps, { token: c.req.param("token") ?? "", person });
    if (!result.ok && result.error.kind === "not-found") return unknown(c);
    const opening = typeof cookies === "function" ? await cookies() : cookies;
    // Pressed twice: the second time the invitation is closed, but the same password opens the account.
    if (!result.ok && opening.length === 0) return over(c);
    if (opening.length > 0 && c.get("visitor").kind !== "signed-out") await signOut(deps.auth, caller(c));
    passCookies(c, opening);
    if (result.ok) setFlash(c, "success", signInTexts(c.get("language")).joined(result.value.authorityName));
    return c.redirect("/", 303);
  }

  async function signedInOn(c: AppContext, opened: OpenedInvitation): Promise<SignedIn | undefined> {
    const visitor = c.get("visitor");
    if (visitor.kind === "signed-out") return undefined;
    const person =
      visitor.kind === "agent" ? { id: visitor.agent.id, name: visitor.agent.name } : { id: visitor.personId, name: visitor.name };
    return { ...person, isInvited: await isInvitedPerson(deps, opened, person.id) };
  }
}

type SignedIn = { readonly id: PersonId; readonly name: string; readonly isInvited: boolean };
type Refused = { readonly form: FormValues; readonly errors: readonly FieldError[] };

/** Mails and messengers cut long addresses: whoever was invited reads what to do, not that there is no such page. */
function unknown(c: AppContext): Promise<Response> {
  const t = signInTexts(c.get("language"));
  return showProblem(c, 404, t.invitationUnknownTitle, t.invitationUnknown);
}

function over(c: AppContext): Promise<Response> {
  const t = signInTexts(c.get("language"));
  return showProblem(c, 410, t.invitationOverTitle, t.invitationOver);
}

function showInvitation(c: AppContext, opened: OpenedInvitation, signedIn: SignedIn | undefined, refused?: Refused): Promise<Response> {
  const language = c.get("language");
  c.header("cache-control", "no-store");
  const path = `/invitation/${c.req.param("token")}`;
  const again = refused && { errors: refused.errors, values: valuesOf(refused.form) };
  return show(
    c,
    { title: signInTexts(language).invitationTitle(opened.invitation.authorityName), ...(refused && { status: 422 }) },
    <InvitationPage language={language} path={path} opened={opened} signedIn={signedIn} {...again} />,
  );
}
