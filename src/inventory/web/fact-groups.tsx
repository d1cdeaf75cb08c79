import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { FieldGroup } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import type { Installation } from "../domain/installation.ts";
import { PersonalDataFields, VersionLayerCriticality, WhereItRuns, WhoAnswers } from "./detail-fields.tsx";
import { detailsTexts } from "./details-texts.ts";
import { DepartmentsAndUsers } from "./installation-fields.tsx";

export type GroupsProps = {
  readonly language: Language;
  readonly departments: readonly PlacedDepartment[];
  readonly stored?: Installation | undefined;
  /** Folded, but for those where something was typed or is wrong: declaring stays quick. */
  readonly folded: boolean;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

/** What is stated beyond what it is, group by group. */
export function FactGroups(props: GroupsProps): JSX.Element {
  const { language, departments, stored } = props;
  const t = detailsTexts(language).groups;
  const groups: readonly Group[] = [
    {
      legend: t.whom,
      fields: ["services", "utilisateurs"],
      content: <DepartmentsAndUsers language={language} departments={departments} stored={stored} />,
    },
    {
      legend: t.more,
      fields: ["version", "couche", "criticite"],
      content: <VersionLayerCriticality language={language} stored={stored} />,
    },
    {
      legend: t.where,
      fields: ["hebergement", "hebergeur", "pays", "droits"],
      content: <WhereItRuns language={language} stored={stored} />,
    },
    { legend: t.data, fields: ["donnees", "categories", "registre"], content: <PersonalDataFields language={language} stored={stored} /> },
    {
      legend: t.answers,
      fields: ["responsable", "fonction"],
      content: <WhoAnswers language={language} stored={stored} departments={departments} />,
    },
  ];
  return (
    <>
      {groups.map((group) =>
        props.folded ? (
          <Details summary={group.legend} open={isTouched(group, props)}>
            <div class="form">{group.content}</div>
          </Details>
        ) : (
          <FieldGroup legend={group.legend}>{group.content}</FieldGroup>
        ),
      )}
    </>
  );
}

type Group = { readonly legend: string; readonly fields: readonly string[]; readonly content: Child };

function isTouched({ fields }: Group, { errors = [], values = {} }: GroupsProps): boolean {
  return fields.some(
    (field) =>
      errors.some((error) => error.field === field) || [values[field] ?? ""].flat().some((typed) => typed !== "" && typed !== "users"),
  );
}
