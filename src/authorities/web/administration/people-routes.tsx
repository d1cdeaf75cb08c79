import { z } from "zod";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { isRole, ROLES } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest, memberOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { mailFault } from "#src/platform/mail/mailer.ts";
import { KEY_FIELD } from "#src/platform/ui/form.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import { openDepartments, type PeopleQuery, peopleView } from "../../usecases/administration-views.ts";
import { invitePerson, type MadeInvitation, renewInvitation, revokeInvitation } from "../../usecases/invite-person.ts";
import { mailInvitation } from "../mails.ts";
import { crumbs } from "./fields.tsx";
import { HandOverPage, InvitePage } from "./invite-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { administrationTexts } from "./texts.ts";

const LIST = "/administration/personnes";
const MOST_PAGES = 10_000;
const inviteForm = z.object({
  nom: field.line(LONGEST_NAME),
  courriel: field.email(),
  service: field.optionalId(),
  roles: field.choices(ROLES, 1),
});

/** The list of people, and invitations. */
export function peopleRoutes(routes: Routes, deps: Deps): void {
  routes.get(LIST, "manage-people", async (c) => {
    const language = c.get("language");
    const query = queryOf(c);
    const view = await peopleView(deps, agentOfRequest(c), query);
    const title = administrationTexts(language).people;
    return show(
      c,
      { title, breadcrumbs: crumbs(language, { label: title }) },
      <PeoplePage language={language} query={query} view={view} now={deps.now()} />,
    );
  });

  routes.get(`${LIST}/inviter`, "manage-people", (c) => showInvite(c, newId<string>()));

  routes.post(`${LIST}/inviter`, "manage-people", async (c) => {
    const language = c.get("language");
    const t = administrationTexts(language);
    const form = await readForm(c);
    const key = typed(form, KEY_FIELD);
    const id = isUuid(key) ? key : newId<string>();
    const refuse = (issues: readonly FormIssue[], status: 422 | 409) => {
      const messages = { "already-member": t.alreadyMember, "unknown-department": t.unknownDepartment, "not-open": t.alreadyHandled };
      return showInvite(c, status === 409 ? newId<string>() : id, { form, errors: messagesOf(issues, language, messages), status });
    };
    const parsed = parseForm(inviteForm, form);
    if (!parsed.ok) return refuse(parsed.error, 422);
    const { nom: name, courriel: email, service, roles } = parsed.value;
    const result = await invitePerson(deps, agentOfRequest(c), { id, email, name, departmentId: service as DepartmentId | null, roles });
    if (result.ok) return handOver(c, result.value);
    if (result.error.kind === "not-allowed") return forbidden(c);
    if (result.error.kind === "not-open") return refuse([{ field: "", code: "not-open" }], 409);
    return refuse([{ field: result.error.kind === "already-member" ? "courriel" : "service", code: result.error.kind }], 422);
  });

  routes.post("/administration/invitations/:id/relancer", "manage-people", async (c) => {
    const id = c.req.param("id");
    const result = isUuid(id) ? await renewInvitation(deps, agentOfRequest(c), id) : undefined;
    return result?.ok ? handOver(c, result.value) : notFound(c);
  });

  routes.post("/administration/invitations/:id/annuler", "manage-people", async (c) => {
    const id = c.req.param("id");
    const result = isUuid(id) ? await revokeInvitation(deps, agentOfRequest(c), id) : undefined;
    if (!result?.ok) return notFound(c);
    setFlash(c, "success", administrationTexts(c.get("language")).revoked);
    return c.redirect(LIST, 303);
  });

  /** By mail where there is a server that answers; else the link is shown, once. */
  async function handOver(c: AppContext, { invitation, url }: MadeInvitation): Promise<Response> {
    const language = c.get("language");
    const t = administrationTexts(language);
    // No link: the same form posted again. The first message is already gone, with the link that works.
    const mailed = url === undefined ? deps.mailer !== undefined : await mail(c, invitation, url);
    if (mailed === true) {
      setFlash(c, "success", t.inviteSent(invitation.email));
      return c.redirect(LIST, 303);
    }
    const link = url ?? (await newLink(c, invitation.id));
    if (link === undefined) return notFound(c);
    c.header("cache-control", "no-store");
    const warning = mailed === "failed" ? { warning: t.linkMailFailed } : {};
    return show(
      c,
      { title: t.linkTitle, breadcrumbs: crumbs(language, { label: t.people, href: LIST }, { label: t.linkTitle }) },
      <HandOverPage language={language} title={t.linkTitle} name={invitation.name} url={link} once={t.linkOnce} {...warning} />,
    );
  }

  async function mail(c: AppContext, invitation: MadeInvitation["invitation"], url: string): Promise<boolean | "failed"> {
    try {
      const { authority } = memberOfRequest(c);
      return await mailInvitation(deps, { ...invitation, authorityName: authority.name, url, language: c.get("language") });
    } catch (err) {
      deps.log.warn(mailFault(err), "invitation not mailed");
      return "failed";
    }
  }

  async function newLink(c: AppContext, id: string): Promise<string | undefined> {
    const renewed = await renewInvitation(deps, agentOfRequest(c), id);
    return renewed.ok ? renewed.value.url : undefined;
  }

  type Again = { readonly form: FormValues; readonly errors: ReturnType<typeof messagesOf>; readonly status: 422 | 409 };
  async function showInvite(c: AppContext, id: string, again?: Again): Promise<Response> {
    const language = c.get("language");
    const t = administrationTexts(language);
    const departments = await openDepartments(deps, agentOfRequest(c));
    const refused = again && { errors: again.errors, values: valuesOf(again.form) };
    return show(
      c,
      {
        title: t.inviteTitle,
        breadcrumbs: crumbs(language, { label: t.people, href: LIST }, { label: t.inviteTitle }),
        ...(again && { status: again.status }),
      },
      <InvitePage language={language} id={id} departments={departments} sendsMail={deps.mailer !== undefined} {...refused} />,
    );
  }
}

/** Lenient: what is not understood is as if it were not there. */
function queryOf(c: AppContext): PeopleQuery {
  const { recherche = "", role, service, presence, page } = c.req.query();
  const number = /^\d{1,5}$/.test(page ?? "") ? Number(page) : 1;
  return {
    search: recherche
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 100),
    role: isRole(role) ? role : null,
    department: isUuid(service) ? service : null,
    left: presence === "parties",
    page: Math.min(Math.max(number, 1), MOST_PAGES),
  };
}
