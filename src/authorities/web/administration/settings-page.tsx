import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Checkbox, RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, FieldGroup, FieldRow, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { NumberField } from "#src/platform/ui/number-field.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { AuthoritySettings } from "../../domain/authority.ts";
import { LONGEST_AUTHORITY_NAME } from "../authority-name.ts";
import type { Refused } from "../refused.ts";
import { SETTINGS_PATH } from "./addresses.ts";
import { administrationTexts } from "./texts.ts";

export type SettingsProps = Refused & {
  readonly language: Language;
  readonly settings: AuthoritySettings;
  readonly conflict?: Child;
};

export function SettingsPage({ language, settings, errors, values, conflict }: SettingsProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Narrow>
      <Title title={t.settings} lead={t.settingsLead} />
      <Stack>
        {conflict}
        <Form action={SETTINGS_PATH} version={settings.version} errors={errors} values={values}>
          <TextField name="nom" label={t.authorityName} value={settings.name} required maxLength={LONGEST_AUTHORITY_NAME} />
          <Countersignature language={language} settings={settings} />
          <Delays language={language} settings={settings} />
          <Checkbox name="publication" label={t.publishes} hint={t.publishesHint} value="1" checked={settings.publishesDecisions} />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Stack>
    </Narrow>
  );
}

type Part = { readonly language: Language; readonly settings: AuthoritySettings };

function Countersignature({ language, settings }: Part): JSX.Element {
  const t = administrationTexts(language);
  return (
    <>
      <RadioGroup
        name="contreseing"
        label={t.countersignature}
        hint={t.countersignatureHint}
        value={settings.countersignature}
        required
        options={[
          { value: "required", label: t.required },
          { value: "single-person", label: t.singlePerson, hint: t.singlePersonWarning },
        ]}
      />
      {settings.countersignature === "single-person" && (
        <Notice kind="warning">
          <p>{t.singlePersonWarning}</p>
        </Notice>
      )}
    </>
  );
}

function Delays({ language, settings }: Part): JSX.Element {
  const t = administrationTexts(language);
  return (
    <>
      <FieldGroup legend={t.targetDays} hint={t.targetDaysHint}>
        <FieldRow>
          {settings.targetDays.map((days, index) => (
            <NumberField
              name={`delai_${index + 1}`}
              label={`${index + 1}. ${t.gates[index] ?? ""}`}
              value={days}
              unit={t.days}
              required
              mark={false}
            />
          ))}
        </FieldRow>
      </FieldGroup>
      <NumberField
        name="confirmation"
        label={t.confirmAfter}
        hint={t.confirmAfterHint}
        value={settings.confirmAfterMonths}
        unit={t.months}
        required
      />
    </>
  );
}
