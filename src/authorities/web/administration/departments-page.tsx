import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatNumber } from "#src/platform/ui/format.ts";
import { Narrow, Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { ResultCount } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type Department, versionOf, withDescendants } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { DepartmentsView } from "../../usecases/administration-views.ts";
import { administrationTexts } from "./texts.ts";

const PATH = "/administration/services";
type Again = { readonly errors?: readonly FieldError[]; readonly values?: TypedValues };
type DepartmentsProps = Again & {
  readonly language: Language;
  readonly view: DepartmentsView /** Of the department to be added. */;
  readonly id: string;
};

export function DepartmentsPage({ language, view, id, errors, values }: DepartmentsProps): JSX.Element {
  const t = administrationTexts(language);
  const add = (
    <Sheet title={t.addDepartment}>
      <Form action={PATH} idempotencyKey={id} errors={errors} values={values}>
        <NameField language={language} />
        <ParentField language={language} departments={view.departments} />
        <Actions>
          <SubmitButton>{t.add}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
  return (
    <>
      <Title title={t.departments} lead={t.departmentsLead} />
      <TwoColumns aside={add} asideLabel={t.addDepartment}>
        <ResultCount total={view.departments.length} noun={t.department} />
        <DataTable
          caption={t.departments}
          rows={view.departments}
          columns={[
            { key: "service", label: t.departmentLabel, render: (department) => <PathName department={department} /> },
            { key: "personnes", label: t.people, align: "end", render: (each) => formatNumber(view.members.get(each.id) ?? 0, language) },
          ]}
          empty={<EmptyState title={t.noDepartments}>{t.noDepartmentsText}</EmptyState>}
        />
      </TwoColumns>
    </>
  );
}

/** What is above stays light: the eye finds the department's own name. */
function PathName({ department: { id, name, pathName } }: { readonly department: Department }): JSX.Element {
  return (
    <>
      <span class="soft">{pathName.slice(0, pathName.length - name.length)}</span>
      <Link href={`${PATH}/${id}`}>{name}</Link>
    </>
  );
}

type DepartmentProps = Again & {
  readonly language: Language;
  readonly department: Department;
  readonly departments: readonly Department[];
  readonly conflict?: Child;
  readonly closeError?: string;
};

export function DepartmentPage({ language, department, departments, errors, values, conflict, closeError }: DepartmentProps): JSX.Element {
  const t = administrationTexts(language);
  const { id, name, parentId } = department;
  const inside = withDescendants(departments, id);
  return (
    <Narrow>
      <Title title={t.changeDepartmentTitle(name)} />
      <Stack>
        {conflict}
        <Sheet title={t.renameTitle}>
          <Form action={`${PATH}/${id}`} label={t.renameTitle} version={versionOf(department)} errors={errors} values={values}>
            <NameField language={language} value={name} />
            <ParentField language={language} departments={departments.filter((each) => !inside.has(each.id))} value={parentId} />
            <Actions>
              <SubmitButton>{t.save}</SubmitButton>
            </Actions>
          </Form>
        </Sheet>
        <Sheet title={t.closeTitle}>
          <p>{t.closeText}</p>
          <ConfirmDialog label={t.closeButton} title={t.closeConfirm(name)} open={closeError !== undefined}>
            <p>{t.closeText}</p>
            <Form
              action={`${PATH}/${id}/fermeture`}
              label={t.closeTitle}
              errors={closeError === undefined ? [] : [{ field: "", message: closeError }]}
            >
              <Actions>
                <SubmitButton variant="danger">{t.closeSubmit}</SubmitButton>
              </Actions>
            </Form>
          </ConfirmDialog>
        </Sheet>
      </Stack>
    </Narrow>
  );
}

function NameField({ language, value }: { readonly language: Language; readonly value?: string }): JSX.Element {
  return (
    <TextField
      name="nom"
      label={administrationTexts(language).departmentName}
      value={value}
      required
      maxLength={LONGEST_NAME}
      autocomplete="off"
    />
  );
}

type ParentProps = { readonly language: Language; readonly departments: readonly Department[]; readonly value?: DepartmentId | null };

function ParentField({ language, departments, value }: ParentProps): JSX.Element {
  const t = administrationTexts(language);
  const options = departments.map(({ id, pathName }) => ({ value: id, label: pathName }));
  return <SelectField name="dans" label={t.parent} options={options} value={value ?? ""} empty={t.noParent} />;
}
