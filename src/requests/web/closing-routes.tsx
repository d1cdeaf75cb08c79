import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { field, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { EvidenceList } from "#src/platform/ui/evidence-list.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidateOf, candidatesOf } from "../domain/candidates.ts";
import { isKind, type Verdict } from "../domain/entries.ts";
import { evidenceFor, studyOf } from "../domain/evidence.ts";
import { gateNumber } from "../domain/gates.ts";
import { type Conclusion, isDecision } from "../domain/request.ts";
import { concludeGate } from "../usecases/conclude-gate.ts";
import { countersign } from "../usecases/countersign.ts";
import { rewordConclusion } from "../usecases/reword-conclusion.ts";
import { sendBack } from "../usecases/send-back.ts";
import { CandidatesTable } from "./candidates-table.tsx";
import { EntryForm } from "./entry-form.tsx";
import { type EntryPageProps, entryRoute } from "./entry-routes.tsx";
import { evidenceItems } from "./evidence-items.ts";
import { gateTexts } from "./gate-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

const STATEMENT = 5_000;

/** How gates close: a reviewer concludes, the guarantor countersigns or sends back. */
export function closingRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, {
    path: "/demandes/:id/conclusion",
    access: "review-requests",
    title: ({ view, language }) => gateTexts(language).concludeTitle("gate" in view.progress ? gateNumber(view.progress.gate) : 4),
    schema: () => z.object({ verdict: field.line(80), constat: field.text(STATEMENT) }),
    check: ({ verdict }, view) => (choicesOf(view).includes(verdict) ? [] : [{ field: "verdict", code: "choose-verdict" }]),
    body: (props) => <ConclusionForm {...props} />,
    run: ({ agent, view, input, value }) =>
      concludeGate(deps, agent, {
        ...input,
        gate: "gate" in view.progress ? view.progress.gate : "in-house-development",
        verdict: verdictOf(value.verdict),
        statement: value.constat,
      }),
    done: ({ view, language, value }) => ({
      flash:
        gateTexts(language).concluded[
          value.verdict === "ecarter" && "gate" in view.progress && view.progress.gate === "in-house" ? "next" : "countersign"
        ],
    }),
  });
  entryRoute(routes, deps, {
    path: "/demandes/:id/constats/:constat/corriger",
    access: "review-requests",
    title: ({ language }) => gateTexts(language).rewordTitle,
    schema: () => z.object({ constat: field.text(STATEMENT), pourquoi: field.text(1000) }),
    body: ({ c, view, language, state }) => {
      const t = gateTexts(language);
      const conclusion = conclusionIn(view, c.req.param("constat") ?? "");
      if (conclusion === undefined) return undefined;
      return (
        <Sheet>
          <EntryForm
            view={view}
            state={state}
            language={language}
            action={c.req.path}
            stored={{ constat: conclusion.content.statement }}
            corrects
            actions={<SubmitButton>{t.reword}</SubmitButton>}
          >
            <TextArea
              name="constat"
              label={t.statement}
              hint={t.statementHint[conclusion.content.verdict.kind]}
              required
              rows={6}
              maxLength={STATEMENT}
            />
          </EntryForm>
        </Sheet>
      );
    },
    run: ({ c, agent, input, value }) =>
      rewordConclusion(deps, agent, {
        ...input,
        conclusionId: c.req.param("constat") ?? "",
        statement: value.constat,
        why: value.pourquoi,
      }),
    done: ({ language }) => ({ flash: gateTexts(language).reworded }),
  });
  countersignRoutes(routes, deps);
}

function countersignRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, {
    path: "/demandes/:id/contreseing",
    access: "countersign",
    title: ({ language }) => gateTexts(language).countersignTitle,
    schema: () => z.object({ observation: field.optionalText(2000) }),
    body: (props) => <CountersignForm {...props} />,
    run: ({ agent, view, input, value }) =>
      countersign(deps, agent, { ...input, conclusionId: pendingId(view), statement: value.observation }),
    done: ({ view, language }) => ({
      flash:
        view.progress.status === "to-countersign" && isDecision(view.progress.conclusion)
          ? gateTexts(language).sealed
          : gateTexts(language).countersigned,
    }),
  });
  entryRoute(routes, deps, {
    path: "/demandes/:id/renvoi",
    access: "countersign",
    title: ({ language }) => gateTexts(language).sendBack,
    schema: () => z.object({ manque: field.text(2000) }),
    body: ({ view, language, state }) => <SendBackForm view={view} language={language} state={state} />,
    run: ({ agent, view, input, value }) => sendBack(deps, agent, { ...input, conclusionId: pendingId(view), reason: value.manque }),
    done: ({ language }) => ({ flash: gateTexts(language).sentBack }),
  });
}

/** What the reviewer may choose: rule out, or a candidate of this gate by its identifier (at gate 4, the study's). */
function choicesOf(view: RequestView): readonly string[] {
  const { progress, request } = view;
  if (!("gate" in progress)) return [];
  const solutions =
    progress.gate === "in-house-development" ? [studyOf(request)?.id ?? ""] : candidatesOf(request, progress.gate).map(({ id }) => id);
  return ["ecarter", ...solutions.filter((id) => id !== "")];
}

function verdictOf(choice: string): Verdict {
  return choice === "ecarter" ? { kind: "ruled-out" } : { kind: "retained", candidateId: choice };
}

function pendingId({ progress }: RequestView): string {
  return progress.status === "to-countersign" ? progress.conclusion.id : "";
}

function conclusionIn({ request }: RequestView, id: string): Conclusion | undefined {
  return request.entries.filter((entry) => isKind(entry, "gate-concluded")).find((entry) => entry.id === id);
}

function ConclusionForm({ c, view, language, state }: EntryPageProps) {
  const t = gateTexts(language);
  if (!("gate" in view.progress)) return null;
  const { gate } = view.progress;
  const asked = c.req.query("retenir") ?? (c.req.query("ecarter") === undefined ? "" : "ecarter");
  const wanted = state.form === undefined ? asked : typed(state.form, "verdict");
  const chosen = choicesOf(view).includes(wanted) ? wanted : "";
  const nameOf = (id: string): string =>
    gate === "in-house-development" ? t.retainStudy : t.retainThis(candidateOf(view.request, id)?.name ?? "");
  const options = [
    ...choicesOf(view)
      .filter((choice) => choice !== "ecarter")
      .map((id) => ({ value: id, label: nameOf(id) })),
    {
      value: "ecarter",
      label: gate === "in-house-development" ? t.unmet : t.ruleOut,
      hint: gate === "in-house-development" ? t.ruleOutLastHint : t.ruleOutHint,
    },
  ];
  const evidence = chosen === "" ? [] : evidenceFor(view.request, gate, verdictOf(chosen));
  return (
    <Sheet title={requestWords(language).gates[gate].long} intro={requestWords(language).gates[gate].seeks}>
      {evidence.length > 0 && (
        <>
          <h3>{t.evidence}</h3>
          <EvidenceList items={evidenceItems(view, evidence, language, true)} />
        </>
      )}
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/conclusion`}
        stored={{ verdict: chosen }}
        actions={<SubmitButton>{t.conclude}</SubmitButton>}
      >
        <RadioGroup name="verdict" label={t.verdict} options={options} required />
        <TextArea
          name="constat"
          label={t.statement}
          hint={t.statementHint[chosen === "ecarter" ? "ruled-out" : "retained"]}
          required
          rows={6}
          maxLength={STATEMENT}
        />
      </EntryForm>
    </Sheet>
  );
}

function CountersignForm({ view, agent, language, state }: EntryPageProps) {
  const t = gateTexts(language);
  const words = requestWords(language);
  if (view.progress.status !== "to-countersign")
    return state.refusal === undefined ? null : (
      <EntryForm view={view} state={state} language={language} action={`/demandes/${view.request.id}/contreseing`} actions={null} />
    );
  const { conclusion, gate } = view.progress;
  const { verdict, statement } = conclusion.content;
  const own = conclusion.personId === agent.id;
  const single = view.settings.countersignature === "single-person";
  const candidates = candidatesOf(view.request, gate);
  const chosen = verdict.kind === "retained" ? candidateOf(view.request, verdict.candidateId) : undefined;
  const retained = chosen === undefined ? t.retainStudy : requestTexts(language).labelled(words.verdicts.retained, chosen.name);
  return (
    <>
      <Sheet title={words.gates[gate].long} intro={words.gates[gate].seeks}>
        <p>
          <strong>{verdict.kind === "retained" ? retained : words.gates[gate].ruledOut}</strong>
        </p>
        <Quote source={view.nameOf(conclusion.personId)}>
          <p class="kept-lines">{statement}</p>
        </Quote>
        <h3>{t.evidence}</h3>
        <EvidenceList items={evidenceItems(view, evidenceFor(view.request, gate, verdict), language, false)} />
        {candidates.length > 0 && <CandidatesTable view={view} candidates={candidates} language={language} />}
      </Sheet>
      <Sheet title={t.countersign} intro={t.countersignLead}>
        {isDecision(conclusion) && (
          <Notice kind="info">
            <p>{t.countersignDecision}</p>
          </Notice>
        )}
        {own && (
          <Notice kind="warning">
            <p>{single ? t.singlePerson : t.own}</p>
          </Notice>
        )}
        <EntryForm
          view={view}
          state={state}
          language={language}
          action={`/demandes/${view.request.id}/contreseing`}
          actions={<SubmitButton>{t.countersign}</SubmitButton>}
        >
          <TextArea name="observation" label={t.countersignStatement} rows={3} maxLength={2000} />
        </EntryForm>
      </Sheet>
      <SendBackForm view={view} language={language} state={{}} />
    </>
  );
}

function SendBackForm({ view, language, state }: Pick<EntryPageProps, "view" | "language" | "state">) {
  const t = gateTexts(language);
  return (
    <Sheet title={t.sendBackTitle}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/renvoi`}
        label={t.sendBack}
        actions={<SubmitButton variant="secondary">{t.sendBack}</SubmitButton>}
      >
        <TextArea name="manque" label={t.sendBackReason} required rows={3} maxLength={2000} />
      </EntryForm>
    </Sheet>
  );
}
