import { z } from "zod";
import { type InstallationId, isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { chooseInstallations } from "../db/choose-installations.ts";
import { installationById } from "../db/installations.ts";
import { DESCRIPTION_MAX, INTERFACE_KINDS } from "../domain/interface.ts";
import { addInterface } from "../usecases/add-interface.ts";
import { removeInterface } from "../usecases/remove-interface.ts";
import { detailsTexts } from "./details-texts.ts";
import { CHOICES, InterfacePage, type InterfacePageProps } from "./interface-page.tsx";
import { inventoryTexts } from "./texts.ts";

const ADDED = z.object({ besoin: field.id(), nature: field.choice(INTERFACE_KINDS), description: field.optionalText(DESCRIPTION_MAX) });

export function interfaceRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/:id/interfaces/nouvelle", "manage-inventory", (c) => showForm(c, deps, newId()));
  routes.post("/parc/:id/interfaces", "manage-inventory", (c) => add(c, deps));
  routes.post("/parc/:id/interfaces/:lien/retirer", "manage-inventory", (c) => remove(c, deps));
}

async function showForm(
  c: AppContext,
  deps: Deps,
  formKey: string,
  refused: Pick<InterfacePageProps, "errors" | "values"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const search = (c.req.query("recherche") ?? "").slice(0, 100).toWellFormed();
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => ({
    installation: await installationById(reader, id),
    choices: await chooseInstallations(reader, { search, limit: CHOICES + 2 }),
  }));
  const { installation } = read;
  if (installation === undefined) return notFound(c);
  if (installation.state === "retired") return backToRetired(c, id);
  const t = detailsTexts(language).interfaces;
  const breadcrumbs = [
    { label: inventoryTexts(language).crumb, href: "/parc" },
    { label: installation.name, href: `/parc/${id}` },
    { label: t.add },
  ];
  const choices = read.choices.filter((choice) => choice.id !== id);
  const page = (
    <InterfacePage language={language} formKey={formKey} search={search} installation={installation} choices={choices} {...refused} />
  );
  return show(c, { title: t.addTitle(installation.name), breadcrumbs, status }, page);
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const installationId = c.req.param("id");
  if (!isUuid(installationId)) return notFound(c);
  const language = c.get("language");
  const t = detailsTexts(language).interfaces;
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const values = valuesOf(form);
  const parsed = parseForm(ADDED, form);
  if (!parsed.ok) return showForm(c, deps, id, { values, errors: messagesOf(parsed.error, language) }, 422);
  const { besoin, nature, description } = parsed.value;
  const result = await addInterface(deps, agentOfRequest(c), {
    id,
    installationId: installationId as InstallationId,
    neededId: besoin as InstallationId,
    kind: nature,
    description: description ?? "",
  });
  if (result.ok) {
    setFlash(c, "success", t.added(result.value.neededName));
    return c.redirect(`/parc/${installationId}#interfaces`, 303);
  }
  const { kind } = result.error;
  if (kind === "not-allowed") return forbidden(c);
  if (kind === "not-found") return notFound(c);
  if (kind === "retired") return backToRetired(c, installationId);
  const errors = messagesOf([{ field: "besoin", code: kind }], language, t.issues);
  return showForm(c, deps, id, { values, errors }, kind === "already-tied" ? 409 : 422);
}

async function remove(c: AppContext, deps: Deps): Promise<Response> {
  const [installationId, id] = [c.req.param("id"), c.req.param("lien")];
  if (!isUuid(installationId) || !isUuid(id)) return notFound(c);
  const result = await removeInterface(deps, agentOfRequest(c), { id, installationId: installationId as InstallationId });
  if (!result.ok && result.error.kind === "not-allowed") return forbidden(c);
  if (!result.ok && result.error.kind === "not-found") return notFound(c);
  if (!result.ok) return backToRetired(c, installationId);
  setFlash(c, "success", detailsTexts(c.get("language")).interfaces.removed);
  return c.redirect(`/parc/${installationId}#interfaces`, 303);
}

function backToRetired(c: AppContext, id: string): Response {
  setFlash(c, "warning", detailsTexts(c.get("language")).interfaces.issues.retired ?? "");
  return c.redirect(`/parc/${id}`, 303);
}
