import { z } from "zod";
import { isUuid } from "#src/kernel/ids.ts";
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
import { listSuggestions, suggestionById } from "../db/suggestions.ts";
import { SUGGESTIONS_PATH, WATCH_PATH } from "../domain/notifications.ts";
import { answerRefusal, LONGEST_REASON, type Suggestion } from "../domain/suggestion.ts";
import { declineSuggestion } from "../usecases/decline-suggestion.ts";
import { takeUpSuggestion } from "../usecases/take-up-suggestion.ts";
import { withdrawSuggestion } from "../usecases/withdraw-suggestion.ts";
import { AnsweredMeanwhile, DeclinePage, type DeclinePageProps } from "./decline-page.tsx";
import { draftFields } from "./draft-fields.ts";
import { stateOf, suggestionsHref } from "./suggestion-query.ts";
import { SuggestionsPage } from "./suggestions-page.tsx";
import { watchTexts } from "./texts.ts";
import { pageOf } from "./watch-query.ts";

const PAGE_SIZE = 15;
const DECLINE = `${SUGGESTIONS_PATH}/:id/refus`;

/** What a department makes of what is proposed to it. */
export function suggestionRoutes(routes: Routes, deps: Deps): void {
  routes.get(SUGGESTIONS_PATH, "submit-request", (c) => showList(c, deps));
  routes.post(`${SUGGESTIONS_PATH}/:id/reprise`, "submit-request", (c) => takeUp(c, deps));
  routes.get(DECLINE, "submit-request", async (c) => {
    const suggestion = await asked(c, deps);
    if (suggestion === undefined) return notFound(c);
    const refusal = answerRefusal(suggestion, agentOfRequest(c).departmentId);
    return refusal === undefined ? showDecline(c, { suggestion }) : backTo(c, refusal.kind, suggestion);
  });
  routes.post(DECLINE, "submit-request", (c) => decline(c, deps));
  routes.post(`${SUGGESTIONS_PATH}/:id/retrait`, "review-requests", async (c) => {
    const suggestion = await asked(c, deps);
    if (suggestion === undefined) return notFound(c);
    const result = await withdrawSuggestion(deps, agentOfRequest(c), suggestion);
    if (result.ok) return backTo(c, "withdrawn", suggestion);
    if (result.error.kind === "not-allowed") return forbidden(c);
    return result.error.kind === "not-found" ? notFound(c) : backTo(c, "already-answered", result.error.current);
  });
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const state = stateOf(c.req.query("etat"));
  const page = pageOf(c.req.query("page"));
  const departmentId = agent.may("review-requests") ? undefined : agent.departmentId;
  const list = await readAuthority(deps.db, agent.authorityId, (reader) =>
    listSuggestions(reader, { departmentId, state, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  );
  if (list.rows.length === 0 && page > 1) return c.redirect(suggestionsHref(state, 1), 303);
  const t = watchTexts(language);
  const breadcrumbs = [{ label: t.title, href: WATCH_PATH }, { label: t.suggestions.title }];
  const pages = Math.ceil(list.total / PAGE_SIZE);
  const content = <SuggestionsPage language={language} agent={agent} state={state} page={page} pages={pages} {...list} />;
  return show(c, { title: t.suggestions.title, breadcrumbs }, content);
}

async function takeUp(c: AppContext, deps: Deps): Promise<Response> {
  const suggestion = await asked(c, deps);
  if (suggestion === undefined) return notFound(c);
  const draftId = keyOf<string>(await readForm(c));
  const fieldsOf = (taken: Suggestion) => draftFields(taken, deps.config.publicUrl, c.get("language"));
  const result = await takeUpSuggestion(deps, agentOfRequest(c), { id: suggestion.id, draftId, fieldsOf });
  if (result.ok) {
    setFlash(c, "success", watchTexts(c.get("language")).suggestions.taken);
    return c.redirect(`/demandes/brouillons/${result.value.draftId}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  return backTo(c, error.kind, error.kind === "already-answered" ? error.current : suggestion);
}

async function decline(c: AppContext, deps: Deps): Promise<Response> {
  const suggestion = await asked(c, deps);
  if (suggestion === undefined) return notFound(c);
  const language = c.get("language");
  const form = await readForm(c);
  const parsed = parseForm(z.object({ raison: field.text(LONGEST_REASON) }), form);
  if (!parsed.ok) return showDecline(c, { suggestion, values: valuesOf(form), errors: messagesOf(parsed.error, language) }, 422);
  const result = await declineSuggestion(deps, agentOfRequest(c), { id: suggestion.id, reason: parsed.value.raison });
  if (result.ok) return backTo(c, "declined", suggestion);
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind === "other-department") return backTo(c, error.kind, suggestion);
  const page = <AnsweredMeanwhile language={language} suggestion={error.current} typed={parsed.value.raison} />;
  return show(c, { title: watchTexts(language).decline.title(suggestion.name), status: 409 }, page);
}

function asked(c: AppContext, deps: Deps): Promise<Suggestion | undefined> {
  const id = c.req.param("id");
  if (!isUuid(id)) return Promise.resolve(undefined);
  return readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => suggestionById(reader, id));
}

function showDecline(c: AppContext, props: Omit<DeclinePageProps, "language">, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  const t = watchTexts(language);
  const title = t.decline.title(props.suggestion.name);
  const breadcrumbs = [
    { label: t.title, href: WATCH_PATH },
    { label: t.suggestions.title, href: SUGGESTIONS_PATH },
    { label: t.suggestions.decline },
  ];
  return show(c, { title, breadcrumbs, status }, <DeclinePage language={language} {...props} />);
}

type Said = "withdrawn" | "declined" | "other-department" | "already-answered";

function backTo(c: AppContext, said: Said, { state }: Suggestion): Response {
  const { suggestions: t, decline: d } = watchTexts(c.get("language"));
  if (said === "withdrawn") setFlash(c, "success", t.withdrawn);
  if (said === "declined") setFlash(c, "success", d.done);
  if (said === "other-department") setFlash(c, "warning", t.otherDepartment);
  if (said === "already-answered") setFlash(c, "warning", t.answered(t.states[state]));
  return c.redirect(SUGGESTIONS_PATH, 303);
}
