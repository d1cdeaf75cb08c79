import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_JOB_TITLE } from "../../domain/member.ts";
import type { PersonView } from "../../usecases/administration-views.ts";
import { DepartmentField, RolesField, rolesInWords } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

type PersonProps = {
  readonly language: Language;
  readonly view: PersonView;
  readonly errors?: readonly FieldError[];
  readonly values?: TypedValues;
  /** Both versions, when somebody else changed the member meanwhile. */
  readonly conflict?: Child;
  readonly endError?: string;
};

export function PersonPage({ language, view, errors, values, conflict, endError }: PersonProps): JSX.Element {
  const t = administrationTexts(language);
  const { member } = view;
  const day = (at: Date): string => formatDate(at.toISOString(), language);
  const facts = [
    member.email,
    rolesInWords(member.roles, language),
    member.leftAt === null ? t.memberSince(day(member.joinedAt)) : t.leftOn(day(member.leftAt)),
  ];
  return (
    <Narrow>
      <Title title={member.name} facts={facts} />
      {member.leftAt === null ? (
        <Stack>
          {conflict}
          <RightsSheet language={language} view={view} errors={errors} values={values} />
          <ResetSheet language={language} view={view} />
          <EndSheet language={language} view={view} error={endError} />
        </Stack>
      ) : (
        <Notice>
          <p>{t.leftNotice}</p>
        </Notice>
      )}
    </Narrow>
  );
}

type RightsProps = {
  readonly language: Language;
  readonly view: PersonView;
  readonly errors: readonly FieldError[] | undefined;
  readonly values: TypedValues | undefined;
};

function RightsSheet({ language, view: { member, departments }, errors, values }: RightsProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.rightsTitle}>
      <Form
        action={`/administration/personnes/${member.id}`}
        label={t.rightsTitle}
        version={member.version}
        errors={errors}
        values={values}
      >
        <TextField
          name="fonction"
          label={t.jobTitle}
          hint={t.jobTitleHint}
          value={member.jobTitle ?? ""}
          maxLength={LONGEST_JOB_TITLE}
          autocomplete="off"
        />
        <DepartmentField language={language} departments={departments} value={member.departmentId} />
        <RolesField language={language} roles={member.roles} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}

function ResetSheet({ language, view: { member, belongsElsewhere } }: Pick<PersonProps, "language" | "view">): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.resetTitle}>
      {belongsElsewhere ? (
        <p>{t.resetElsewhere}</p>
      ) : (
        <>
          <p>{t.resetText}</p>
          <Actions>
            <ActionForm action={`/administration/personnes/${member.id}/reinitialisation`} variant="secondary">
              {t.resetButton}
            </ActionForm>
          </Actions>
        </>
      )}
    </Sheet>
  );
}

function EndSheet({
  language,
  view: { member },
  error,
}: Pick<PersonProps, "language" | "view"> & { readonly error: string | undefined }): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.endTitle}>
      <p>{t.endText}</p>
      <ConfirmDialog label={t.endButton} title={t.endConfirm(member.name)} open={error !== undefined}>
        <p>{t.endText}</p>
        <Form
          action={`/administration/personnes/${member.id}/depart`}
          label={t.endTitle}
          version={member.version}
          errors={error === undefined ? [] : [{ field: "", message: error }]}
        >
          <Actions>
            <SubmitButton variant="danger">{t.endSubmit}</SubmitButton>
          </Actions>
        </Form>
      </ConfirmDialog>
    </Sheet>
  );
}
