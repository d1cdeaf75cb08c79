import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { DateField, TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type DeclaredEnd, type EndFacts, LONGEST_CYCLE } from "../domain/declared-end.ts";
import { watchTexts } from "./texts.ts";

export type EndPageProps = {
  readonly language: Language;
  readonly software: { readonly slug: string; readonly name: string };
  /** Undefined for a new one, whose identifier is then `newKey`. */
  readonly stored?: DeclaredEnd | undefined;
  readonly newKey: string;
  /** The version that whoever typed had read, when it is not the stored one. */
  readonly version?: number | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
  readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] } | undefined;
};

/** An end of life that the authority read somewhere: entered, or corrected. */
export function EndPage({ language, software, stored, newKey, version, errors, values, conflict }: EndPageProps): JSX.Element {
  const t = watchTexts(language).end;
  const path = `/catalogue/${software.slug}/fins-de-vie`;
  const form = (
    <Form
      action={stored === undefined ? `${path}/nouvelle` : `${path}/${stored.id}/modifier`}
      version={version ?? stored?.version}
      idempotencyKey={stored === undefined ? newKey : undefined}
      errors={errors}
      values={values}
    >
      <TextField name="version" label={t.cycle} hint={t.cycleHint} required value={stored?.cycle} maxLength={LONGEST_CYCLE} narrow />
      <DateField name="fin" label={t.endsOn} hint={t.endsOnHint} required value={stored?.endsOn} />
      <TextField name="adresse" type="url" label={t.readAt} hint={t.readAtHint} required value={stored?.readAtUrl} maxLength={500} />
      <Actions>
        <SubmitButton>{stored === undefined ? t.submitNew : t.submitEdit}</SubmitButton>
        <ButtonLink href={`/catalogue/${software.slug}`}>{t.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <Narrow>
      <Title title={stored === undefined ? t.titleNew(software.name) : t.titleEdit(software.name)} lead={t.lead} />
      <Sheet>
        {conflict === undefined ? (
          form
        ) : (
          <Conflict {...conflict}>
            <p>{t.conflictAgain}</p>
            {form}
          </Conflict>
        )}
      </Sheet>
    </Narrow>
  );
}

/** What differs between what was typed and what is stored. */
export function differences(yours: EndFacts, theirs: EndFacts, language: Language): readonly ConflictField[] {
  const t = watchTexts(language).end;
  const fields: readonly ConflictField[] = [
    { label: t.cycle, yours: yours.cycle, theirs: theirs.cycle },
    { label: t.endsOn, yours: formatDate(yours.endsOn, language), theirs: formatDate(theirs.endsOn, language) },
    { label: t.readAt, yours: yours.readAtUrl, theirs: theirs.readAtUrl },
  ];
  return fields.filter((each) => each.yours !== each.theirs);
}
