import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDateTime, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { NumberField } from "#src/platform/ui/number-field.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { SourceAddress } from "../db/source-settings.ts";
import type { CountedSource } from "../db/sources.ts";
import { formatOfSource, SourceState } from "./source-facts.tsx";
import { sourcePagesTexts } from "./texts.ts";

export type SourcePageProps = {
  readonly language: Language;
  readonly now: Date;
  readonly source: CountedSource;
  readonly values?: TypedValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** Somebody else changed it: what is saved is shown above what was typed. */
  readonly isStale?: boolean | undefined;
};

const SEPARATOR = " ";

/** What the form was shown with, so that somebody else's change is noticed. */
export function versionOf({ url, everyHours }: SourceAddress): string {
  return `${everyHours ?? ""}${SEPARATOR}${url ?? ""}`;
}

export function addressOfVersion(version: string): SourceAddress {
  const at = version.indexOf(SEPARATOR);
  const hours = /^\d{1,4}$/.test(version.slice(0, at)) ? Number(version.slice(0, at)) : null;
  const url = at === -1 ? "" : version.slice(at + 1);
  return { url: url === "" ? null : url, everyHours: hours };
}

export function SourcePage({ language, now, source, values, errors, isStale }: SourcePageProps): JSX.Element {
  const texts = sourcePagesTexts(language);
  const t = texts.source;
  const { url, everyHours, fetchedAt, records, id } = source;
  return (
    <Stack>
      <Title
        title={source.name}
        lead={t.lead(formatOfSource(source.format, language))}
        actions={<ButtonLink href={`/catalogue/sources/import?format=${id}`}>{t.importNow}</ButtonLink>}
      />
      <Sheet title={t.facts}>
        <DefinitionList
          items={[
            { term: texts.columns.records, value: formatNumber(records, language) },
            { term: texts.columns.confirmed, value: fetchedAt === null ? texts.never : formatDateTime(fetchedAt, language) },
            { term: texts.columns.state, value: <SourceState source={source} language={language} now={now} /> },
          ]}
        />
      </Sheet>
      <Sheet title={t.addressTitle} intro={t.addressIntro}>
        {isStale && (
          <Notice kind="warning" live>
            <p>{t.stale}</p>
            <DefinitionList
              items={[
                { term: t.url, value: url ?? t.none },
                { term: t.hours, value: everyHours === null ? t.none : `${everyHours} ${t.hoursUnit}` },
              ]}
            />
          </Notice>
        )}
        <Form action={`/catalogue/sources/${id}`} values={values} errors={errors} version={versionOf(source)}>
          <TextField name="adresse" label={t.url} hint={t.urlHint} type="url" inputmode="url" value={url ?? undefined} autocomplete="off" />
          <NumberField name="heures" label={t.hours} hint={t.hoursHint} unit={t.hoursUnit} value={everyHours ?? undefined} />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
            <ButtonLink href="/catalogue/sources">{texts.send.cancel}</ButtonLink>
          </Actions>
        </Form>
      </Sheet>
    </Stack>
  );
}
