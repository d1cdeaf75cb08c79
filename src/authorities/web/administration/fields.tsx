import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ROLES, type Role } from "#src/kernel/rights.ts";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import { CheckboxGroup, type Option, SelectField } from "#src/platform/ui/choice-field.tsx";
import type { Department } from "../../domain/departments.ts";
import { authorityTexts } from "../texts.ts";
import { ADMINISTRATION_PATH, PEOPLE_PATH } from "./addresses.ts";
import { administrationTexts } from "./texts.ts";

/** The way back from a page of the administration. */
export function crumbs(language: Language, ...under: readonly Crumb[]): readonly Crumb[] {
  return [{ label: administrationTexts(language).title, href: ADMINISTRATION_PATH }, ...under];
}

/** The same from a page under the list of people. */
export function underPeople(language: Language, ...under: readonly Crumb[]): readonly Crumb[] {
  return crumbs(language, { label: administrationTexts(language).people, href: PEOPLE_PATH }, ...under);
}

export function departmentName(departments: readonly Department[], id: string | null, language: Language): string {
  return departments.find((department) => department.id === id)?.pathName ?? administrationTexts(language).noDepartment;
}

/** Departments to choose from. */
export function optionsOf(departments: readonly Department[]): readonly Option[] {
  return departments.map(({ id, pathName }) => ({ value: id, label: pathName }));
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
  const options = optionsOf(departments.filter(({ id, closedAt }) => closedAt === null || id === value));
  return <SelectField name="service" label={t.departmentLabel} options={options} value={value ?? ""} empty={t.noDepartment} />;
}
