import { installationById } from "#src/inventory/public.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, readForm, typedAll } from "#src/platform/http/form.ts";
import { keyOf, versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { LanguageProvider } from "#src/platform/ui/language.tsx";
import { contractById } from "../db/contracts.ts";
import { supplierOf } from "../db/suppliers.ts";
import type { ContractId } from "../domain/contract.ts";
import { declareContract } from "../usecases/declare-contract.ts";
import { editContract } from "../usecases/edit-contract.ts";
import { KnownSuppliers } from "./contract-fields.tsx";
import { FIELD_OF_REFUSAL, parseContract } from "./contract-form.ts";
import { differences } from "./differences.ts";
import { DeclarePage, EditPage, type Refused, type ShownConflict } from "./form-pages.tsx";
import { LIST_PATH } from "./listing.ts";
import { leavesOpen, suppliersLike } from "./supplier-choice.ts";
import { contractTexts } from "./texts.ts";

export function formRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${LIST_PATH}/nouveau`, "manage-inventory", (c) => showDeclare(c, deps, newId()));
  routes.post(`${LIST_PATH}/nouveau`, "manage-inventory", (c) => declare(c, deps));
  routes.get(`${LIST_PATH}/suggestions`, "manage-inventory", (c) => suggest(c, deps));
  routes.get(`${LIST_PATH}/:id/modifier`, "manage-inventory", (c) => showEdit(c, deps));
  routes.post(`${LIST_PATH}/:id/modifier`, "manage-inventory", (c) => edit(c, deps));
}

async function declare(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf<ContractId>(form);
  const values = valuesOf(form);
  const parsed = parseContract(form);
  const asked = typedAll(form, "installations");
  if (!parsed.ok) return showDeclare(c, deps, id, asked, { values, errors: errorsIn(c, parsed.error) }, 422);
  const { supplierName } = parsed.value.facts;
  if (leavesOpen(form, supplierName, await suppliersLike(deps.db, supplierName)))
    return showDeclare(c, deps, id, asked, { values, errors: errorsIn(c, [ASK_SUPPLIER]) }, 422);
  const result = await declareContract(deps, agentOfRequest(c), { id, ...parsed.value });
  if (result.ok) {
    setFlash(c, "success", contractTexts(c.get("language")).form.declared(parsed.value.facts.title));
    return c.redirect(`${LIST_PATH}/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  const errors = errorsIn(c, [{ field: FIELD_OF_REFUSAL[error.kind], code: error.kind }]);
  return showDeclare(c, deps, id, asked, { values, errors }, 422);
}

async function edit(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = contractTexts(language).form;
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseContract(form);
  if (!parsed.ok) return showEdit(c, deps, { values, errors: errorsIn(c, parsed.error) }, 422);
  const { facts } = parsed.value;
  if (leavesOpen(form, facts.supplierName, await suppliersLike(deps.db, facts.supplierName)))
    return showEdit(c, deps, { values, errors: errorsIn(c, [ASK_SUPPLIER]) }, 422);
  const version = versionOf(form);
  const result = await editContract(deps, agentOfRequest(c), { id: id as ContractId, version, facts });
  if (result.ok) {
    setFlash(c, "success", t.edited);
    return c.redirect(`${LIST_PATH}/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind !== "stale") {
    return showEdit(c, deps, { values, errors: errorsIn(c, [{ field: FIELD_OF_REFUSAL[error.kind], code: error.kind }]) }, 422);
  }
  const { current, change } = error;
  const conflict = {
    changedBy: change?.byName ?? t.somebody,
    changedAt: (change?.at ?? deps.now()).toISOString(),
    fields: differences(facts, current, language),
  };
  return showEdit(c, deps, { values, conflict }, 409);
}

const ASK_SUPPLIER: FormIssue = { field: "fournisseur_connu", code: "which-supplier" };

function errorsIn(c: AppContext, issues: readonly FormIssue[]): ReturnType<typeof messagesOf> {
  return messagesOf(issues, c.get("language"), contractTexts(c.get("language")).issues);
}

async function showDeclare(
  c: AppContext,
  deps: Deps,
  formKey: string,
  asked: readonly string[] = [c.req.query("installation") ?? ""],
  refused: Refused = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const t = contractTexts(language);
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const covers = [];
    for (const id of asked.filter(isUuid).slice(0, 20)) covers.push(await installationById(reader, id));
    const chosen = chosenSupplier(refused);
    return {
      covers: covers.filter((each) => each !== undefined),
      supplier: chosen === undefined ? undefined : await supplierOf(reader, chosen),
    };
  });
  const suppliers = await suppliersLike(deps.db, typedName(refused));
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: LIST_PATH }, { label: t.declare }];
  return show(c, { title: t.declare, breadcrumbs, status }, <DeclarePage {...{ language, formKey, suppliers }} {...read} {...refused} />);
}

async function showEdit(
  c: AppContext,
  deps: Deps,
  refused: Refused & { readonly conflict?: ShownConflict } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = contractTexts(language);
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const stored = await contractById(reader, id);
    const chosen = refused.values === undefined ? stored?.supplierId : chosenSupplier(refused);
    return { stored, supplier: chosen === undefined || chosen === null ? undefined : await supplierOf(reader, chosen) };
  });
  const { stored, supplier } = read;
  if (stored === undefined) return notFound(c);
  const title = t.form.editTitle(stored.title);
  const breadcrumbs = [
    { label: t.crumb, href: "/parc" },
    { label: t.title, href: LIST_PATH },
    { label: stored.title, href: `${LIST_PATH}/${id}` },
    { label: t.form.editCrumb },
  ];
  const suppliers = await suppliersLike(deps.db, refused.values === undefined ? stored.supplierName : typedName(refused));
  return show(c, { title, breadcrumbs, status }, <EditPage {...{ language, stored, supplier, suppliers }} {...refused} />);
}

function chosenSupplier({ values }: Refused): string | undefined {
  const typedId = values?.fournisseur_connu;
  const id = typeof typedId === "string" ? typedId : typedId?.[0];
  return isUuid(id) ? id : undefined;
}

function typedName({ values }: Refused): string {
  const name = values?.fournisseur;
  return (typeof name === "string" ? name : name?.[0]) ?? "";
}

/** A fragment for who is typing a supplier's name: those of the instance that bear it. */
async function suggest(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const suppliers = await suppliersLike(deps.db, c.req.query("q") ?? "");
  if (suppliers.length === 0) return c.html("");
  const fragment = (
    <LanguageProvider language={language}>
      <KnownSuppliers language={language} suppliers={suppliers} chosen="" />
    </LanguageProvider>
  );
  return c.html(String(await fragment.toString()));
}
