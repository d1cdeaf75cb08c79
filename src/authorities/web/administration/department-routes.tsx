import { z } from "zod";
import { type DepartmentId, newId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { VERSION_FIELD } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import { type AddDepartmentRefusal, addDepartment } from "../../usecases/add-department.ts";
import { departmentsView, openDepartments } from "../../usecases/administration-views.ts";
import {
  type ChangeDepartmentInput,
  type ChangeDepartmentRefusal,
  type CloseDepartmentRefusal,
  changeDepartment,
  closeDepartment,
} from "../../usecases/change-department.ts";
import type { Refused } from "../refused.ts";
import { DEPARTMENTS_PATH, idOf } from "./addresses.ts";
import { BothVersions, type Said } from "./both-versions.tsx";
import { DepartmentPage, type DepartmentProps } from "./department-page.tsx";
import { DepartmentsPage } from "./departments-page.tsx";
import { crumbs } from "./fields.tsx";
import { type AdministrationTexts, administrationTexts } from "./texts.ts";

const departmentForm = z.object({ nom: field.line(LONGEST_NAME), dans: field.optionalId() });

/** The tree of departments: add, rename, move, close. */
export function departmentRoutes(routes: Routes, deps: Deps): void {
  routes.get(DEPARTMENTS_PATH, "manage-settings", (c) => showTree(c, deps, newId()));
  routes.post(DEPARTMENTS_PATH, "manage-settings", (c) => add(c, deps));
  routes.get(`${DEPARTMENTS_PATH}/:id`, "manage-settings", (c) => showDepartment(c, deps));
  routes.post(`${DEPARTMENTS_PATH}/:id`, "manage-settings", (c) => change(c, deps));
  routes.post(`${DEPARTMENTS_PATH}/:id/fermeture`, "manage-settings", (c) => close(c, deps));
}

/** `id`: of the department that may be added. */
async function showTree(c: AppContext, deps: Deps, id: string, refused: Refused = {}, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  const title = administrationTexts(language).departments;
  const view = await departmentsView(deps, agentOfRequest(c));
  const page = <DepartmentsPage language={language} view={view} id={id} {...refused} />;
  return show(c, { title, breadcrumbs: crumbs(language, { label: title }), status }, page);
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = administrationTexts(language);
  const form = await readForm(c);
  const values = valuesOf(form);
  const id = keyOf<DepartmentId>(form);
  const parsed = parseForm(departmentForm, form);
  if (!parsed.ok) return showTree(c, deps, id, { errors: messagesOf(parsed.error, language), values }, 422);
  const { nom: name, dans } = parsed.value;
  const result = await addDepartment(deps, agentOfRequest(c), { id, name, parentId: dans as DepartmentId | null });
  if (result.ok) {
    setFlash(c, "success", t.added(name));
    return c.redirect(DEPARTMENTS_PATH, 303);
  }
  if (result.error.kind === "not-allowed") return forbidden(c);
  return showTree(c, deps, id, { errors: [errorOf(result.error, t)], values }, 422);
}

async function showDepartment(
  c: AppContext,
  deps: Deps,
  refused: Refused & Pick<DepartmentProps, "conflict" | "closeError"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const id = idOf(c);
  const departments = await openDepartments(deps, agentOfRequest(c));
  const department = departments.find((each) => each.id === id);
  if (department === undefined) return notFound(c);
  const title = department.name;
  const list = { label: administrationTexts(language).departments, href: DEPARTMENTS_PATH };
  const page = <DepartmentPage language={language} department={department} departments={departments} {...refused} />;
  return show(c, { title, breadcrumbs: crumbs(language, list, { label: title }), status }, page);
}

async function change(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const id = idOf<DepartmentId>(c);
  if (id === undefined) return notFound(c);
  const parsed = parseForm(departmentForm, form);
  const values = valuesOf(form);
  if (!parsed.ok) return showDepartment(c, deps, { errors: messagesOf(parsed.error, language), values }, 422);
  const { nom: name, dans } = parsed.value;
  const input = { id, name, parentId: dans as DepartmentId | null, version: typed(form, VERSION_FIELD) };
  const result = await changeDepartment(deps, agentOfRequest(c), input);
  if (!result.ok) return answerChange(c, deps, result.error, input, values);
  setFlash(c, "success", administrationTexts(language).saved);
  return c.redirect(DEPARTMENTS_PATH, 303);
}

function answerChange(
  c: AppContext,
  deps: Deps,
  refusal: ChangeDepartmentRefusal,
  input: ChangeDepartmentInput,
  values: TypedValues,
): Promise<Response> {
  if (refusal.kind === "not-allowed") return forbidden(c);
  if (refusal.kind === "not-found") return notFound(c);
  if (refusal.kind === "stale") return showConflict(c, deps, refusal, input, values);
  return showDepartment(c, deps, { errors: [errorOf(refusal, administrationTexts(c.get("language")))], values }, 422);
}

async function showConflict(
  c: AppContext,
  deps: Deps,
  { current, last }: Extract<ChangeDepartmentRefusal, { kind: "stale" }>,
  input: ChangeDepartmentInput,
  values: TypedValues,
): Promise<Response> {
  const language = c.get("language");
  const t = administrationTexts(language);
  const departments = await openDepartments(deps, agentOfRequest(c));
  const inWords = ({ name, parentId }: Pick<Department, "name" | "parentId">): readonly Said[] => [
    { label: t.departmentName, value: name },
    { label: t.parent, value: departments.find((each) => each.id === parentId)?.pathName ?? t.noParent },
  ];
  const [yours, theirs] = [inWords(input), inWords(current)];
  const conflict = <BothVersions language={language} last={last} now={deps.now()} yours={yours} theirs={theirs} />;
  return showDepartment(c, deps, { values, conflict }, 409);
}

type FormRefusal = Exclude<AddDepartmentRefusal | ChangeDepartmentRefusal, { kind: "not-allowed" | "not-found" | "stale" }>;

function errorOf({ kind }: FormRefusal, t: AdministrationTexts): FieldError {
  switch (kind) {
    case "name-taken":
      return { field: "nom", message: t.nameTaken };
    case "unknown-parent":
      return { field: "dans", message: t.unknownParent };
    case "inside-itself":
      return { field: "dans", message: t.insideItself };
    case "too-deep":
      return { field: "dans", message: t.tooDeep };
  }
}

async function close(c: AppContext, deps: Deps): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  const id = idOf<DepartmentId>(c);
  if (id === undefined) return notFound(c);
  const name = (await openDepartments(deps, agentOfRequest(c))).find((each) => each.id === id)?.name;
  const result = await closeDepartment(deps, agentOfRequest(c), id);
  if (!result.ok) return answerClosing(c, deps, result.error);
  setFlash(c, "success", name === undefined ? t.saved : t.closed(name));
  return c.redirect(DEPARTMENTS_PATH, 303);
}

function answerClosing(c: AppContext, deps: Deps, refusal: CloseDepartmentRefusal): Promise<Response> {
  const t = administrationTexts(c.get("language"));
  switch (refusal.kind) {
    case "not-allowed":
      return forbidden(c);
    case "not-found":
      return notFound(c);
    case "has-departments":
      return showDepartment(c, deps, { closeError: t.hasDepartments }, 422);
    case "has-members":
      return showDepartment(c, deps, { closeError: t.hasMembers(refusal.members) }, 422);
  }
}
