import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_JOB_TITLE } from "../../domain/member.ts";
import type { PersonView } from "../../usecases/administration-views.ts";
import type { Refused } from "../refused.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { PEOPLE_PATH } from "./addresses.ts";
import { EndingSheet } from "./ending-sheet.tsx";
import { DepartmentField, RolesField } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

export type PersonProps = Refused & {
  readonly language: Language;
  readonly view: PersonView;
  /** Both versions, when somebody else changed the member meanwhile. */
  readonly conflict?: Child;
  readonly endError?: string;
};

export function PersonPage(props: PersonProps): JSX.Element {
  const { language, view } = props;
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
        <PresentMember {...props} />
      ) : (
        <Notice>
          <p>{t.leftNotice}</p>
        </Notice>
      )}
    </Narrow>
  );
}

function PresentMember({ language, view, errors, values, conflict, endError }: PersonProps): JSX.Element {
  const t = administrationTexts(language);
  const { id, name, version } = view.member;
  return (
    <Stack>
      {conflict}
      <RightsSheet language={language} view={view} errors={errors} values={values} />
      <ResetSheet language={language} view={view} />
      <EndingSheet
        action={`${PEOPLE_PATH}/${id}/depart`}
        title={t.endTitle}
        text={t.endText}
        button={t.endButton}
        question={t.endConfirm(name)}
        submit={t.endSubmit}
        version={version}
        error={endError}
      />
    </Stack>
  );
}

type RightsProps = Refused & Pick<PersonProps, "language" | "view">;

function RightsSheet({ language, view: { member, departments }, errors, values }: RightsProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.rightsTitle}>
      <Form action={`${PEOPLE_PATH}/${member.id}`} label={t.rightsTitle} version={member.version} errors={errors} values={values}>
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
            <ActionForm action={`${PEOPLE_PATH}/${member.id}/reinitialisation`} variant="secondary">
              {t.resetButton}
            </ActionForm>
          </Actions>
        </>
      )}
    </Sheet>
  );
}
