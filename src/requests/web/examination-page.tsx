import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { DateField, TextField } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { costOf, type ExaminedCandidate, type Obstacle, obstaclesOf } from "../domain/candidates.ts";
import { isWaivable, KNOCK_OUTS_AT, type WaiverObject } from "../domain/gates.ts";
import { CostFields } from "./cost-fields.tsx";
import { EntryForm, type FormState } from "./entry-form.tsx";
import { CoverageFields, KnockOutFields, OpinionFields } from "./examination-fields.tsx";
import { examinationAsTyped } from "./examination-form.ts";
import { gateTexts } from "./gate-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { obstacleSentence, requestWords } from "./words.ts";

type Props = { view: RequestView; candidate: ExaminedCandidate; language: Language };

/** The form by which a reviewer writes the evidence about a candidate. */
export function ExaminationForm({ view, candidate, language, state }: Props & { state: FormState }): JSX.Element {
  const t = gateTexts(language);
  const known = candidate.examined?.content.examination;
  const inHouse = candidate.gate === "in-house";
  return (
    <Sheet title={t.opinion} intro={t.examineLead}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/candidats/${candidate.id}`}
        stored={known === undefined ? { licence: candidate.licence ?? "" } : examinationAsTyped(known)}
        corrects={known !== undefined}
        actions={<SubmitButton>{t.saveExamination}</SubmitButton>}
      >
        {candidate.gate === "open-source" && <TextField name="licence" label={t.licence} hint={t.licenceHint} maxLength={200} />}
        <KnockOutFields gate={candidate.gate} language={language} />
        {!inHouse && <CoverageFields requirements={view.need.requirements} language={language} />}
        {!inHouse && <CostFields language={language} />}
        {!inHouse && <DateField name="pret" label={t.readyOn} />}
        <OpinionFields language={language} />
      </EntryForm>
    </Sheet>
  );
}

/** What stands between an examined candidate and being retained; each may be waived where the procedure allows it. */
export function Obstacles({ view, candidate, language, mayAsk }: Props & { mayAsk: boolean }): JSX.Element | null {
  const t = gateTexts(language);
  if (candidate.examined === null || candidate.gate === "in-house") return null;
  const obstacles = obstaclesOf(view.request, candidate);
  return (
    <Sheet title={t.obstacles}>
      {obstacles.length === 0 ? (
        <p>{t.noObstacle}</p>
      ) : (
        <ul>
          {obstacles.map((obstacle) => (
            <li>
              {obstacle.waived ? `${obstacleSentence(language, obstacle)} (${t.waived})` : obstacleSentence(language, obstacle)}{" "}
              {mayAsk && canAsk(candidate, obstacle) && (
                <ButtonLink
                  href={`/demandes/${view.request.id}/candidats/${candidate.id}/derogation?objet=${waiverObjectOf(obstacle)}`}
                  size="sm"
                  variant="tertiary"
                >
                  {t.askWaiver}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function waiverObjectOf(obstacle: Obstacle): WaiverObject | undefined {
  if (obstacle.kind === "knock-out") return obstacle.judged ? obstacle.knockOut : undefined;
  if (obstacle.kind === "over-budget") return "budget";
  return obstacle.kind === "too-late" ? "time" : undefined;
}

function canAsk({ gate, waivers }: ExaminedCandidate, obstacle: Obstacle): boolean {
  const object = waiverObjectOf(obstacle);
  if (object === undefined || obstacle.waived || !isWaivable(gate, object)) return false;
  return !waivers.some((waiver) => waiver.object === object && waiver.answer === null);
}

/** The examination as everybody may read it. */
export function ExaminationRead({ view, candidate, language }: Props): JSX.Element {
  const t = gateTexts(language);
  const words = requestWords(language);
  const examination = candidate.examined?.content.examination;
  if (examination === undefined) return <Sheet title={t.opinion}>{<p>{t.toExamine}</p>}</Sheet>;
  const cost = costOf(examination);
  const items = [
    { term: t.opinion, value: words.opinions[examination.opinion] },
    { term: t.reason, value: examination.reason },
    ...KNOCK_OUTS_AT[candidate.gate].map((knockOut) => {
      const finding = examination.knockOuts[knockOut];
      return {
        term: words.knockOuts[knockOut],
        value: finding === undefined ? t.notJudged : `${finding.passes ? t.passes : t.fails}. ${finding.reason}`,
      };
    }),
    ...(candidate.gate === "in-house"
      ? []
      : view.need.requirements.map(({ id, text }) => {
          const coverage = examination.coverage[id];
          return { term: text, value: coverage === undefined ? t.notJudged : words.coverages[coverage] };
        })),
    ...(cost === null
      ? []
      : [{ term: t.costTitle, value: `${formatMoney(cost.cents, language)} HT, ${requestTexts(language).over(cost.years)}` }]),
    ...(examination.readyOn === null ? [] : [{ term: t.readyOn, value: formatDate(examination.readyOn, language) }]),
  ];
  return (
    <Sheet title={t.opinion}>
      <DefinitionList items={items} />
    </Sheet>
  );
}
