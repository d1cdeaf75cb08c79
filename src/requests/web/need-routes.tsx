import { z } from "zod";
import { dayOf } from "#src/kernel/dates.ts";
import { ok } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { isStructured } from "../domain/request.ts";
import { structureNeed } from "../usecases/structure-need.ts";
import { answer, entryInput, type FormState, type FormStatus } from "./entry-form.tsx";
import { gateTexts } from "./gate-texts.ts";
import { parseNeed } from "./need-form.ts";
import { NeedPage } from "./need-page.tsx";
import { crumbsUnder } from "./under-request.tsx";
import { type RequestView, viewRequest } from "./view.ts";

/** A version that replaces another says why; the first one has nothing to say. */
const WHY = z.object({ pourquoi: field.optionalText(1000) });

/** The reviewer's structured version of the need, written beside the requester's words. */
export function needRoutes(routes: Routes, deps: Deps): void {
  routes.get("/demandes/:id/besoin", "review-requests", (c) => readNeed(c, deps));
  routes.post("/demandes/:id/besoin", "review-requests", (c) => structure(c, deps));
}

async function readNeed(c: AppContext, deps: Deps): Promise<Response> {
  const view = await viewRequest(deps, agentOfRequest(c), c.req.param("id"));
  return view === undefined ? notFound(c) : showNeed(c, view, {}, 200);
}

async function structure(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const view = await viewRequest(deps, agent, c.req.param("id"));
  if (view === undefined) return notFound(c);
  const form = await readForm(c);
  const need = parseNeed(form, dayOf(view.request.submittedAt), view.need.requirements);
  const why = parseForm(WHY, form);
  const issues = [...(need.ok ? [] : need.error), ...(why.ok ? [] : why.error)];
  if (why.ok && why.value.pourquoi === null && isStructured(view.request)) issues.push({ field: "pourquoi", code: "needs-why" });
  if (!need.ok || !why.ok || issues.length > 0) return showNeed(c, view, { form, issues }, 422);
  const result = await structureNeed(deps, agent, { ...entryInput(c, form), need: need.value, why: why.value.pourquoi });
  if (!result.ok && result.error.kind === "unknown-department")
    return showNeed(c, view, { form, issues: [{ field: "service", code: "unknown-choice" }] }, 422);
  return answer(c, view, form, result.ok ? ok(null) : result, showNeed, { flash: gateTexts(c.get("language")).structured });
}

function showNeed(c: AppContext, view: RequestView, state: FormState, status: FormStatus): Promise<Response> {
  const language = c.get("language");
  const title = gateTexts(language).structureTitle;
  return show(
    c,
    { title, breadcrumbs: crumbsUnder(view, title, language), status },
    <NeedPage view={view} state={state} language={language} />,
  );
}
