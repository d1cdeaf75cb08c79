import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { DateField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import type { StandingContract } from "../db/costs.ts";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";

export type RefusedClosing = { readonly day: string; readonly errors: readonly FieldError[] };

type Props = {
  readonly language: Language;
  readonly contract: StandingContract;
  readonly today: LocalDate;
  readonly refusedClosing?: RefusedClosing | undefined;
};

/** Notice given, or an end that happened; or the undoing of it. */
export function Closing({ language, contract, today, refusedClosing }: Props): JSX.Element {
  const t = pageTexts(language).close;
  if (contract.closedOn !== null) {
    return (
      <ActionForm action={`${LIST_PATH}/${contract.id}/reprise`} variant="secondary">
        {t.reopen}
      </ActionForm>
    );
  }
  const proposed = contract.term.endsOn ?? today;
  return (
    <ConfirmDialog label={t.label} title={t.title} open={refusedClosing !== undefined}>
      <p>{t.text}</p>
      <Form
        action={`${LIST_PATH}/${contract.id}/fin`}
        errors={refusedClosing?.errors}
        values={refusedClosing && { fin_le: refusedClosing.day }}
      >
        <DateField name="fin_le" label={t.day} required min={contract.startsOn} value={proposed} />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
        </Actions>
      </Form>
    </ConfirmDialog>
  );
}
