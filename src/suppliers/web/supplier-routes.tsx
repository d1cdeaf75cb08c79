import { softwareBySlug } from "#src/catalogue/public.ts";
import { inUseOfSoftware } from "#src/inventory/public.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { servicesOfSupplier, sourcesOfSupplier, supplierById } from "../db/supplier-page.ts";
import type { Service } from "../domain/supplier.ts";
import { removeServedSoftware } from "../usecases/remove-service.ts";
import { type ShownService, SupplierPage } from "./supplier-page.tsx";
import { supplierTexts } from "./texts.ts";

export function supplierRoutes(routes: Routes, deps: Deps): void {
  routes.get("/fournisseurs/:id", "read-catalogue", (c) => showSupplier(c, deps));
  routes.post("/fournisseurs/:id/retirer", "manage-catalogue", (c) => remove(c, deps));
}

async function showSupplier(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const agent = agentOfRequest(c);
  const page = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const supplier = await supplierById(reader, id);
    if (supplier === undefined) return undefined;
    const services = await servicesOfSupplier(reader, id);
    return { supplier, services: await oursFirst(reader, services), sources: await sourcesOfSupplier(reader, id) };
  });
  if (page === undefined) return notFound(c);
  if (page.supplier.joinedInto !== null) return c.redirect(`/fournisseurs/${page.supplier.joinedInto}`, 303);
  const language = c.get("language");
  const t = supplierTexts(language);
  const { name } = page.supplier;
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.title, href: "/fournisseurs" }, { label: name }];
  const manages = agent.may("manage-catalogue");
  return show(c, { title: name, breadcrumbs }, <SupplierPage language={language} manages={manages} {...page} />);
}

async function oursFirst(reader: AuthorityReader, services: readonly Service[]): Promise<readonly ShownService[]> {
  const inUse = await inUseOfSoftware(
    reader,
    services.map(({ slug }) => slug),
  );
  const shown = services.map((service): ShownService => {
    const installation = inUse.get(service.slug);
    return { ...service, href: installation === undefined ? undefined : `/parc/${installation}` };
  });
  return [...shown.filter(({ href }) => href !== undefined), ...shown.filter(({ href }) => href === undefined)];
}

async function remove(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const slug = typed(await readForm(c), "logiciel");
  const software = await softwareBySlug(deps.db, slug);
  const result = software === undefined ? undefined : await removeServedSoftware(deps, agentOfRequest(c), { id, slug: software.slug });
  if (result?.ok === false) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  const t = supplierTexts(c.get("language")).page;
  const removed = result?.value.removed === true && software !== undefined;
  setFlash(c, removed ? "success" : "warning", removed ? t.removed(software.name) : t.notRemoved);
  return c.redirect(`/fournisseurs/${id}`, 303);
}
