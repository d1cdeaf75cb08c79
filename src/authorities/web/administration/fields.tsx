import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ROLES, type Role } from "#src/kernel/rights.ts";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import { CheckboxGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { formatList } from "#src/platform/ui/format.ts";
import type { Department } from "../../domain/departments.ts";
import { authorityTexts } from "../texts.ts";
import { administrationTexts } from "./texts.ts";

/** The way back from a page of the administration. */
export function crumbs(language: Language, ...under: readonly Crumb[]): readonly Crumb[] {
  return [{ label: administrationTexts(language).title, href: "/administration" }, ...under];
}

export function rolesInWords(roles: readonly Role[], language: Language): string {
  const words = authorityTexts(language).roles;
  return formatList(
    roles.map((role) => words[role]),
    language,
  );
}

export function departmentName(departments: readonly Department[], id: string | null, language: Language): string {
  return departments.find((department) => department.id === id)?.pathName ?? administrationTexts(language).noDepartment;
}

type RolesFieldProps = { readonly language: Language; readonly roles?: readonly Role[] };

export function RolesField({ language, roles }: RolesFieldProps): JSX.Element {
  const t = administrationTexts(language);
  const shared = authorityTexts(language);
  const options = ROLES.map((role) => ({ value: role, label: shared.roles[role], hint: shared.roleHints[role] }));
  return <CheckboxGroup name="roles" label={t.roles} hint={t.rolesHint} options={options} values={roles} required />;
}

type DepartmentFieldProps = { readonly language: Language; readonly departments: readonly Department[]; readonly value?: string | null };

export function DepartmentField({ language, departments, value }: DepartmentFieldProps): JSX.Element {
  const t = administrationTexts(language);
  const open = departments.filter(({ id, closedAt }) => closedAt === null || id === value);
  const options = open.map(({ id, pathName }) => ({ value: id, label: pathName }));
  return <SelectField name="service" label={t.departmentLabel} options={options} value={value ?? ""} empty={t.noDepartment} />;
}
