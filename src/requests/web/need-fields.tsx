import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { Checkbox, CheckboxGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { DateField, TextArea, TextField } from "#src/platform/ui/field.tsx";
import { FieldGroup, FieldRow } from "#src/platform/ui/form.tsx";
import { MoneyField, NumberField } from "#src/platform/ui/number-field.tsx";
import { NEED_LIMITS, PERSONAL_DATA } from "../domain/need.ts";
import { formTexts } from "./form-texts.ts";
import { requestWords } from "./words.ts";

/** The need in the requester's words, and for whom. */
export function FirstFields({ language, departments }: { language: Language; departments: readonly Department[] }): JSX.Element {
  const t = formTexts(language).need;
  const open = departments.filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <TextField name="titre" label={t.title} hint={t.titleHint} required maxLength={NEED_LIMITS.title} />
      <TextArea name="besoin" label={t.words} hint={t.wordsHint} required rows={7} maxLength={NEED_LIMITS.words} />
      <FieldRow>
        <SelectField
          name="service"
          label={t.department}
          required
          options={open.map(({ id, pathName }) => ({ value: id, label: pathName }))}
        />
        <NumberField name="agents" label={t.users} unit={t.usersUnit} />
      </FieldRow>
    </>
  );
}

/** Constraints and requirements. */
export function NextFields({ language }: { language: Language }): JSX.Element {
  const t = formTexts(language).need;
  const words = requestWords(language);
  return (
    <>
      <TextArea name="actuel" label={t.usedToday} hint={t.usedTodayHint} rows={2} maxLength={NEED_LIMITS.usedToday} />
      <FieldGroup legend={t.requirements} hint={t.requirementsHint}>
        <TextArea name="essentielles" label={t.essential} hint={t.essentialHint} rows={5} />
        <TextArea name="utiles" label={t.useful} hint={t.usefulHint} rows={3} />
      </FieldGroup>
      <DateField name="echeance" label={t.neededBy} hint={t.neededByHint} />
      <FieldRow>
        <MoneyField name="budget" label={t.budget} hint={t.budgetHint} />
        <NumberField name="annees" label={t.years} unit={t.yearsUnit} />
      </FieldRow>
      <CheckboxGroup
        name="donnees"
        label={t.personalData}
        hint={t.personalDataHint}
        options={PERSONAL_DATA.map((kind) => ({ value: kind, label: words.personalData[kind] }))}
      />
      <Checkbox name="public" label={t.openToPublic} hint={t.openToPublicHint} />
      <TextArea name="avec" label={t.mustRunWith} hint={t.mustRunWithHint} rows={2} maxLength={NEED_LIMITS.mustRunWith} />
    </>
  );
}
