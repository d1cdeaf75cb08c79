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
import { show } from "#src/platform/http/show.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { EntryInput } from "../usecases/add-entry.ts";
import { type AnyRefusal, answer, entryInput, type FormState } from "./entry-form.tsx";
import { formTexts } from "./form-texts.ts";
import { requestTexts } from "./texts.ts";
import { type RequestView, viewRequest } from "./view.ts";

/** What a page of an entry is given. */
export type EntryPageProps = {
  readonly c: AppContext;
  readonly view: RequestView;
  readonly agent: Agent;
  readonly language: Language;
  readonly state: FormState;
};

export type EntryRoute<T> = {
  readonly path: string;
  readonly access: Action;
  /** What the role alone does not tell: this person, for this request. */
  readonly allows?: (agent: Agent, view: RequestView) => boolean;
  readonly title: (props: EntryPageProps) => string;
  /** The form and what surrounds it; undefined where the address means nothing for this request: not found. */
  readonly body: (props: EntryPageProps) => Child | undefined;
  /** The fields; may depend on the request. */
  readonly schema: (view: RequestView, c: AppContext) => z.ZodType<T>;
  /** What no single field can tell. */
  readonly check?: (value: T, view: RequestView, c: AppContext) => readonly FormIssue[];
  readonly run: (props: {
    readonly c: AppContext;
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

/** A form on a request: its page, and what happens when it is sent. A refusal shows the same page again with what was typed. */
export function entryRoute<T>(routes: Routes, deps: Deps, route: EntryRoute<T>): void {
  routes.get(route.path, route.access, async (c) => {
    const view = await viewRequest(deps, agentOfRequest(c), c.req.param("id"));
    if (view === undefined) return notFound(c);
    return route.allows?.(agentOfRequest(c), view) === false ? forbidden(c) : showEntryPage(c, view, route, {}, 200);
  });
  routes.post(route.path, route.access, async (c) => {
    const agent = agentOfRequest(c);
    const view = await viewRequest(deps, agent, c.req.param("id"));
    if (view === undefined) return notFound(c);
    if (route.allows?.(agent, view) === false) return forbidden(c);
    const form = await readForm(c);
    const again = (_: AppContext, seen: RequestView, state: FormState, status: 200 | 409 | 422) =>
      showEntryPage(c, seen, route, state, status);
    const parsed = parseForm(route.schema(view, c), form);
    if (!parsed.ok) return again(c, view, { form, issues: parsed.error }, 422);
    const issues = route.check?.(parsed.value, view, c) ?? [];
    if (issues.length > 0) return again(c, view, { form, issues }, 422);
    const result = await route.run({ c, agent, view, input: entryInput(c, form), form, value: parsed.value });
    return answer(c, view, form, result, again, route.done({ view, language: c.get("language"), value: parsed.value }));
  });
}

async function showEntryPage<T>(
  c: AppContext,
  view: RequestView,
  route: EntryRoute<T>,
  state: FormState,
  status: 200 | 409 | 422,
): Promise<Response> {
  const language = c.get("language");
  const props: EntryPageProps = { c, view, agent: agentOfRequest(c), language, state };
  const body = route.body(props);
  if (body === undefined) return notFound(c);
  const title = route.title(props);
  const breadcrumbs = [
    { label: requestTexts(language).requests, href: "/demandes" },
    { label: view.request.reference, href: `/demandes/${view.request.id}` },
    { label: title },
  ];
  return show(
    c,
    { title, breadcrumbs, status },
    <Narrow>
      <Title title={title} facts={[view.need.title]} />
      <Stack>
        {body}
        <p>
          <Link href={`/demandes/${view.request.id}`}>{formTexts(language).cancel}</Link>
        </p>
      </Stack>
    </Narrow>,
  );
}
