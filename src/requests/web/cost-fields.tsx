import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { FieldGroup, FieldRow } from "#src/platform/ui/form.tsx";
import { MoneyField, NumberField } from "#src/platform/ui/number-field.tsx";
import { COST_HEADINGS } from "../domain/examination.ts";
import { names } from "./examination-form.ts";
import { formTexts } from "./form-texts.ts";
import { gateTexts } from "./gate-texts.ts";
import { requestWords } from "./words.ts";

/** The lines of the total cost, each once and yearly; no line is skipped by family. */
export function CostFields({ language }: { language: Language }): JSX.Element {
  const t = gateTexts(language);
  const words = requestWords(language);
  return (
    <FieldGroup legend={t.costTitle} hint={t.costHint}>
      <NumberField name="duree" label={t.costYears} unit={formTexts(language).need.yearsUnit} />
      {COST_HEADINGS.map((heading) => (
        <FieldRow pair>
          <MoneyField name={names.once(heading)} label={`${words.costHeadings[heading]}, ${t.once.toLowerCase()}`} mark={false} />
          <MoneyField name={names.yearly(heading)} label={`${words.costHeadings[heading]}, ${t.yearly.toLowerCase()}`} mark={false} />
        </FieldRow>
      ))}
    </FieldGroup>
  );
}
