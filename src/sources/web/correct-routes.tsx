import type { Language } from "#src/kernel/language.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, readForm, typed } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import type { OwnWordsRow } from "../db/own-words.ts";
import type { WordIssue } from "../domain/word-check.ts";
import { correctSoftware } from "../usecases/correct-software.ts";
import { withdrawWords } from "../usecases/withdraw-words.ts";
import { CorrectPage, type CorrectPageProps } from "./correct-page.tsx";
import { type CorrectionFacts, correctionFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { differences, errorsOf } from "./own-words-in-words.ts";
import { parseWords, valuesOfWords } from "./typed-words.ts";

const PATH = "/catalogue/:slug/corriger";

/** What an authority says itself of a software that is there: said, said otherwise, taken back. */
export function correctRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "correct-catalogue", (c) => showForm(c, deps));
  routes.post(PATH, "correct-catalogue", (c) => correct(c, deps));
  routes.post("/catalogue/:slug/retirer-nos-mots", "correct-catalogue", (c) => withdraw(c, deps));
}

type Again = Omit<Partial<CorrectPageProps>, "facts" | "language">;
type Shown = { readonly status?: 200 | 409 | 422; readonly again?: (facts: CorrectionFacts) => Again };

async function showForm(c: AppContext, deps: Deps, { status = 200, again }: Shown = {}): Promise<Response> {
  const asked = c.req.param("slug") ?? "";
  const facts = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => correctionFacts(reader, asked));
  if (facts === undefined) return notFound(c);
  if (facts.slug !== asked && c.req.method === "GET") return c.redirect(`/catalogue/${facts.slug}/corriger`, 303);
  const language = c.get("language");
  const t = ownTexts(language);
  const breadcrumbs = [
    { label: t.catalogue, href: "/catalogue" },
    { label: facts.name, href: `/catalogue/${facts.slug}` },
    { label: t.form.crumbCorrect },
  ];
  return show(
    c,
    { title: t.form.titleCorrect(facts.name), breadcrumbs, status },
    <CorrectPage language={language} facts={facts} {...again?.(facts)} />,
  );
}

async function correct(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const values = valuesOf(form);
  const language = c.get("language");
  // From the page that adds a software: nothing is said yet, and nothing typed is lost.
  if (typed(form, "reprendre") !== "") return showForm(c, deps, { again: () => ({ values, isTakenUp: true }) });
  const version = versionOf(form);
  const refuse = (issues: readonly (WordIssue | FormIssue)[]): Promise<Response> =>
    showForm(c, deps, { status: 422, again: () => ({ values, version, errors: errorsOf(issues, language) }) });
  const parsed = parseWords(form);
  if (!parsed.ok) return refuse(parsed.error);
  const result = await correctSoftware(deps, agentOfRequest(c), { slug: c.req.param("slug") ?? "", version, ...parsed.value });
  if (result.ok) {
    const t = ownTexts(language).done;
    setFlash(c, "success", result.value.doubts.length === 0 ? t.said : `${t.said} ${t.doubts}`);
    return c.redirect(`/catalogue/${result.value.slug}`, 303);
  }
  const { error } = result;
  if (error.kind === "wrong-words") return refuse(error.issues);
  if (error.kind !== "stale") return error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  const again = (facts: CorrectionFacts): Again => ({ values, conflict: conflictWith(values, error.current, facts, language) });
  return showForm(c, deps, { status: 409, again });
}

function conflictWith(values: TypedValues, current: OwnWordsRow, facts: CorrectionFacts, language: Language): CorrectPageProps["conflict"] {
  const theirs = valuesOfWords(current.words, current.reason, (slug) => facts.productNames.get(slug) ?? slug);
  return {
    changedBy: current.saidByName ?? ownTexts(language).form.somebody,
    changedAt: (current.withdrawnAt ?? current.saidAt).toISOString(),
    fields: differences(values, theirs, facts, language),
  };
}

async function withdraw(c: AppContext, deps: Deps): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const version = versionOf(await readForm(c));
  const result = await withdrawWords(deps, agentOfRequest(c), { slug, version });
  const t = ownTexts(c.get("language")).done;
  if (result.ok) {
    setFlash(c, "success", t.withdrawn);
    return c.redirect("/catalogue/nos-corrections", 303);
  }
  if (result.error.kind === "not-allowed") return forbidden(c);
  if (result.error.kind === "unknown-software") return notFound(c);
  setFlash(c, "warning", t.changedMeanwhile);
  return c.redirect(`/catalogue/${slug}/corriger`, 303);
}
