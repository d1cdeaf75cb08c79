import { z } from "zod";
import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { StoredAnswer } from "../db/answers.ts";
import { ANSWERS, type Question, type SaidAnswer } from "../domain/grid.ts";
import { answerQuestion } from "../usecases/answer-question.ts";
import { type GridRow, readGridOf } from "../usecases/read-grid.ts";
import { withdrawAnswer } from "../usecases/withdraw-answer.ts";
import { AnswerPage, type AnswerPageProps, LONGEST_REASON } from "./answer-page.tsx";
import { ANSWER_WORDS, GRID_PATH, QUESTION_WORDS, questionOf } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";
import { OnePage } from "./one-page.tsx";

export function oneRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${GRID_PATH}/:id`, "read-inventory", (c) => showOne(c, deps));
  routes.get(`${GRID_PATH}/:id/:question`, "manage-inventory", (c) => showAnswer(c, deps));
  routes.post(`${GRID_PATH}/:id/:question`, "manage-inventory", (c) => answer(c, deps));
  routes.post(`${GRID_PATH}/:id/:question/retrait`, "manage-inventory", (c) => withdraw(c, deps));
}

const WORDS = ANSWERS.map((each) => ANSWER_WORDS[each]);
const SCHEMA = z.object({ reponse: field.choice(WORDS), raison: field.text(LONGEST_REASON) });

type Asked = { readonly id: string; readonly question: Question };

/** What the address names; undefined where there is no such thing. */
function askedBy(c: AppContext): Asked | undefined {
  const id = c.req.param("id") ?? "";
  const question = questionOf(c.req.param("question"));
  return isUuid(id) && question !== undefined ? { id, question } : undefined;
}

function rowOf(c: AppContext, deps: Deps, id: string): Promise<GridRow | undefined> {
  return readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => readGridOf(reader, id));
}

async function showOne(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  const row = isUuid(id) ? await rowOf(c, deps, id) : undefined;
  if (row === undefined) return notFound(c);
  const language = c.get("language");
  const t = gridTexts(language);
  const title = t.one.title(row.installation.name);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: GRID_PATH }, { label: row.installation.name }];
  return show(c, { title, breadcrumbs }, <OnePage language={language} row={row} manages={agentOfRequest(c).may("manage-inventory")} />);
}

type Refused = Pick<AnswerPageProps, "values" | "errors" | "conflict">;

async function showAnswer(c: AppContext, deps: Deps, refused: Refused = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const asked = askedBy(c);
  const row = asked === undefined ? undefined : await rowOf(c, deps, asked.id);
  if (asked === undefined || row === undefined) return notFound(c);
  const language = c.get("language");
  const t = gridTexts(language);
  const { id, name } = row.installation;
  const title = t.questions[asked.question];
  const breadcrumbs = [
    { label: t.crumb, href: "/parc" },
    { label: t.title, href: GRID_PATH },
    { label: name, href: `${GRID_PATH}/${id}` },
    { label: t.short[asked.question] },
  ];
  const page = <AnswerPage language={language} row={row} question={asked.question} {...refused} />;
  return show(c, { title, breadcrumbs, status }, page);
}

async function answer(c: AppContext, deps: Deps): Promise<Response> {
  const asked = askedBy(c);
  if (asked === undefined) return notFound(c);
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseForm(SCHEMA, form);
  if (!parsed.ok) return showAnswer(c, deps, { values, errors: messagesOf(parsed.error, c.get("language")) }, 422);
  const said = ANSWERS.find((each) => ANSWER_WORDS[each] === parsed.value.reponse) ?? "no";
  const version = versionOf(form);
  const yours = { question: asked.question, answer: said, reason: parsed.value.raison };
  const result = await answerQuestion(deps, agentOfRequest(c), { ...yours, installationId: asked.id, version });
  if (result.ok) return back(c, asked, "said");
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  return showAnswer(c, deps, { values, conflict: conflictOf(c, deps, yours, error.current) }, 409);
}

/** `theirs` undefined: the answer was withdrawn meanwhile. */
function conflictOf(c: AppContext, deps: Deps, yours: SaidAnswer, theirs: StoredAnswer | undefined): AnswerPageProps["conflict"] {
  const t = gridTexts(c.get("language"));
  return {
    changedBy: theirs?.byName ?? t.somebody,
    changedAt: (theirs?.saidAt ?? deps.now()).toISOString(),
    fields: [
      { label: t.form.answer, yours: t.answers[yours.answer], theirs: theirs === undefined ? t.form.nobody : t.answers[theirs.answer] },
      { label: t.form.reason, yours: yours.reason, theirs: theirs?.reason ?? "" },
    ].filter((line) => line.yours !== line.theirs),
  };
}

async function withdraw(c: AppContext, deps: Deps): Promise<Response> {
  const asked = askedBy(c);
  if (asked === undefined) return notFound(c);
  const result = await withdrawAnswer(deps, agentOfRequest(c), { installationId: asked.id, question: asked.question });
  if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  return back(c, asked, "withdrawn");
}

function back(c: AppContext, { id, question }: Asked, what: "said" | "withdrawn"): Response {
  setFlash(c, "success", gridTexts(c.get("language")).form[what]);
  return c.redirect(`${GRID_PATH}/${id}#${QUESTION_WORDS[question]}`, 303);
}
