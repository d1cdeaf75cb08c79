import { z } from "zod";
import { type DepartmentId, isUuid, newId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { Conflict } from "#src/platform/ui/conflict.tsx";
import { KEY_FIELD, VERSION_FIELD } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import { type AddDepartmentRefusal, addDepartment } from "../../usecases/add-department.ts";
import { departmentsView, openDepartments } from "../../usecases/administration-views.ts";
import {
  type ChangeDepartmentInput,
  type ChangeDepartmentRefusal,
  changeDepartment,
  closeDepartment,
} from "../../usecases/change-department.ts";
import { DepartmentPage, DepartmentsPage } from "./departments-page.tsx";
import { crumbs } from "./fields.tsx";
import { type AdministrationTexts, administrationTexts } from "./texts.ts";

const LIST = "/administration/services";
const departmentForm = z.object({ nom: field.line(LONGEST_NAME), dans: field.optionalId() });
type Again = { readonly status: 409 | 422; readonly errors?: readonly FieldError[]; readonly values?: TypedValues };
type PageAgain = Again & Pick<Parameters<typeof DepartmentPage>[0], "conflict" | "closeError">;

/** The tree of departments: add, rename, move, close. */
export function departmentRoutes(routes: Routes, deps: Deps): void {
  routes.get(LIST, "manage-settings", (c) => showAll(c, newId<string>()));

  routes.post(LIST, "manage-settings", async (c) => {
    const language = c.get("language");
    const t = administrationTexts(language);
    const form = await readForm(c);
    const key = typed(form, KEY_FIELD);
    const id = isUuid(key) ? key : newId<string>();
    const parsed = parseForm(departmentForm, form);
    if (!parsed.ok) return showAll(c, id, { status: 422, errors: messagesOf(parsed.error, language), values: valuesOf(form) });
    const { nom: name, dans } = parsed.value;
    const result = await addDepartment(deps, agentOfRequest(c), { id: id as DepartmentId, name, parentId: dans as DepartmentId | null });
    if (!result.ok)
      return result.error.kind === "not-allowed"
        ? forbidden(c)
        : showAll(c, id, { status: 422, errors: [errorOf(result.error, t)], values: valuesOf(form) });
    setFlash(c, "success", t.added(name));
    return c.redirect(LIST, 303);
  });

  routes.get(`${LIST}/:id`, "manage-settings", (c) => showOne(c));

  routes.post(`${LIST}/:id`, "manage-settings", async (c) => {
    const language = c.get("language");
    const form = await readForm(c);
    const id = idOf(c);
    if (id === undefined) return notFound(c);
    const parsed = parseForm(departmentForm, form);
    const values = valuesOf(form);
    if (!parsed.ok) return showOne(c, { status: 422, errors: messagesOf(parsed.error, language), values });
    const { nom: name, dans } = parsed.value;
    const input = { id, name, parentId: dans as DepartmentId | null, version: typed(form, VERSION_FIELD) };
    const result = await changeDepartment(deps, agentOfRequest(c), input);
    if (!result.ok) return answerChange(c, result.error, input, values);
    setFlash(c, "success", administrationTexts(language).saved);
    return c.redirect(LIST, 303);
  });

  routes.post(`${LIST}/:id/fermeture`, "manage-settings", async (c) => {
    const t = administrationTexts(c.get("language"));
    const id = idOf(c);
    const name = (await openDepartments(deps, agentOfRequest(c))).find((each) => each.id === id)?.name;
    const result = id && (await closeDepartment(deps, agentOfRequest(c), id));
    if (result === undefined) return notFound(c);
    if (result.ok) {
      setFlash(c, "success", name === undefined ? t.saved : t.closed(name));
      return c.redirect(LIST, 303);
    }
    switch (result.error.kind) {
      case "not-allowed":
        return forbidden(c);
      case "not-found":
        return notFound(c);
      case "has-departments":
        return showOne(c, { status: 422, closeError: t.hasDepartments });
      case "has-members":
        return showOne(c, { status: 422, closeError: t.hasMembers(result.error.members) });
    }
  });

  async function answerChange(
    c: AppContext,
    refusal: ChangeDepartmentRefusal,
    input: ChangeDepartmentInput,
    values: TypedValues,
  ): Promise<Response> {
    const t = administrationTexts(c.get("language"));
    if (refusal.kind === "not-allowed") return forbidden(c);
    if (refusal.kind === "not-found") return notFound(c);
    if (refusal.kind !== "stale") return showOne(c, { status: 422, errors: [errorOf(refusal, t)], values });
    const { current, last } = refusal;
    const departments = await openDepartments(deps, agentOfRequest(c));
    const placeOf = (id: string | null): string => departments.find((each) => each.id === id)?.pathName ?? t.noParent;
    const fields = [
      { label: t.departmentName, yours: input.name, theirs: current.name },
      { label: t.parent, yours: placeOf(input.parentId), theirs: placeOf(current.parentId) },
    ].filter(({ yours, theirs }) => yours !== theirs);
    const at = (last?.at ?? deps.now()).toISOString();
    return showOne(c, { status: 409, values, conflict: <Conflict changedBy={last?.by ?? t.nobody} changedAt={at} fields={fields} /> });
  }

  async function showAll(c: AppContext, id: string, { status, ...again }: Partial<Again> = {}): Promise<Response> {
    const language = c.get("language");
    const title = administrationTexts(language).departments;
    const view = await departmentsView(deps, agentOfRequest(c));
    return show(
      c,
      { title, breadcrumbs: crumbs(language, { label: title }), ...(status && { status }) },
      <DepartmentsPage language={language} view={view} id={id} {...again} />,
    );
  }

  async function showOne(c: AppContext, { status, ...again }: Partial<PageAgain> = {}): Promise<Response> {
    const language = c.get("language");
    const t = administrationTexts(language);
    const id = idOf(c);
    const departments = await openDepartments(deps, agentOfRequest(c));
    const department = departments.find((each) => each.id === id);
    if (department === undefined) return notFound(c);
    return show(
      c,
      {
        title: department.name,
        breadcrumbs: crumbs(language, { label: t.departments, href: LIST }, { label: department.name }),
        ...(status && { status }),
      },
      <DepartmentPage language={language} department={department} departments={departments} {...again} />,
    );
  }
}

function idOf(c: AppContext): DepartmentId | undefined {
  const id = c.req.param("id");
  return isUuid(id) ? (id as DepartmentId) : undefined;
}

type Refusal = Exclude<AddDepartmentRefusal | ChangeDepartmentRefusal, { kind: "not-allowed" | "not-found" | "stale" }>;

function errorOf({ kind }: Refusal, t: AdministrationTexts): FieldError {
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
