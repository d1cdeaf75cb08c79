import { z } from "zod";
import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ROLES } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_JOB_TITLE, type Member } from "../../domain/member.ts";
import { type PersonView, personView } from "../../usecases/administration-views.ts";
import { type ChangeMemberRefusal, changeMember, endMembership } from "../../usecases/change-member.ts";
import { makeResetLink } from "../../usecases/password-reset.ts";
import type { Refused } from "../refused.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { idOf, PEOPLE_PATH } from "./addresses.ts";
import { BothVersions, type Said } from "./both-versions.tsx";
import { departmentName, underPeople } from "./fields.tsx";
import { showLink } from "./hand-over.tsx";
import { PersonPage, type PersonProps } from "./person-page.tsx";
import { administrationTexts } from "./texts.ts";

const rightsForm = z.object({
  fonction: field.optionalLine(LONGEST_JOB_TITLE),
  service: field.optionalId(),
  roles: field.choices(ROLES, 1),
});
type Typed = Pick<Member, "jobTitle" | "departmentId" | "roles">;

/** One person: their place, a new password, their departure. */
export function personRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${PEOPLE_PATH}/:id`, "manage-people", (c) => showPerson(c, deps));
  routes.post(`${PEOPLE_PATH}/:id`, "manage-people", (c) => change(c, deps));
  routes.post(`${PEOPLE_PATH}/:id/depart`, "manage-people", (c) => end(c, deps));
  routes.post(`${PEOPLE_PATH}/:id/reinitialisation`, "manage-people", (c) => handOverReset(c, deps));
}

async function viewOf(c: AppContext, deps: Deps): Promise<PersonView | undefined> {
  const id = idOf<PersonId>(c);
  return id && (await personView(deps, agentOfRequest(c), id));
}

async function showPerson(
  c: AppContext,
  deps: Deps,
  refused: Refused & Pick<PersonProps, "conflict" | "endError"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const view = await viewOf(c, deps);
  if (view === undefined) return notFound(c);
  const language = c.get("language");
  const title = view.member.name;
  const page = <PersonPage language={language} view={view} {...refused} />;
  return show(c, { title, breadcrumbs: underPeople(language, { label: title }), status }, page);
}

async function change(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = administrationTexts(language);
  const form = await readForm(c);
  const values = valuesOf(form);
  const id = idOf<PersonId>(c);
  if (id === undefined) return notFound(c);
  const parsed = parseForm(rightsForm, form);
  if (!parsed.ok) {
    const errors = messagesOf(parsed.error, language, { required: t.rolesNeeded });
    return showPerson(c, deps, { errors, values }, 422);
  }
  const { fonction: jobTitle, service, roles } = parsed.value;
  const input = { id, jobTitle, departmentId: service as DepartmentId | null, roles, version: versionOf(form) };
  const result = await changeMember(deps, agentOfRequest(c), input);
  if (!result.ok) return answerRefusal(c, deps, result.error, values, input);
  setFlash(c, "success", t.saved);
  return c.redirect(`${PEOPLE_PATH}/${id}`, 303);
}

async function end(c: AppContext, deps: Deps): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  const view = await viewOf(c, deps);
  if (view === undefined) return notFound(c);
  const { id, name } = view.member;
  const version = versionOf(await readForm(c));
  const result = await endMembership(deps, agentOfRequest(c), { id, version });
  if (!result.ok && result.error.kind === "last-administrator") return showPerson(c, deps, { endError: t.lastAdministrator }, 422);
  if (!result.ok) return answerRefusal(c, deps, result.error);
  setFlash(c, "success", t.ended(name));
  return c.redirect(PEOPLE_PATH, 303);
}

async function handOverReset(c: AppContext, deps: Deps): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  const view = await viewOf(c, deps);
  if (view === undefined) return notFound(c);
  const { id, name } = view.member;
  const result = await makeResetLink(deps, agentOfRequest(c), id);
  if (!result.ok && result.error.kind === "belongs-elsewhere") return showPerson(c, deps, {}, 409);
  if (!result.ok) return notFound(c);
  const crumb = { label: name, href: `${PEOPLE_PATH}/${id}` };
  return showLink(c, { title: t.resetLinkTitle, crumb, name, url: result.value, once: t.resetLinkOnce });
}

/** `values` and `typedIn`: undefined where nothing was . */
async function answerRefusal(
  c: AppContext,
  deps: Deps,
  refusal: ChangeMemberRefusal,
  values?: TypedValues,
  typedIn?: Typed,
): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  switch (refusal.kind) {
    case "not-allowed":
      return forbidden(c);
    case "not-found":
      return notFound(c);
    case "last-administrator":
      return showPerson(c, deps, { errors: [{ field: "roles", message: t.lastAdministrator }], values }, 422);
    case "unknown-department":
      return showPerson(c, deps, { errors: [{ field: "service", message: t.unknownDepartment }], values }, 422);
    case "stale":
      return showConflict(c, deps, refusal, values, typedIn);
  }
}

async function showConflict(
  c: AppContext,
  deps: Deps,
  { current, last }: Extract<ChangeMemberRefusal, { kind: "stale" }>,
  values: TypedValues | undefined,
  typedIn: Typed = current,
): Promise<Response> {
  const language = c.get("language");
  const departments = (await viewOf(c, deps))?.departments ?? [];
  const [yours, theirs] = [inWords(typedIn, departments, language), inWords(current, departments, language)];
  const conflict = <BothVersions language={language} last={last} now={deps.now()} yours={yours} theirs={theirs} />;
  return showPerson(c, deps, { conflict, values }, 409);
}

function inWords({ jobTitle, departmentId, roles }: Typed, departments: readonly Department[], language: Language): readonly Said[] {
  const t = administrationTexts(language);
  const inOrder = ROLES.filter((role) => roles.includes(role));
  return [
    { label: t.jobTitle, value: jobTitle ?? "" },
    { label: t.departmentLabel, value: departmentName(departments, departmentId, language) },
    { label: t.roles, value: rolesInWords(inOrder, language) },
  ];
}
