import { z } from "zod";
import { type DepartmentId, isUuid, type PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ROLES } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { VERSION_FIELD } from "#src/platform/ui/form.tsx";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_JOB_TITLE, type Member } from "../../domain/member.ts";
import { personView } from "../../usecases/administration-views.ts";
import { type ChangeMemberRefusal, changeMember, endMembership } from "../../usecases/change-member.ts";
import { makeResetLink } from "../../usecases/password-reset.ts";
import { crumbs, departmentName, rolesInWords } from "./fields.tsx";
import { HandOverPage } from "./invite-page.tsx";
import { PersonPage } from "./person-page.tsx";
import { administrationTexts } from "./texts.ts";

const LIST = "/administration/personnes";
const rightsForm = z.object({
  fonction: field.optionalLine(LONGEST_JOB_TITLE),
  service: field.optionalId(),
  roles: field.choices(ROLES, 1),
});
type Shown = Omit<Parameters<typeof PersonPage>[0], "language" | "view"> & { readonly status?: 409 | 422 };
type Typed = Pick<Member, "jobTitle" | "departmentId" | "roles">;

/** One person: their place, a new password, their departure. */
export function personRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${LIST}/:id`, "manage-people", (c) => showPerson(c));

  routes.post(`${LIST}/:id`, "manage-people", async (c) => {
    const language = c.get("language");
    const t = administrationTexts(language);
    const form = await readForm(c);
    const values = valuesOf(form);
    const id = idOf(c);
    if (id === undefined) return notFound(c);
    const parsed = parseForm(rightsForm, form);
    if (!parsed.ok) return showPerson(c, { status: 422, errors: messagesOf(parsed.error, language, { required: t.rolesNeeded }), values });
    const { fonction: jobTitle, service, roles } = parsed.value;
    const input = { id, jobTitle, departmentId: service as DepartmentId | null, roles, version: versionOf(typed(form, VERSION_FIELD)) };
    const result = await changeMember(deps, agentOfRequest(c), input);
    if (!result.ok) return answerRefusal(c, result.error, input, values);
    setFlash(c, "success", t.saved);
    return c.redirect(`${LIST}/${id}`, 303);
  });

  routes.post(`${LIST}/:id/depart`, "manage-people", async (c) => {
    const t = administrationTexts(c.get("language"));
    const id = idOf(c);
    const view = id && (await personView(deps, agentOfRequest(c), id));
    if (id === undefined || view === undefined) return notFound(c);
    const version = versionOf(typed(await readForm(c), VERSION_FIELD));
    const result = await endMembership(deps, agentOfRequest(c), { id, version });
    if (!result.ok && result.error.kind === "last-administrator") return showPerson(c, { status: 422, endError: t.lastAdministrator });
    if (!result.ok) return answerRefusal(c, result.error);
    setFlash(c, "success", t.ended(view.member.name));
    return c.redirect(LIST, 303);
  });

  routes.post(`${LIST}/:id/reinitialisation`, "manage-people", async (c) => {
    const language = c.get("language");
    const t = administrationTexts(language);
    const id = idOf(c);
    const view = id && (await personView(deps, agentOfRequest(c), id));
    if (id === undefined || view === undefined) return notFound(c);
    const result = await makeResetLink(deps, agentOfRequest(c), id);
    if (!result.ok && result.error.kind === "belongs-elsewhere") return showPerson(c, { status: 409 });
    if (!result.ok) return notFound(c);
    c.header("cache-control", "no-store");
    return show(
      c,
      {
        title: t.resetLinkTitle,
        breadcrumbs: crumbs(language, { label: t.people, href: LIST }, { label: view.member.name, href: `${LIST}/${id}` }),
      },
      <HandOverPage language={language} title={t.resetLinkTitle} name={view.member.name} url={result.value} once={t.resetLinkOnce} />,
    );
  });

  function answerRefusal(c: AppContext, refusal: ChangeMemberRefusal, typedIn?: Typed, values?: TypedValues): Promise<Response> {
    const again = values && { values };
    const language = c.get("language");
    const t = administrationTexts(language);
    switch (refusal.kind) {
      case "not-allowed":
        return forbidden(c);
      case "not-found":
        return notFound(c);
      case "last-administrator":
        return showPerson(c, { status: 422, errors: [{ field: "roles", message: t.lastAdministrator }], ...again });
      case "unknown-department":
        return showPerson(c, { status: 422, errors: [{ field: "service", message: t.unknownDepartment }], ...again });
      case "stale":
        return showConflict(c, refusal, typedIn, values);
    }
  }

  async function showConflict(
    c: AppContext,
    { current, last }: Extract<ChangeMemberRefusal, { kind: "stale" }>,
    typedIn: Typed = current,
    values?: TypedValues,
  ): Promise<Response> {
    const language = c.get("language");
    const view = await personView(deps, agentOfRequest(c), current.id);
    const fields = differences(typedIn, current, view?.departments ?? [], language);
    const conflict = (
      <Conflict
        changedBy={last?.by ?? administrationTexts(language).nobody}
        changedAt={(last?.at ?? deps.now()).toISOString()}
        fields={fields}
      />
    );
    return showPerson(c, { status: 409, conflict, ...(values && { values }) });
  }

  async function showPerson(c: AppContext, { status, ...again }: Shown = {}): Promise<Response> {
    const language = c.get("language");
    const id = idOf(c);
    const view = id && (await personView(deps, agentOfRequest(c), id));
    if (view === undefined) return notFound(c);
    const { name } = view.member;
    return show(
      c,
      {
        title: name,
        breadcrumbs: crumbs(language, { label: administrationTexts(language).people, href: LIST }, { label: name }),
        ...(status && { status }),
      },
      <PersonPage language={language} view={view} {...again} />,
    );
  }
}

function idOf(c: AppContext): PersonId | undefined {
  const id = c.req.param("id");
  return isUuid(id) ? (id as PersonId) : undefined;
}

/** A version that is no number is a version nobody was at. */
function versionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function differences(yours: Typed, theirs: Member, departments: readonly Department[], language: Language): readonly ConflictField[] {
  const t = administrationTexts(language);
  const inWords = ({ jobTitle, departmentId, roles }: Typed): readonly string[] => [
    jobTitle ?? "",
    departmentName(departments, departmentId, language),
    rolesInWords(
      ROLES.filter((role) => roles.includes(role)),
      language,
    ),
  ];
  const [before, after] = [inWords(yours), inWords(theirs)];
  return [t.jobTitle, t.departmentLabel, t.roles]
    .map((label, index) => ({ label, yours: before[index] ?? "", theirs: after[index] ?? "" }))
    .filter((each) => each.yours !== each.theirs);
}
