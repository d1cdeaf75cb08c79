import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { candidateOf, type ExaminedCandidate } from "../domain/candidates.ts";
import { addCandidate } from "../usecases/add-candidate.ts";
import { examineCandidate } from "../usecases/examine-candidate.ts";
import { recordSearch } from "../usecases/record-search.ts";
import { answer, EntryForm, entryInput, type FormState, type FormStatus } from "./entry-form.tsx";
import { type EntryPage, type EntryPageProps, entryRoute } from "./entry-routes.tsx";
import { examinationIssues, examinationOf, examinationSchema } from "./examination-form.ts";
import { ExaminationForm, ExaminationRead, Obstacles } from "./examination-page.tsx";
import { gateTexts } from "./gate-texts.ts";
import { SearchForm } from "./search-form.tsx";
import { requestTexts } from "./texts.ts";
import { showUnderRequest } from "./under-request.tsx";
import { gateOf, type RequestView, viewRequest } from "./view.ts";

/** Searches, candidates and their examination. */
export function candidateRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/recherches", "review-requests", search);
  entryRoute(routes, deps, "/demandes/:id/candidats/nouveau", "review-requests", addition);
  routes.post("/demandes/:id/candidats", "review-requests", (c) => shortlist(c, deps));
  routes.get("/demandes/:id/candidats/:candidat", "read-requests", (c) => readCandidate(c, deps));
  routes.post("/demandes/:id/candidats/:candidat", "review-requests", (c) => examine(c, deps));
}

const search: EntryPage<{ texte: string }> = {
  title: ({ language }) => gateTexts(language).search,
  schema: z.object({ texte: field.line(500) }),
  body: ({ view, language, state }) => {
    const gate = gateOf(view);
    return gate === "in-house-development" ? undefined : <SearchForm view={view} gate={gate} language={language} state={state} />;
  },
  run: ({ deps, agent, view, input, value }) => recordSearch(deps, agent, { ...input, gate: gateOf(view), query: value.texte }),
  done: ({ view, language }) => ({ to: `/demandes/${view.request.id}#porte`, flash: gateTexts(language).searchSaved }),
};

const addition: EntryPage<{ nom: string; licence: string | null }> = {
  title: ({ language }) => gateTexts(language).addTitle,
  schema: z.object({ nom: field.line(200), licence: field.optionalLine(200) }),
  body: ({ view, language, state }) => <AddForm view={view} language={language} state={state} />,
  run: ({ deps, agent, view, input, value: { nom, licence } }) =>
    addCandidate(deps, agent, { ...input, gate: gateOf(view), origin: { type: "entered" }, name: nom, licence }),
  done: ({ language, value }) => ({ flash: gateTexts(language).added(value.nom) }),
};

function AddForm({ view, language, state }: Pick<EntryPageProps, "view" | "language" | "state">): JSX.Element {
  const t = gateTexts(language);
  return (
    <Sheet intro={t.addLead}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/candidats/nouveau`}
        actions={<SubmitButton>{t.add}</SubmitButton>}
      >
        <TextField name="nom" label={t.name} required maxLength={200} />
        <TextField name="licence" label={t.licence} hint={t.licenceHint} maxLength={200} />
      </EntryForm>
    </Sheet>
  );
}

/** One button beside a result of the catalogue. */
async function shortlist(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const view = await viewRequest(deps, agent, c.req.param("id"));
  if (view === undefined) return notFound(c);
  const form = await readForm(c);
  const parsed = parseForm(z.object({ logiciel: field.line(80) }), form);
  if (!parsed.ok) return showAdd(c, view, { form, issues: [{ field: "nom", code: "unknown-choice" }] }, 422);
  const origin = { type: "catalogue", slug: parsed.value.logiciel } as const;
  const result = await addCandidate(deps, agent, { ...entryInput(c, form), gate: gateOf(view), origin, name: "", licence: null });
  const name = result.ok && result.value.entry.content.kind === "candidate-added" ? result.value.entry.content.candidate.name : "";
  const to = result.ok ? `/demandes/${view.request.id}/candidats/${result.value.entry.id}` : undefined;
  return answer(c, view, form, result, showAdd, { ...(to === undefined ? {} : { to }), flash: gateTexts(c.get("language")).added(name) });
}

async function examine(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const view = await viewRequest(deps, agent, c.req.param("id"));
  const candidate = view === undefined ? undefined : candidateOf(view.request, c.req.param("candidat") ?? "");
  if (view === undefined || candidate === undefined) return notFound(c);
  const form = await readForm(c);
  const parsed = parseForm(examinationSchema(candidate.gate, view.need), form);
  if (!parsed.ok) return showCandidate(c, view, { form, issues: parsed.error }, 422);
  const issues = examinationIssues(parsed.value, candidate.gate, candidate.examined !== null);
  if (issues.length > 0) return showCandidate(c, view, { form, issues }, 422);
  const examination = examinationOf(parsed.value, candidate.gate, view.need);
  const why = parsed.value.pourquoi === null ? null : String(parsed.value.pourquoi);
  const result = await examineCandidate(deps, agent, { ...entryInput(c, form), candidateId: candidate.id, examination, why });
  return answer(c, view, form, result, showCandidate, {
    to: `/demandes/${view.request.id}#porte`,
    flash: gateTexts(c.get("language")).examined(candidate.name),
  });
}

async function readCandidate(c: AppContext, deps: Deps): Promise<Response> {
  const view = await viewRequest(deps, agentOfRequest(c), c.req.param("id"));
  return view === undefined ? notFound(c) : showCandidate(c, view, {}, 200);
}

function showCandidate(c: AppContext, view: RequestView, state: FormState, status: FormStatus): Promise<Response> {
  const language = c.get("language");
  const candidate = candidateOf(view.request, c.req.param("candidat") ?? "");
  if (candidate === undefined) return notFound(c);
  const { name, gate } = candidate;
  const works = agentOfRequest(c).may("review-requests") && view.progress.status === "searching" && view.progress.gate === gate;
  const title = works ? gateTexts(language).examineTitle(name) : name;
  return showUnderRequest(
    c,
    view,
    { title, crumb: name, facts: originLink(candidate, language), status },
    <>
      <Obstacles view={view} candidate={candidate} language={language} mayAsk={works} />
      {works || state.form !== undefined ? (
        <ExaminationForm view={view} candidate={candidate} language={language} state={state} />
      ) : (
        <ExaminationRead view={view} candidate={candidate} language={language} />
      )}
    </>,
  );
}

/** What is known of it elsewhere. */
function originLink({ origin }: ExaminedCandidate, language: Language): readonly Child[] {
  const t = requestTexts(language);
  if (origin.type === "catalogue") return [<Link href={`/catalogue/${origin.slug}`}>{t.software}</Link>];
  return origin.type === "installation" ? [<Link href={`/parc/${origin.installationId}`}>{t.installation}</Link>] : [];
}

function showAdd(c: AppContext, view: RequestView, state: FormState, status: FormStatus): Promise<Response> {
  const language = c.get("language");
  const t = gateTexts(language);
  return show(
    c,
    { title: t.addTitle, status },
    <Narrow>
      <Title title={t.addTitle} facts={[view.need.title]} />
      <AddForm view={view} language={language} state={state} />
    </Narrow>,
  );
}
