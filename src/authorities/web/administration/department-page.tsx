import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type Department, versionOf, withDescendants } from "../../domain/departments.ts";
import type { Refused } from "../refused.ts";
import { DEPARTMENTS_PATH } from "./addresses.ts";
import { NameField, ParentField } from "./department-fields.tsx";
import { EndingSheet } from "./ending-sheet.tsx";
import { administrationTexts } from "./texts.ts";

export type DepartmentProps = Refused & {
  readonly language: Language;
  readonly department: Department;
  readonly departments: readonly Department[];
  /** Both versions, when somebody else changed the department meanwhile. */
  readonly conflict?: Child;
  readonly closeError?: string;
};

export function DepartmentPage(props: DepartmentProps): JSX.Element {
  const { language, department, conflict, closeError } = props;
  const t = administrationTexts(language);
  return (
    <Narrow>
      <Title title={t.changeDepartmentTitle(department.name)} />
      <Stack>
        {conflict}
        <PlaceSheet {...props} />
        <EndingSheet
          action={`${DEPARTMENTS_PATH}/${department.id}/fermeture`}
          title={t.closeTitle}
          text={t.closeText}
          button={t.closeButton}
          question={t.closeConfirm(department.name)}
          submit={t.closeSubmit}
          error={closeError}
        />
      </Stack>
    </Narrow>
  );
}

/** Its name and its place in the tree, which is never inside itself. */
function PlaceSheet({ language, department, departments, errors, values }: DepartmentProps): JSX.Element {
  const t = administrationTexts(language);
  const { id, name, parentId } = department;
  const inside = withDescendants(departments, id);
  return (
    <Sheet title={t.renameTitle}>
      <Form action={`${DEPARTMENTS_PATH}/${id}`} label={t.renameTitle} version={versionOf(department)} errors={errors} values={values}>
        <NameField language={language} value={name} />
        <ParentField language={language} departments={departments.filter((each) => !inside.has(each.id))} value={parentId} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}
