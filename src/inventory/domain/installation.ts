import type { LocalDate } from "#src/kernel/dates.ts";
import type { DepartmentId, InstallationId, RequestId } from "#src/kernel/ids.ts";
import type { Details } from "./details.ts";
import type { InstallationState } from "./state.ts";

export const NAME_MAX = 200;
export const PURPOSE_MAX = 2_000;
export const USERS_MAX = 1_000_000;

export type DepartmentName = { readonly id: DepartmentId; readonly name: string };

/** Software that the authority runs, has run or is about to run, as it is declared. */
export type Installation = Details & {
  readonly id: InstallationId;
  readonly name: string;
  readonly softwareSlug: string | null;
  readonly softwareName: string | null;
  /** The catalogue's word where the software is known there, else what was declared; null when nobody knows. */
  readonly free: boolean | null;
  readonly declaredFree: boolean | null;
  readonly state: InstallationState;
  readonly purpose: string;
  /** Number of people who use it; null when it is not known. */
  readonly users: number | null;
  readonly inServiceOn: LocalDate | null;
  readonly retiredOn: LocalDate | null;
  readonly requestId: RequestId | null;
  readonly departments: readonly DepartmentName[];
  /** The department that answers for it, by its name. */
  readonly answerableDepartment: string | null;
  readonly version: number;
};

/** What people state of an installation, whatever its state. */
export type Facts = Details & {
  readonly name: string;
  readonly declaredFree: boolean | null;
  readonly purpose: string;
  readonly users: number | null;
  readonly departmentIds: readonly DepartmentId[];
};

const COMPARED = [
  "name",
  "declaredFree",
  "purpose",
  "users",
  "softwareVersion",
  "layer",
  "criticality",
  "answerableDepartmentId",
  "answerableRole",
  "hosting",
  "hostName",
  "dataCountry",
  "personalData",
  "registerReference",
] as const satisfies readonly (keyof Facts & keyof Installation)[];

/** Pure: true when these facts would change nothing. */
export function isSame(current: Installation, facts: Facts, inServiceOn: LocalDate | null): boolean {
  const departmentIds = current.departments.map(({ id }) => id);
  return (
    COMPARED.every((fact) => current[fact] === facts[fact]) &&
    current.inServiceOn === inServiceOn &&
    isSameSet(departmentIds, facts.departmentIds) &&
    isSameSet(current.governingLaw, facts.governingLaw) &&
    isSameSet(current.personalDataKinds, facts.personalDataKinds)
  );
}

function isSameSet<T>(some: readonly T[], others: readonly T[]): boolean {
  const all = new Set(some);
  return all.size === others.length && others.every((each) => all.has(each));
}
