import { z } from "zod";
import { type DepartmentId, newId } from "#src/kernel/ids.ts";
import { ROLES } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest, memberOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, field, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { mailFault } from "#src/platform/mail/mailer.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import { openDepartments } from "../../usecases/administration-views.ts";
import { invitePerson, type MadeInvitation, renewInvitation, revokeInvitation } from "../../usecases/invite-person.ts";
import { mailInvitation } from "../mails.ts";
import type { Refused } from "../refused.ts";
import { INVITATIONS_PATH, INVITE_PATH, idOf, PEOPLE_PATH } from "./addresses.ts";
import { underPeople } from "./fields.tsx";
import { showLink } from "./hand-over.tsx";
import { InvitePage } from "./invite-page.tsx";
import { administrationTexts } from "./texts.ts";

const inviteForm = z.object({
  nom: field.line(LONGEST_NAME),
  courriel: field.email(),
  service: field.optionalId(),
  roles: field.choices(ROLES, 1),
});
const FIELD_OF_REFUSAL = { "already-member": "courriel", "unknown-department": "service", "not-open": "" } as const;

/** Inviting somebody, and what becomes of an invitation that waits. */
export function invitationRoutes(routes: Routes, deps: Deps): void {
  routes.get(INVITE_PATH, "manage-people", (c) => showInvite(c, deps, newId()));
  routes.post(INVITE_PATH, "manage-people", (c) => invite(c, deps));
  routes.post(`${INVITATIONS_PATH}/:id/relancer`, "manage-people", (c) => renew(c, deps));
  routes.post(`${INVITATIONS_PATH}/:id/annuler`, "manage-people", (c) => revoke(c, deps));
}

async function showInvite(c: AppContext, deps: Deps, id: string, refused: Refused = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  const title = administrationTexts(language).inviteTitle;
  const departments = await openDepartments(deps, agentOfRequest(c));
  const sendsMail = deps.mailer !== undefined;
  const page = <InvitePage language={language} id={id} departments={departments} sendsMail={sendsMail} {...refused} />;
  return show(c, { title, breadcrumbs: underPeople(language, { label: title }), status }, page);
}

async function invite(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf(form);
  const values = valuesOf(form);
  const parsed = parseForm(inviteForm, form);
  if (!parsed.ok) return showInvite(c, deps, id, { values, errors: errorsIn(c, parsed.error) }, 422);
  const { nom: name, courriel: email, service, roles } = parsed.value;
  const result = await invitePerson(deps, agentOfRequest(c), { id, email, name, departmentId: service as DepartmentId | null, roles });
  if (result.ok) return handOver(c, deps, result.value);
  const { kind } = result.error;
  if (kind === "not-allowed") return forbidden(c);
  const errors = errorsIn(c, [{ field: FIELD_OF_REFUSAL[kind], code: kind }]);
  // That invitation was accepted or revoked: the form comes back as another one.
  if (kind === "not-open") return showInvite(c, deps, newId(), { values, errors }, 409);
  return showInvite(c, deps, id, { values, errors }, 422);
}

function errorsIn(c: AppContext, issues: readonly FormIssue[]): ReturnType<typeof messagesOf> {
  const language = c.get("language");
  const t = administrationTexts(language);
  const messages = { "already-member": t.alreadyMember, "unknown-department": t.unknownDepartment, "not-open": t.alreadyHandled };
  return messagesOf(issues, language, messages);
}

/** By mail where there is a server that answers; else the link is shown, once. */
async function handOver(c: AppContext, deps: Deps, { invitation, url }: MadeInvitation): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  // No link: the same form posted again. The first message is already gone, with the link that works.
  const mailed = url === undefined ? deps.mailer !== undefined : await mail(c, deps, invitation, url);
  if (mailed === true) {
    setFlash(c, "success", t.inviteSent(invitation.email));
    return c.redirect(PEOPLE_PATH, 303);
  }
  const link = url ?? (await newLink(c, deps, invitation.id));
  if (link === undefined) return notFound(c);
  return showLink(c, {
    title: t.linkTitle,
    crumb: { label: t.linkTitle },
    name: invitation.name,
    url: link,
    once: t.linkOnce,
    warning: mailed === "failed" ? t.linkMailFailed : undefined,
  });
}

async function mail(c: AppContext, deps: Deps, invitation: MadeInvitation["invitation"], url: string): Promise<boolean | "failed"> {
  try {
    const { authority } = memberOfRequest(c);
    return await mailInvitation(deps, { ...invitation, authorityName: authority.name, url, language: c.get("language") });
  } catch (err) {
    deps.log.warn(mailFault(err), "invitation not mailed");
    return "failed";
  }
}

async function newLink(c: AppContext, deps: Deps, id: string): Promise<string | undefined> {
  const renewed = await renewInvitation(deps, agentOfRequest(c), id);
  return renewed.ok ? renewed.value.url : undefined;
}

async function renew(c: AppContext, deps: Deps): Promise<Response> {
  const id = idOf(c);
  const result = id === undefined ? undefined : await renewInvitation(deps, agentOfRequest(c), id);
  return result?.ok ? handOver(c, deps, result.value) : notFound(c);
}

async function revoke(c: AppContext, deps: Deps): Promise<Response> {
  const id = idOf(c);
  const result = id === undefined ? undefined : await revokeInvitation(deps, agentOfRequest(c), id);
  if (!result?.ok) return notFound(c);
  setFlash(c, "success", administrationTexts(c.get("language")).revoked);
  return c.redirect(PEOPLE_PATH, 303);
}
