import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { FileField } from "#src/platform/ui/file-field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { SOURCE_FORMATS } from "../domain/source-record.ts";
import { sourcePagesTexts } from "./texts.ts";

export type SendPageProps = {
  readonly language: Language;
  readonly formKey: string;
  readonly format?: string | undefined;
  readonly values?: TypedValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
};

export function SendPage({ language, formKey, format, values, errors }: SendPageProps): JSX.Element {
  const { send: t, formats } = sourcePagesTexts(language);
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      <Narrow>
        <Form action="/catalogue/sources/import" multipart idempotencyKey={formKey} values={values} errors={errors}>
          <SelectField
            name="format"
            label={t.format}
            hint={t.formatHint}
            required
            value={format}
            options={SOURCE_FORMATS.map((value) => ({ value, label: formats[value] }))}
          />
          <FileField name="fichier" label={t.file} hint={t.fileHint} mark={false} accept={[".json", ".yml", ".yaml"]} />
          <TextField name="adresse" label={t.url} hint={t.urlHint} mark={false} type="url" inputmode="url" autocomplete="off" />
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
            <ButtonLink href="/catalogue/sources">{t.cancel}</ButtonLink>
          </Actions>
        </Form>
      </Narrow>
    </Stack>
  );
}
