import { departmentsOf } from "#src/authorities/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { installationById } from "../db/installations.ts";
import { editInstallation } from "../usecases/edit-installation.ts";
import { detailsTexts } from "./details-texts.ts";
import { differences } from "./differences.ts";
import { EditPage, type EditPageProps } from "./edit-page.tsx";
import { issuesOf, parseEdit } from "./installation-form.ts";
import { inventoryTexts } from "./texts.ts";

export function editRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/:id/modifier", "manage-inventory", (c) => showEdit(c, deps));
  routes.post("/parc/:id/modifier", "manage-inventory", (c) => edit(c, deps));
}

async function edit(c: AppContext, deps: Deps): Promise<Response> {
  const param = c.req.param("id");
  if (!isUuid(param)) return notFound(c);
  const id = param as InstallationId;
  const language = c.get("language");
  const t = inventoryTexts(language);
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseEdit(form);
  if (!parsed.ok) return showEdit(c, deps, () => ({ values, errors: messagesOf(parsed.error, language) }), 422);
  const result = await editInstallation(deps, agentOfRequest(c), { id, version: versionOf(form), ...parsed.value });
  if (result.ok) {
    setFlash(c, "success", t.edit.saved);
    return c.redirect(`/parc/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind === "retired") return backToRetired(c, id);
  if (error.kind !== "stale") {
    const errors = messagesOf(issuesOf(error), language, { ...t.issues, ...detailsTexts(language).issues });
    return showEdit(c, deps, () => ({ values, errors }), 422);
  }
  const { current, change } = error;
  const conflictWith = (departments: EditPageProps["departments"]): Partial<EditPageProps> => ({
    values,
    conflict: {
      changedBy: change?.byName ?? t.moves.somebody,
      changedAt: (change?.at ?? deps.now()).toISOString(),
      fields: differences(parsed.value, current, departments, language),
    },
  });
  return showEdit(c, deps, conflictWith, 409);
}

async function showEdit(
  c: AppContext,
  deps: Deps,
  refused: (departments: EditPageProps["departments"]) => Partial<EditPageProps> = () => ({}),
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = inventoryTexts(language);
  const { stored, departments } = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => ({
    stored: await installationById(reader, id),
    departments: await departmentsOf(reader),
  }));
  if (stored === undefined) return notFound(c);
  if (stored.state === "retired") return backToRetired(c, id);
  const title = t.edit.title(stored.name);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: stored.name, href: `/parc/${id}` }, { label: t.page.edit }];
  const today = dayOf(deps.now());
  const page = <EditPage language={language} stored={stored} departments={departments} today={today} {...refused(departments)} />;
  return show(c, { title, breadcrumbs, status }, page);
}

function backToRetired(c: AppContext, id: string): Response {
  setFlash(c, "warning", inventoryTexts(c.get("language")).edit.retired);
  return c.redirect(`/parc/${id}`, 303);
}
