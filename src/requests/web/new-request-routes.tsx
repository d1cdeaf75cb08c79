import { departmentsOf } from "#src/authorities/public.ts";
import { searchSoftware, softwareBySlug } from "#src/catalogue/public.ts";
import { type InstallationMatch, matchInstallations } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, isUuid, newId } from "#src/kernel/ids.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, readForm, typed, typedAll } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { KEY_FIELD } from "#src/platform/ui/form.tsx";
import { type Draft, draftOf } from "../db/drafts.ts";
import { PERSONAL_DATA } from "../domain/need.ts";
import { discardDraft } from "../usecases/discard-draft.ts";
import { saveDraft } from "../usecases/save-draft.ts";
import { submitRequest } from "../usecases/submit-request.ts";
import { FIRST_FIELDS, NEXT_FIELDS, parseFirst, parseNeed, parseNext } from "./need-form.ts";
import { AFTERWARDS, matchesFragment, showExistingStep, showFirstStep, showRequirementsStep } from "./new-request-pages.tsx";
import { requestTexts } from "./texts.ts";

const MATCHES = 6;
/** A field has one value, but for boxes to tick. */
const mostTyped = (name: string): number => (name === "donnees" ? PERSONAL_DATA.length : 1);

/** Three steps, one draft: the need in one's own words, what is there already, the requirements. */
export function newRequestRoutes(routes: Routes, deps: Deps): void {
  routes.get("/demandes/nouvelle", "submit-request", async (c) => {
    const agent = agentOfRequest(c);
    const slug = (c.req.query("logiciel") ?? "").slice(0, 80);
    const { departments, software } = await readAuthority(deps.db, agent.authorityId, async (reader) => ({
      departments: await departmentsOf(reader),
      software: slug === "" ? undefined : await softwareBySlug(reader, slug),
    }));
    const form = prefilled({ service: agent.departmentId ?? "", ...(software === undefined ? {} : { titre: software.name }) });
    return showFirstStep(c, { departments, form, issues: [], id: newId() });
  });
  routes.get("/demandes/nouvelle/correspondances", "submit-request", async (c) => {
    const matches = await matching(deps, agentOfRequest(c), c.req.query("q") ?? "");
    return matchesFragment(c, matches);
  });
  routes.post("/demandes/nouvelle", "submit-request", async (c) => {
    const form = await readForm(c);
    const parsed = parseFirst(form);
    const key = typed(form, KEY_FIELD);
    const id = isUuid(key) ? key : newId<string>();
    if (!parsed.ok) return againFirst(c, deps, form, parsed.error, id);
    return keep(c, deps, id, form, FIRST_FIELDS, `/demandes/brouillons/${id}/existant`);
  });
  routes.get("/demandes/brouillons/:id", "submit-request", (c) =>
    withDraft(c, deps, (draft, form) => againFirst(c, deps, form, [], draft.id, 200)),
  );
  routes.post("/demandes/brouillons/:id/jeter", "submit-request", async (c) => {
    const result = await discardDraft(deps, agentOfRequest(c), c.req.param("id") ?? "");
    if (!result.ok) return notFound(c);
    setFlash(c, "success", requestTexts(c.get("language")).draftDeleted);
    return c.redirect("/demandes", 303);
  });
  routes.get("/demandes/brouillons/:id/existant", "submit-request", (c) =>
    withDraft(c, deps, async (draft, form) => {
      const matches = await matching(deps, agentOfRequest(c), `${typed(form, "titre")} ${typed(form, "besoin")}`);
      return showExistingStep(c, { draft, matches, form, issues: [] });
    }),
  );
  routes.post("/demandes/brouillons/:id/existant", "submit-request", (c) =>
    withDraft(c, deps, (draft, form) => afterExisting(c, deps, draft, form)),
  );
  routes.get("/demandes/brouillons/:id/exigences", "submit-request", (c) =>
    withDraft(c, deps, (draft, form) => showRequirementsStep(c, { draft, form, issues: [] })),
  );
  routes.post("/demandes/brouillons/:id/exigences", "submit-request", (c) =>
    withDraft(c, deps, async (draft, form) => {
      const sent = await readForm(c);
      const whole = { ...pick(form, FIRST_FIELDS), ...sent };
      const afterwards = typed(sent, "suite");
      if (afterwards !== "") return setAside(c, deps, draft, whole, afterwards);
      return submit(c, deps, draft, whole, null);
    }),
  );
}

async function afterExisting(c: AppContext, deps: Deps, draft: Draft, form: FormValues): Promise<Response> {
  const choice = typed(await readForm(c), "convient");
  if (choice === "aucun") return c.redirect(`/demandes/brouillons/${draft.id}/exigences`, 303);
  const matches = await matching(deps, agentOfRequest(c), `${typed(form, "titre")} ${typed(form, "besoin")}`);
  if (!isUuid(choice))
    return showExistingStep(c, {
      draft,
      matches,
      form,
      issues: [{ field: "convient", code: choice === "" ? "required" : "unknown-choice" }],
    });
  return submit(c, deps, draft, form, choice as InstallationId, matches);
}

async function submit(
  c: AppContext,
  deps: Deps,
  draft: Draft,
  form: FormValues,
  fits: InstallationId | null,
  matches: readonly InstallationMatch[] = [],
): Promise<Response> {
  const agent = agentOfRequest(c);
  const parsed = parseNeed(form, dayOf(deps.now()));
  if (!parsed.ok) {
    const early = parsed.error.filter(({ field }) => FIRST_FIELDS.includes(field));
    return early.length > 0
      ? againFirst(c, deps, form, parsed.error, draft.id)
      : showRequirementsStep(c, { draft, form, issues: parsed.error });
  }
  const result = await submitRequest(deps, agent, { id: draft.id, need: parsed.value, fits });
  if (result.ok) {
    setFlash(c, "success", requestTexts(c.get("language")).submitted(result.value.reference));
    return c.redirect(`/demandes/${result.value.id}`, 303);
  }
  if (result.error.kind === "unknown-installation")
    return showExistingStep(c, { draft, matches, form, issues: [{ field: "convient", code: "unknown-choice" }] });
  return againFirst(c, deps, form, [{ field: "service", code: "unknown-choice" }], draft.id);
}

/** What is in service and looks like what was typed, by its own words and by what the catalogue finds for them. */
function matching({ db }: Deps, agent: Agent, text: string): Promise<readonly InstallationMatch[]> {
  const words = text
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 500)
    .trim();
  if (words.length < 3) return Promise.resolve([]);
  return readAuthority(db, agent.authorityId, (reader) => matchesFor(reader, words));
}

async function matchesFor(reader: AuthorityReader, words: string): Promise<readonly InstallationMatch[]> {
  const { results } = await searchSoftware(reader, { text: words, limit: 8 });
  return matchInstallations(reader, { words, softwareSlugs: results.map(({ slug }) => slug), limit: MATCHES });
}

/** Beside what was kept of the other page. What the form does not ask is not kept: it was not checked. */
async function keep(
  c: AppContext,
  deps: Deps,
  id: string,
  form: FormValues,
  names: readonly string[],
  to: string,
  flash?: string,
): Promise<Response> {
  const agent = agentOfRequest(c);
  const before = await readAuthority(deps.db, agent.authorityId, (reader) => draftOf(reader, agent.id, id));
  const fresh = Object.fromEntries(names.map((name) => [name, typedAll(form, name).slice(0, mostTyped(name))]));
  const saved = await saveDraft(deps, agent, { id, typed: { ...before?.content, ...fresh } });
  if (!saved.ok) return notFound(c);
  if (flash !== undefined) setFlash(c, "success", flash);
  return c.redirect(to, 303);
}

/** The last step left before its end: what was typed there is kept too. */
function setAside(c: AppContext, deps: Deps, draft: Draft, form: FormValues, afterwards: string): Response | Promise<Response> {
  const parsed = parseNext(form);
  if (!parsed.ok) return showRequirementsStep(c, { draft, form, issues: parsed.error });
  if (afterwards === AFTERWARDS.back) return keep(c, deps, draft.id, form, NEXT_FIELDS, `/demandes/brouillons/${draft.id}/existant`);
  return keep(c, deps, draft.id, form, NEXT_FIELDS, "/", requestTexts(c.get("language")).draftKept);
}

/** The draft and what was typed in it; where it was submitted already, its request; elsewhere, nothing. */
async function withDraft(c: AppContext, deps: Deps, work: (draft: Draft, form: FormValues) => Promise<Response>): Promise<Response> {
  const agent = agentOfRequest(c);
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const draft = await readAuthority(deps.db, agent.authorityId, (reader) => draftOf(reader, agent.id, id));
  if (draft !== undefined) return work(draft, formOf(draft.content));
  return c.req.method === "POST" ? c.redirect(`/demandes/${id}`, 303) : notFound(c);
}

/** What was kept, as a form gives it: each name has its list, also where one value was kept alone. */
function formOf(content: Draft["content"]): FormValues {
  return Object.fromEntries(
    Object.entries(content).map(([name, kept]) => [name, [kept].flat().filter((value) => typeof value === "string")]),
  );
}

async function againFirst(
  c: AppContext,
  deps: Deps,
  form: FormValues,
  issues: readonly FormIssue[],
  id: string,
  status: 200 | 422 = 422,
): Promise<Response> {
  const departments = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => departmentsOf(reader));
  return showFirstStep(c, { departments, form, issues, id, status });
}

function prefilled(values: Readonly<Record<string, string>>): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

function pick(form: FormValues, names: readonly string[]): FormValues {
  return Object.fromEntries(names.map((name) => [name, form[name] ?? []]));
}
