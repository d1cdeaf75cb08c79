import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { Actions, FieldGroup, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import type { Installation } from "../domain/installation.ts";
import { detailsTexts } from "./details-texts.ts";
import { FactGroups } from "./fact-groups.tsx";
import { Freedom, InServiceOn, NameAndPurpose } from "./installation-fields.tsx";
import { inventoryTexts } from "./texts.ts";

export type EditPageProps = {
  readonly language: Language;
  readonly stored: Installation;
  readonly departments: readonly PlacedDepartment[];
  readonly today: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
  readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] } | undefined;
};

export function EditPage({ language, stored, departments, today, errors, values, conflict }: EditPageProps): JSX.Element {
  const t = inventoryTexts(language);
  const hasService = stored.state === "in-service" || stored.state === "leaving";
  const form = (
    <Form action={`/parc/${stored.id}/modifier`} version={stored.version} errors={errors} values={values}>
      <FieldGroup legend={detailsTexts(language).groups.what}>
        <NameAndPurpose language={language} stored={stored} />
        {hasService && stored.requestId === null && <InServiceOn language={language} stored={stored} today={today} />}
        {hasService && stored.requestId !== null && <p class="soft small">{t.edit.keptDay}</p>}
        <Freedom language={language} stored={stored} />
      </FieldGroup>
      <FactGroups language={language} stored={stored} departments={departments} folded={false} />
      <Actions>
        <SubmitButton>{t.form.submitEdit}</SubmitButton>
        <ButtonLink href={`/parc/${stored.id}`}>{t.form.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <Narrow>
      <Title title={t.edit.title(stored.name)} />
      {conflict === undefined ? (
        form
      ) : (
        <Conflict {...conflict}>
          <p>{t.edit.conflictAgain}</p>
          {form}
        </Conflict>
      )}
    </Narrow>
  );
}
