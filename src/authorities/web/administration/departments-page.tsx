import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { formatNumber } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { ResultCount } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Department } from "../../domain/departments.ts";
import type { DepartmentsView } from "../../usecases/administration-views.ts";
import type { Refused } from "../refused.ts";
import { DEPARTMENTS_PATH } from "./addresses.ts";
import { NameField, ParentField } from "./department-fields.tsx";
import { administrationTexts } from "./texts.ts";

type DepartmentsProps = Refused & {
  readonly language: Language;
  readonly view: DepartmentsView;
  /** Of the department to be added. */
  readonly id: string;
};

export function DepartmentsPage(props: DepartmentsProps): JSX.Element {
  const { language, view } = props;
  const t = administrationTexts(language);
  return (
    <>
      <Title title={t.departments} lead={t.departmentsLead} />
      <TwoColumns aside={<AddSheet {...props} />} asideLabel={t.addDepartment}>
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

function AddSheet({ language, view, id, errors, values }: DepartmentsProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.addDepartment}>
      <Form action={DEPARTMENTS_PATH} idempotencyKey={id} errors={errors} values={values}>
        <NameField language={language} />
        <ParentField language={language} departments={view.departments} />
        <Actions>
          <SubmitButton>{t.add}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>
  );
}

/** What is above stays light: the eye finds the department's own name. */
function PathName({ department: { id, name, pathName } }: { readonly department: Department }): JSX.Element {
  return (
    <>
      <span class="soft">{pathName.slice(0, pathName.length - name.length)}</span>
      <Link href={`${DEPARTMENTS_PATH}/${id}`}>{name}</Link>
    </>
  );
}
