import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm } from "#src/platform/http/form.ts";
import { keyOf, versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { supplierById } from "../db/supplier-page.ts";
import { type AddRefusal, addSupplier } from "../usecases/add-supplier.ts";
import { editSupplier } from "../usecases/edit-supplier.ts";
import { AddPage, differences, EditPage, type EditPageProps, type Refused } from "./form-pages.tsx";
import { errorsOf, parseSupplier, unknownErrors } from "./supplier-form.ts";
import { supplierTexts } from "./texts.ts";

export function formRoutes(routes: Routes, deps: Deps): void {
  routes.get("/fournisseurs/nouveau", "manage-catalogue", (c) => showAdd(c, newId()));
  routes.post("/fournisseurs/nouveau", "manage-catalogue", (c) => add(c, deps));
  routes.get("/fournisseurs/:id/modifier", "manage-catalogue", (c) => showEdit(c, deps));
  routes.post("/fournisseurs/:id/modifier", "manage-catalogue", (c) => edit(c, deps));
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const values = valuesOf(form);
  const parsed = parseSupplier(form);
  if (!parsed.ok) return showAdd(c, id, { values, errors: errorsOf(parsed.error, language) }, 422);
  const result = await addSupplier(deps, agentOfRequest(c), { id, ...parsed.value });
  if (result.ok) {
    setFlash(c, "success", supplierTexts(language).form.added(parsed.value.facts.name));
    return c.redirect(`/fournisseurs/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  return showAdd(c, id, { values, ...saidOf(error, c) }, error.kind === "already-known" ? 409 : 422);
}

async function edit(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = supplierTexts(language).form;
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseSupplier(form);
  if (!parsed.ok) return showEdit(c, deps, { values, errors: errorsOf(parsed.error, language) }, 422);
  const version = versionOf(form);
  const result = await editSupplier(deps, agentOfRequest(c), { id, version, ...parsed.value });
  if (result.ok) {
    setFlash(c, "success", t.saved);
    return c.redirect(`/fournisseurs/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind !== "stale") return showEdit(c, deps, { values, ...saidOf(error, c) }, error.kind === "already-known" ? 409 : 422);
  const { current, changedBy } = error;
  const conflict = {
    changedBy: changedBy ?? t.theSources,
    changedAt: current.changedAt.toISOString(),
    fields: differences(parsed.value.facts, current, language),
  };
  return showEdit(c, deps, { values, conflict }, 409);
}

/** A refusal beside the fields that it is about. */
function saidOf(error: Exclude<AddRefusal, { kind: "not-allowed" }>, c: AppContext): Refused {
  const language = c.get("language");
  if (error.kind === "unknown-software") return { errors: unknownErrors(error.unknown, language) };
  return { errors: errorsOf([{ field: "nom", code: error.kind }], language), known: error };
}

function showAdd(c: AppContext, formKey: string, refused: Refused = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const t = supplierTexts(c.get("language"));
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.title, href: "/fournisseurs" }, { label: t.form.addTitle }];
  return show(c, { title: t.form.addTitle, breadcrumbs, status }, <AddPage language={c.get("language")} formKey={formKey} {...refused} />);
}

async function showEdit(
  c: AppContext,
  deps: Deps,
  refused: Pick<EditPageProps, "errors" | "values" | "known" | "conflict"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const stored = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => supplierById(reader, id));
  if (stored === undefined) return notFound(c);
  if (stored.joinedInto !== null) return c.redirect(`/fournisseurs/${stored.joinedInto}`, 303);
  const t = supplierTexts(c.get("language"));
  const title = t.form.editTitle(stored.name);
  const breadcrumbs = [
    { label: t.catalogue, href: "/catalogue" },
    { label: t.title, href: "/fournisseurs" },
    { label: stored.name, href: `/fournisseurs/${id}` },
    { label: t.page.edit },
  ];
  return show(c, { title, breadcrumbs, status }, <EditPage language={c.get("language")} stored={stored} {...refused} />);
}
