import type { JSX } from "hono/jsx/jsx-runtime";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Contract } from "../domain/contract.ts";
import { ContractFields, type FieldsProps } from "./contract-fields.tsx";
import { LIST_PATH } from "./listing.ts";
import { contractTexts } from "./texts.ts";

export type Refused = { readonly errors?: readonly FieldError[] | undefined; readonly values?: TypedValues | undefined };
export type ShownConflict = { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] };

export function DeclarePage({ formKey, errors, values, ...fields }: Refused & FieldsProps & { readonly formKey: string }): JSX.Element {
  const t = contractTexts(fields.language);
  return (
    <Narrow>
      <Title title={t.declare} />
      <Form action={`${LIST_PATH}/nouveau`} idempotencyKey={formKey} errors={errors} values={values}>
        <ContractFields {...fields} />
        <Actions>
          <SubmitButton>{t.form.submitDeclare}</SubmitButton>
          <ButtonLink href={LIST_PATH}>{t.form.cancel}</ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}

export type EditPageProps = Refused & FieldsProps & { readonly stored: Contract; readonly conflict?: ShownConflict | undefined };

export function EditPage({ errors, values, conflict, ...fields }: EditPageProps): JSX.Element {
  const { language, stored } = fields;
  const t = contractTexts(language);
  const form = (
    <Form action={`${LIST_PATH}/${stored.id}/modifier`} version={stored.version} errors={errors} values={values}>
      <ContractFields {...fields} />
      <Actions>
        <SubmitButton>{t.form.submitEdit}</SubmitButton>
        <ButtonLink href={`${LIST_PATH}/${stored.id}`}>{t.form.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <Narrow>
      <Title title={t.form.editTitle(stored.title)} />
      {conflict === undefined ? (
        form
      ) : (
        <Conflict {...conflict}>
          <p>{t.form.conflictAgain}</p>
          {form}
        </Conflict>
      )}
    </Narrow>
  );
}
