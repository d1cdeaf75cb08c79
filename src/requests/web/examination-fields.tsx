import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { RadioGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { FieldGroup, FieldRow } from "#src/platform/ui/form.tsx";
import { COVERAGES } from "../domain/examination.ts";
import { type Gate, KNOCK_OUTS_AT } from "../domain/gates.ts";
import type { Requirement } from "../domain/need.ts";
import { names } from "./examination-form.ts";
import { gateTexts } from "./gate-texts.ts";
import { requestWords } from "./words.ts";

/** For each knock-out of the gate, whether it passes and why. */
export function KnockOutFields({ gate, language }: { gate: Gate; language: Language }): JSX.Element | null {
  const t = gateTexts(language);
  const words = requestWords(language);
  if (KNOCK_OUTS_AT[gate].length === 0) return null;
  const verdicts = [
    { value: "oui", label: t.passes },
    { value: "non", label: t.fails },
  ];
  return (
    <FieldGroup legend={t.knockOuts} hint={t.knockOutsHint}>
      {KNOCK_OUTS_AT[gate].map((knockOut) => (
        <FieldRow>
          <RadioGroup
            name={names.knockOut(knockOut)}
            label={words.knockOuts[knockOut]}
            hint={words.knockOutHints[knockOut]}
            mark={false}
            options={verdicts}
          />
          <TextArea name={names.finding(knockOut)} label={t.reasonOf(words.knockOuts[knockOut])} rows={3} maxLength={1000} mark={false} />
        </FieldRow>
      ))}
    </FieldGroup>
  );
}

type CoverageProps = { requirements: readonly Requirement[]; language: Language };

/** For each requirement of the need, how far it is covered. */
export function CoverageFields({ requirements, language }: CoverageProps): JSX.Element | null {
  const t = gateTexts(language);
  const words = requestWords(language);
  if (requirements.length === 0) return null;
  return (
    <FieldGroup legend={t.coverage} hint={t.coverageHint}>
      {requirements.map(({ id, text, importance }) => (
        <SelectField
          name={names.coverage(id)}
          label={`${text} (${words.importances[importance].toLowerCase()})`}
          mark={false}
          empty={t.notJudged}
          options={COVERAGES.map((coverage) => ({ value: coverage, label: words.coverages[coverage] }))}
        />
      ))}
    </FieldGroup>
  );
}

/** What the reviewer makes of it all. */
export function OpinionFields({ language }: { language: Language }): JSX.Element {
  const t = gateTexts(language);
  const opinions = [
    { value: "suitable", label: t.suitable },
    { value: "rejected", label: t.rejected },
  ];
  return (
    <>
      <RadioGroup name="avis" label={t.opinionQuestion} required options={opinions} />
      <TextArea name="raison" label={t.reason} hint={t.reasonLong} required rows={4} maxLength={4000} />
    </>
  );
}
