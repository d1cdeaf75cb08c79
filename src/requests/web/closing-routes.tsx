import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { gateNumber } from "../domain/gates.ts";
import { isDecision } from "../domain/request.ts";
import { concludeGate } from "../usecases/conclude-gate.ts";
import { countersign } from "../usecases/countersign.ts";
import { rewordConclusion } from "../usecases/reword-conclusion.ts";
import { sendBack } from "../usecases/send-back.ts";
import { ConclusionForm, choicesOf, conclusionIn, RewordingForm, STATEMENT, verdictOf } from "./conclusion-page.tsx";
import { CountersignForm, OBSERVATION, SendBackForm } from "./countersign-page.tsx";
import { type EntryPage, entryRoute } from "./entry-routes.tsx";
import { gateTexts } from "./gate-texts.ts";
import { gateOf, type RequestView } from "./view.ts";

/** How gates close: a reviewer concludes, the guarantor countersigns or sends back. */
export function closingRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/conclusion", "review-requests", conclusion);
  entryRoute(routes, deps, "/demandes/:id/constats/:constat/corriger", "review-requests", rewording);
  entryRoute(routes, deps, "/demandes/:id/contreseing", "countersign", countersignature);
  entryRoute(routes, deps, "/demandes/:id/renvoi", "countersign", sendingBack);
}

const conclusion: EntryPage<{ verdict: string; constat: string }> = {
  title: ({ view, language }) => gateTexts(language).concludeTitle(gateNumber(gateOf(view))),
  schema: z.object({ verdict: field.line(80), constat: field.text(STATEMENT) }),
  check: ({ verdict }, view) => (choicesOf(view).includes(verdict) ? [] : [{ field: "verdict", code: "choose-verdict" }]),
  body: (props) => <ConclusionForm {...props} />,
  run: ({ deps, agent, view, input, value }) =>
    concludeGate(deps, agent, { ...input, gate: gateOf(view), verdict: verdictOf(value.verdict), statement: value.constat }),
  done: ({ view, language, value }) => {
    // Leaving gate 1 without a solution waits for nobody.
    const moves = verdictOf(value.verdict).kind === "ruled-out" && gateOf(view) === "in-house";
    return { flash: gateTexts(language).concluded[moves ? "next" : "countersign"] };
  },
};

const rewording: EntryPage<{ constat: string; pourquoi: string }> = {
  title: ({ language }) => gateTexts(language).rewordTitle,
  schema: z.object({ constat: field.text(STATEMENT), pourquoi: field.text(1000) }),
  body: (props) => {
    const reworded = conclusionIn(props.view, props.c.req.param("constat") ?? "");
    return reworded && <RewordingForm {...props} conclusion={reworded} />;
  },
  run: ({ c, deps, agent, input, value }) => {
    const conclusionId = c.req.param("constat") ?? "";
    return rewordConclusion(deps, agent, { ...input, conclusionId, statement: value.constat, why: value.pourquoi });
  },
  done: ({ language }) => ({ flash: gateTexts(language).reworded }),
};

const countersignature: EntryPage<{ observation: string | null }> = {
  title: ({ language }) => gateTexts(language).countersignTitle,
  schema: z.object({ observation: field.optionalText(OBSERVATION) }),
  body: (props) => <CountersignForm {...props} />,
  run: ({ deps, agent, view, input, value }) =>
    countersign(deps, agent, { ...input, conclusionId: pendingId(view), statement: value.observation }),
  done: ({ view: { progress }, language }) => {
    const seals = progress.status === "to-countersign" && isDecision(progress.conclusion);
    return { flash: gateTexts(language)[seals ? "sealed" : "countersigned"] };
  },
};

const sendingBack: EntryPage<{ manque: string }> = {
  title: ({ language }) => gateTexts(language).sendBack,
  schema: z.object({ manque: field.text(OBSERVATION) }),
  body: ({ view, language, state }) => <SendBackForm view={view} language={language} state={state} />,
  run: ({ deps, agent, view, input, value }) => sendBack(deps, agent, { ...input, conclusionId: pendingId(view), reason: value.manque }),
  done: ({ language }) => ({ flash: gateTexts(language).sentBack }),
};

function pendingId({ progress }: RequestView): string {
  return progress.status === "to-countersign" ? progress.conclusion.id : "";
}
