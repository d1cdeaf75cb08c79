import { departmentsOf } from "#src/authorities/public.ts";
import { softwareBySlugs, softwareNames } from "#src/catalogue/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { LanguageProvider } from "#src/platform/ui/language.tsx";
import { listInstallations } from "../db/list-installations.ts";
import { declareInstallation } from "../usecases/declare-installation.ts";
import { DeclarePage, type DeclarePageProps } from "./declare-page.tsx";
import { detailsTexts } from "./details-texts.ts";
import { issuesOf, parseDeclaration } from "./installation-form.ts";
import { Suggestions } from "./suggestions.tsx";
import { inventoryTexts } from "./texts.ts";

export function declareRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/nouvelle", "manage-inventory", (c) => showNew(c, deps));
  routes.post("/parc/nouvelle", "manage-inventory", (c) => declare(c, deps));
  routes.get("/parc/suggestions", "manage-inventory", (c) => suggest(c, deps));
}

/** `?logiciel=slug`: somebody comes from a software of the catalogue, whose name is written already. */
async function showNew(c: AppContext, deps: Deps): Promise<Response> {
  const slug = c.req.query("logiciel");
  const [software] = slug === undefined ? [] : await softwareBySlugs(deps.db, [slug]);
  return showForm(c, deps, newId(), { values: software && { nom: software.name } });
}

async function declare(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf<InstallationId>(form);
  const parsed = parseDeclaration(form);
  if (!parsed.ok) return showRefused(c, deps, id, form, parsed.error, 422);
  const result = await declareInstallation(deps, agentOfRequest(c), { id, ...parsed.value });
  if (result.ok) {
    setFlash(c, "success", inventoryTexts(c.get("language")).declared(parsed.value.facts.name));
    return c.redirect(`/parc/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  const issues = issuesOf(error);
  if (error.kind === "already-declared") return showRefused(c, deps, id, form, issues, 409, error);
  return showRefused(c, deps, id, form, issues, 422);
}

function showRefused(
  c: AppContext,
  deps: Deps,
  key: string,
  form: FormValues,
  issues: readonly FormIssue[],
  status: 409 | 422,
  same?: DeclarePageProps["same"],
): Promise<Response> {
  const language = c.get("language");
  const errors = messagesOf(issues, language, { ...inventoryTexts(language).issues, ...detailsTexts(language).issues });
  return showForm(c, deps, key, { errors, values: valuesOf(form), same }, status);
}

async function showForm(
  c: AppContext,
  deps: Deps,
  formKey: string,
  refused: Pick<DeclarePageProps, "errors" | "values" | "same"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const t = inventoryTexts(language);
  const departments = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => departmentsOf(reader));
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.declare }];
  const page = <DeclarePage language={language} departments={departments} formKey={formKey} today={dayOf(deps.now())} {...refused} />;
  return show(c, { title: t.declare, breadcrumbs, status }, page);
}

/** A fragment for who is typing a name: what is declared already, and what the catalogue knows. */
async function suggest(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const name = (c.req.query("q") ?? "")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim()
    .slice(0, 100);
  if (name === "") return c.html("");
  const found = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const filter = { search: name, state: undefined, departmentIds: undefined, freedom: undefined };
    const declared = (await listInstallations(reader, { filter, sort: "name", descending: false, limit: 3, offset: 0 })).rows;
    return { declared, software: await softwareNames(reader, name, 5) };
  });
  const fragment = (
    <LanguageProvider language={language}>
      <Suggestions language={language} {...found} />
    </LanguageProvider>
  );
  return c.html(String(await fragment.toString()));
}
