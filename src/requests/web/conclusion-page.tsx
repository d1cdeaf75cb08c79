import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { typed } from "#src/platform/http/form.ts";
import { type Option, RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { EvidenceList } from "#src/platform/ui/evidence-list.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidateOf, candidatesOf } from "../domain/candidates.ts";
import { isKind, type Verdict } from "../domain/entries.ts";
import { evidenceFor, studyOf } from "../domain/evidence.ts";
import type { Gate } from "../domain/gates.ts";
import type { Conclusion } from "../domain/request.ts";
import { EntryForm } from "./entry-form.tsx";
import type { EntryPageProps } from "./entry-routes.tsx";
import { evidenceItems } from "./evidence-items.ts";
import { gateTexts } from "./gate-texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

/** The longest statement, in characters. */
export const STATEMENT = 5_000;

/** To leave the gate without a solution; any other verdict names the one retained. */
const RULE_OUT = "ecarter";

/** What the reviewer may choose: rule out, or a candidate of this gate by its identifier (at gate 4, the study's). */
export function choicesOf({ progress, request }: RequestView): readonly string[] {
  if (!("gate" in progress)) return [];
  const solutions =
    progress.gate === "in-house-development" ? [studyOf(request)?.id ?? ""] : candidatesOf(request, progress.gate).map(({ id }) => id);
  return [RULE_OUT, ...solutions.filter((id) => id !== "")];
}

export function verdictOf(choice: string): Verdict {
  return choice === RULE_OUT ? { kind: "ruled-out" } : { kind: "retained", candidateId: choice };
}

export function conclusionIn({ request }: RequestView, id: string): Conclusion | undefined {
  return request.entries.filter((entry) => isKind(entry, "gate-concluded")).find((entry) => entry.id === id);
}

export function ConclusionForm(props: EntryPageProps): JSX.Element | null {
  const { view, language, state } = props;
  const t = gateTexts(language);
  if (!("gate" in view.progress)) return null;
  const { gate } = view.progress;
  const chosen = chosenIn(props);
  const { long, seeks } = requestWords(language).gates[gate];
  return (
    <Sheet title={long} intro={seeks}>
      {chosen !== "" && <EvidenceFor verdict={verdictOf(chosen)} view={view} gate={gate} language={language} />}
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/conclusion`}
        stored={{ verdict: chosen }}
        actions={<SubmitButton>{t.conclude}</SubmitButton>}
      >
        <RadioGroup name="verdict" label={t.verdict} options={verdictsAt(gate, view, language)} required />
        <StatementField of={chosen === RULE_OUT ? "ruled-out" : "retained"} language={language} />
      </EntryForm>
    </Sheet>
  );
}

/** What was ticked, or else what the link that led here asks for; empty where it is no choice of this gate. */
function chosenIn({ c, view, state }: EntryPageProps): string {
  const asked = c.req.query("retenir") ?? (c.req.query("ecarter") === undefined ? "" : RULE_OUT);
  const wanted = state.form === undefined ? asked : typed(state.form, "verdict");
  return choicesOf(view).includes(wanted) ? wanted : "";
}

function verdictsAt(gate: Gate, view: RequestView, language: Language): readonly Option[] {
  const t = gateTexts(language);
  const isLast = gate === "in-house-development";
  const solutions = choicesOf(view).filter((choice) => choice !== RULE_OUT);
  return [
    ...solutions.map((id) => ({
      value: id,
      label: isLast ? t.retainStudy : t.retainThis(candidateOf(view.request, id)?.name ?? ""),
    })),
    { value: RULE_OUT, label: isLast ? t.unmet : t.ruleOut, hint: isLast ? t.ruleOutLastHint : t.ruleOutHint },
  ];
}

type EvidenceForProps = { verdict: Verdict; view: RequestView; gate: Gate; language: Language };

function EvidenceFor({ verdict, view, gate, language }: EvidenceForProps): JSX.Element | null {
  const evidence = evidenceFor(view.request, gate, verdict);
  if (evidence.length === 0) return null;
  return (
    <>
      <h3>{gateTexts(language).evidence}</h3>
      <EvidenceList items={evidenceItems(view, evidence, language, true)} />
    </>
  );
}

/** Other words for a statement already made: its verdict stays. */
export function RewordingForm({ c, view, language, state, conclusion }: EntryPageProps & { conclusion: Conclusion }): JSX.Element {
  const { statement, verdict } = conclusion.content;
  return (
    <Sheet>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={c.req.path}
        stored={{ constat: statement }}
        corrects
        actions={<SubmitButton>{gateTexts(language).reword}</SubmitButton>}
      >
        <StatementField of={verdict.kind} language={language} />
      </EntryForm>
    </Sheet>
  );
}

function StatementField({ of, language }: { of: Verdict["kind"]; language: Language }): JSX.Element {
  const t = gateTexts(language);
  return <TextArea name="constat" label={t.statement} hint={t.statementHint[of]} required rows={6} maxLength={STATEMENT} />;
}
