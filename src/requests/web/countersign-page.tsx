import type { JSX } from "hono/jsx/jsx-runtime";
import { EvidenceList } from "#src/platform/ui/evidence-list.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidateOf, candidatesOf } from "../domain/candidates.ts";
import { evidenceFor } from "../domain/evidence.ts";
import { type Conclusion, isDecision } from "../domain/request.ts";
import { CandidatesTable } from "./candidates-table.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { EntryPageProps } from "./entry-routes.tsx";
import { evidenceItems } from "./evidence-items.ts";
import { gateTexts } from "./gate-texts.ts";
import { Quoted } from "./quoted.tsx";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

/** The longest observation of the guarantor, or what they find missing, in characters. */
export const OBSERVATION = 2_000;

/** What was concluded, then the two answers of the guarantor: countersign, or send back. */
export function CountersignForm(props: EntryPageProps): JSX.Element | null {
  const { view, language, state } = props;
  if (view.progress.status !== "to-countersign")
    return state.refusal === undefined ? null : (
      <EntryForm view={view} state={state} language={language} action={countersignPath(view)} actions={null} />
    );
  const { conclusion } = view.progress;
  return (
    <>
      <Concluded view={view} conclusion={conclusion} language={language} />
      <Countersigning {...props} conclusion={conclusion} />
      <SendBackForm view={view} language={language} state={{}} />
    </>
  );
}

function countersignPath({ request }: RequestView): string {
  return `/demandes/${request.id}/contreseing`;
}

type ConcludedProps = Pick<EntryPageProps, "view" | "language"> & { conclusion: Conclusion };

/** The conclusion as its reviewer wrote it, with all that it rests on. */
function Concluded({ view, conclusion, language }: ConcludedProps): JSX.Element {
  const { gate, verdict, statement } = conclusion.content;
  const { long, seeks } = requestWords(language).gates[gate];
  const candidates = candidatesOf(view.request, gate);
  return (
    <Sheet title={long} intro={seeks}>
      <p>
        <strong>{verdictInWords({ view, conclusion, language })}</strong>
      </p>
      <Quoted source={view.nameOf(conclusion.personId)}>{statement}</Quoted>
      <h3>{gateTexts(language).evidence}</h3>
      <EvidenceList items={evidenceItems(view, evidenceFor(view.request, gate, verdict), language, false)} />
      {candidates.length > 0 && <CandidatesTable view={view} candidates={candidates} language={language} />}
    </Sheet>
  );
}

function verdictInWords({ view, conclusion, language }: ConcludedProps): string {
  const { gate, verdict } = conclusion.content;
  const words = requestWords(language);
  if (verdict.kind === "ruled-out") return words.gates[gate].ruledOut;
  const chosen = candidateOf(view.request, verdict.candidateId);
  if (chosen === undefined) return gateTexts(language).retainStudy;
  return requestTexts(language).labelled(words.verdicts.retained, chosen.name);
}

function Countersigning({ view, agent, language, state, conclusion }: EntryPageProps & { conclusion: Conclusion }): JSX.Element {
  const t = gateTexts(language);
  const isAlone = view.settings.countersignature === "single-person";
  return (
    <Sheet title={t.countersign} intro={t.countersignLead}>
      {isDecision(conclusion) && (
        <Notice kind="info">
          <p>{t.countersignDecision}</p>
        </Notice>
      )}
      {conclusion.personId === agent.id && (
        <Notice kind="warning">
          <p>{isAlone ? t.singlePerson : t.own}</p>
        </Notice>
      )}
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={countersignPath(view)}
        actions={<SubmitButton>{t.countersign}</SubmitButton>}
      >
        <TextArea name="observation" label={t.countersignStatement} rows={3} maxLength={OBSERVATION} />
      </EntryForm>
    </Sheet>
  );
}

export function SendBackForm({ view, language, state }: Pick<EntryPageProps, "view" | "language" | "state">): JSX.Element {
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
        <TextArea name="manque" label={t.sendBackReason} required rows={3} maxLength={OBSERVATION} />
      </EntryForm>
    </Sheet>
  );
}
