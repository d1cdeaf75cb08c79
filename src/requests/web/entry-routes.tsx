import type { Child } from "hono/jsx";
import type { z } from "zod";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Result } from "#src/kernel/result.ts";
import type { Action } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { type FormIssue, type FormValues, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import type { EntryInput } from "../usecases/add-entry.ts";
import { type AnyRefusal, answer, entryInput, type FormPage, type FormState, type FormStatus } from "./entry-form.tsx";
import { showUnderRequest } from "./under-request.tsx";
import { type RequestView, viewRequest } from "./view.ts";

/** What a page of an entry is given. */
export type EntryPageProps = {
  readonly c: AppContext;
  readonly view: RequestView;
  readonly agent: Agent;
  readonly language: Language;
  readonly state: FormState;
};

/** A form on a request, and what it does. `T`: what is read of its fields. */
export type EntryPage<T> = {
  /** What the role alone does not tell: this person, for this request. */
  readonly allows?: (agent: Agent, view: RequestView) => boolean;
  readonly title: (props: EntryPageProps) => string;
  /** The form and what surrounds it; undefined where the address means nothing for this request: not found. */
  readonly body: (props: EntryPageProps) => Child | undefined;
  readonly schema: z.ZodType<T>;
  /** What no single field can tell. */
  readonly check?: (value: T, view: RequestView) => readonly FormIssue[];
  readonly run: (props: {
    readonly c: AppContext;
    readonly deps: Deps;
    readonly agent: Agent;
    readonly view: RequestView;
    readonly input: EntryInput;
    readonly form: FormValues;
    readonly value: T;
  }) => Promise<Result<unknown, AnyRefusal>>;
  readonly done: (props: { readonly view: RequestView; readonly language: Language; readonly value: T }) => {
    readonly to?: string;
    readonly flash: string;
  };
};

/** The page of a form on a request, and its sending. A refusal shows the same page again with what was typed. */
export function entryRoute<T>(routes: Routes, deps: Deps, path: string, access: Action, page: EntryPage<T>): void {
  routes.get(path, access, (c) => showEntry(c, deps, page));
  routes.post(path, access, (c) => writeEntry(c, deps, page));
}

async function showEntry<T>(c: AppContext, deps: Deps, page: EntryPage<T>): Promise<Response> {
  const agent = agentOfRequest(c);
  const view = await viewRequest(deps, agent, c.req.param("id"));
  if (view === undefined) return notFound(c);
  return page.allows?.(agent, view) === false ? forbidden(c) : showPage(c, view, page, {}, 200);
}

async function writeEntry<T>(c: AppContext, deps: Deps, page: EntryPage<T>): Promise<Response> {
  const agent = agentOfRequest(c);
  const view = await viewRequest(deps, agent, c.req.param("id"));
  if (view === undefined) return notFound(c);
  if (page.allows?.(agent, view) === false) return forbidden(c);
  const form = await readForm(c);
  const again: FormPage = (_, seen, state, status) => showPage(c, seen, page, state, status);
  const parsed = parseForm(page.schema, form);
  if (!parsed.ok) return again(c, view, { form, issues: parsed.error }, 422);
  const { value } = parsed;
  const issues = page.check?.(value, view) ?? [];
  if (issues.length > 0) return again(c, view, { form, issues }, 422);
  const result = await page.run({ c, deps, agent, view, input: entryInput(c, form), form, value });
  return answer(c, view, form, result, again, page.done({ view, language: c.get("language"), value }));
}

async function showPage<T>(c: AppContext, view: RequestView, page: EntryPage<T>, state: FormState, status: FormStatus): Promise<Response> {
  const props: EntryPageProps = { c, view, agent: agentOfRequest(c), language: c.get("language"), state };
  const body = page.body(props);
  return body === undefined ? notFound(c) : showUnderRequest(c, view, { title: page.title(props), status }, body);
}
