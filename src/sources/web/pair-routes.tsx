import { z } from "zod";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { pairCounts, pairsOf, VERDICTS } from "../db/pair-queue.ts";
import { decidePair, type PairDecision } from "../usecases/decide-pair.ts";
import { PAIRS_A_PAGE, PairsPage, pairsAddress } from "./pairs-page.tsx";
import { sourcePagesTexts } from "./texts.ts";

export function pairRoutes(routes: Routes, deps: Deps): void {
  routes.get("/catalogue/doublons", "correct-catalogue", (c) =>
    showPairs(c, deps, { decided: c.req.query("etat") === "decides", page: pageOf(c.req.query("page")) }),
  );
  routes.post("/catalogue/doublons", "correct-catalogue", (c) => decide(c, deps));
  routes.post("/catalogue/doublons/annuler", "correct-catalogue", (c) => undo(c, deps));
}

type Asked = { readonly decided: boolean; readonly page: number; readonly refusal?: string | undefined; readonly status?: 409 | 422 };

async function showPairs(c: AppContext, deps: Deps, { decided, page, refusal, status }: Asked): Promise<Response> {
  const language = c.get("language");
  const { counts, pairs } = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => ({
    counts: await pairCounts(reader),
    pairs: await pairsOf(reader, { decided, limit: PAIRS_A_PAGE, offset: (page - 1) * PAIRS_A_PAGE }),
  }));
  // The last pair of a page was settled: what is left is before.
  if (pairs.length === 0 && page > 1 && refusal === undefined) return c.redirect(pairsAddress(decided, page - 1 > 50 ? 1 : page - 1), 303);
  const t = sourcePagesTexts(language);
  const breadcrumbs = [
    { label: t.catalogue, href: "/catalogue" },
    { label: t.title, href: "/catalogue/sources" },
    { label: t.pairs.title },
  ];
  return show(
    c,
    { title: t.pairs.title, breadcrumbs, ...(status === undefined ? {} : { status }) },
    <PairsPage {...{ language, pairs, counts, decided, page, refusal }} />,
  );
}

function pageOf(sent: string | undefined): number {
  const page = Number(sent);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

const pairFields = { un: field.line(80), autre: field.line(80) };
const decisionSchema = z.object({ ...pairFields, verdict: field.choice(VERDICTS), tout: field.optionalLine(80) });

async function decide(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const page = pageOf(typed(form, "page"));
  const parsed = parseForm(decisionSchema, form);
  const t = sourcePagesTexts(c.get("language")).pairs;
  if (!parsed.ok) return showPairs(c, deps, { decided: false, page: 1, refusal: t.refusals.invalid, status: 422 });
  const { un, autre, verdict, tout } = parsed.value;
  return taken(c, deps, { ...ordered(un, autre), verdict, whole: tout }, { done: t.done[verdict], page });
}

async function undo(c: AppContext, deps: Deps): Promise<Response> {
  const parsed = parseForm(z.object(pairFields), await readForm(c));
  const t = sourcePagesTexts(c.get("language")).pairs;
  if (!parsed.ok) return showPairs(c, deps, { decided: true, page: 1, refusal: t.refusals.invalid, status: 422 });
  return taken(c, deps, { ...ordered(parsed.value.un, parsed.value.autre), verdict: null, whole: null }, { done: t.done.undone, page: 1 });
}

async function taken(
  c: AppContext,
  deps: Deps,
  decision: PairDecision,
  { done, page }: { readonly done: string; readonly page: number },
): Promise<Response> {
  const decided = decision.verdict === null;
  const result = await decidePair(deps, agentOfRequest(c), decision);
  if (result.ok) {
    setFlash(c, "success", done);
    return c.redirect(pairsAddress(decided, page), 303);
  }
  if (result.error.kind === "not-allowed") return forbidden(c);
  const refusal = sourcePagesTexts(c.get("language")).pairs.refusals[result.error.kind];
  return showPairs(c, deps, { decided, page: 1, refusal, status: result.error.kind === "no-whole" ? 422 : 409 });
}

/** A pair is kept in the order of its addresses. */
function ordered(one: string, other: string): { readonly a: string; readonly b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}
