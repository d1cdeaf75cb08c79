import { departmentsOf } from "#src/authorities/public.ts";
import { softwareBySlug } from "#src/catalogue/public.ts";
import type { InstallationMatch } from "#src/inventory/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, readForm, typed } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import type { Draft } from "../db/drafts.ts";
import { discardDraft } from "../usecases/discard-draft.ts";
import { submitRequest } from "../usecases/submit-request.ts";
import { keep, withDraft } from "./kept-draft.ts";
import { matching, matchingNeed } from "./matching.ts";
import { FIRST_FIELDS, NEXT_FIELDS, parseFirst, parseNeed, parseNext } from "./need-form.ts";
import { AFTERWARDS, matchesFragment, showExistingStep, showFirstStep, showRequirementsStep } from "./new-request-pages.tsx";
import { requestTexts } from "./texts.ts";

const DRAFT_PATH = "/demandes/brouillons/:id";

/** Three steps, one draft: the need in one's own words, what is there already, the requirements. */
export function newRequestRoutes(routes: Routes, deps: Deps): void {
  routes.get("/demandes/nouvelle", "submit-request", (c) => begin(c, deps));
  routes.get("/demandes/nouvelle/correspondances", "submit-request", (c) => suggest(c, deps));
  routes.post("/demandes/nouvelle", "submit-request", (c) => keepFirst(c, deps));
  routes.get(DRAFT_PATH, "submit-request", (c) => withDraft(c, deps, reopen));
  routes.post(`${DRAFT_PATH}/jeter`, "submit-request", (c) => discard(c, deps));
  routes.get(`${DRAFT_PATH}/existant`, "submit-request", (c) => withDraft(c, deps, showExisting));
  routes.post(`${DRAFT_PATH}/existant`, "submit-request", (c) => withDraft(c, deps, afterExisting));
  routes.get(`${DRAFT_PATH}/exigences`, "submit-request", (c) => withDraft(c, deps, showRequirements));
  routes.post(`${DRAFT_PATH}/exigences`, "submit-request", (c) => withDraft(c, deps, afterRequirements));
}

async function begin(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const slug = (c.req.query("logiciel") ?? "").slice(0, 80);
  const { departments, software } = await readAuthority(deps.db, agent.authorityId, async (reader) => ({
    departments: await departmentsOf(reader),
    software: slug === "" ? undefined : await softwareBySlug(reader, slug),
  }));
  const form = { service: [agent.departmentId ?? ""], ...(software === undefined ? {} : { titre: [software.name] }) };
  return showFirstStep(c, { departments, form, issues: [], id: newId() });
}

/** A fragment for who is typing a need: what is in service already and looks like it. */
async function suggest(c: AppContext, deps: Deps): Promise<Response> {
  return matchesFragment(c, await matching(deps, agentOfRequest(c), c.req.query("q") ?? ""));
}

async function keepFirst(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const parsed = parseFirst(form);
  const id = keyOf<string>(form);
  if (!parsed.ok) return againFirst(c, deps, form, parsed.error, id);
  return keep(c, deps, { id, form, names: FIRST_FIELDS, to: `/demandes/brouillons/${id}/existant` });
}

function reopen(c: AppContext, deps: Deps, draft: Draft, form: FormValues): Promise<Response> {
  return againFirst(c, deps, form, [], draft.id, 200);
}

async function discard(c: AppContext, deps: Deps): Promise<Response> {
  const result = await discardDraft(deps, agentOfRequest(c), c.req.param("id") ?? "");
  if (!result.ok) return notFound(c);
  setFlash(c, "success", requestTexts(c.get("language")).draftDeleted);
  return c.redirect("/demandes", 303);
}

async function showExisting(c: AppContext, deps: Deps, draft: Draft, form: FormValues): Promise<Response> {
  const matches = await matchingNeed(deps, agentOfRequest(c), form);
  return showExistingStep(c, { draft, matches, form, issues: [] });
}

async function afterExisting(c: AppContext, deps: Deps, draft: Draft, form: FormValues): Promise<Response> {
  const choice = typed(await readForm(c), "convient");
  if (choice === "aucun") return c.redirect(`/demandes/brouillons/${draft.id}/exigences`, 303);
  const matches = await matchingNeed(deps, agentOfRequest(c), form);
  if (isUuid(choice)) return submit(c, deps, draft, form, choice as InstallationId, matches);
  const issues = [{ field: "convient", code: choice === "" ? "required" : "unknown-choice" }];
  return showExistingStep(c, { draft, matches, form, issues });
}

function showRequirements(c: AppContext, _: Deps, draft: Draft, form: FormValues): Promise<Response> {
  return showRequirementsStep(c, { draft, form, issues: [] });
}

async function afterRequirements(c: AppContext, deps: Deps, draft: Draft, form: FormValues): Promise<Response> {
  const sent = await readForm(c);
  const first = Object.fromEntries(FIRST_FIELDS.map((name) => [name, form[name] ?? []]));
  const whole = { ...first, ...sent };
  const afterwards = typed(sent, "suite");
  return afterwards === "" ? submit(c, deps, draft, whole, null) : setAside(c, deps, draft, whole, afterwards);
}

/** The last step left before its end: what was typed there is kept too. */
function setAside(c: AppContext, deps: Deps, draft: Draft, form: FormValues, afterwards: string): Promise<Response> {
  const parsed = parseNext(form);
  if (!parsed.ok) return showRequirementsStep(c, { draft, form, issues: parsed.error });
  const kept = { id: draft.id, form, names: NEXT_FIELDS };
  if (afterwards === AFTERWARDS.back) return keep(c, deps, { ...kept, to: `/demandes/brouillons/${draft.id}/existant` });
  return keep(c, deps, { ...kept, to: "/", flash: requestTexts(c.get("language")).draftKept });
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
