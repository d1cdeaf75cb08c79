import type { LocalDate } from "#src/kernel/dates.ts";
import type { DepartmentId, InstallationId, RequestId } from "#src/kernel/ids.ts";
import type { InstallationState } from "./state.ts";

export const NAME_MAX = 200;
export const PURPOSE_MAX = 2_000;
export const USERS_MAX = 1_000_000;

export type DepartmentName = { readonly id: DepartmentId; readonly name: string };

/** Software that the authority runs, has run or is about to run, as it is declared. */
export type Installation = {
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
  readonly version: number;
};

/** What people state of an installation, whatever its state. */
export type Facts = {
  readonly name: string;
  readonly declaredFree: boolean | null;
  readonly purpose: string;
  readonly users: number | null;
  readonly departmentIds: readonly DepartmentId[];
};

/** Pure: true when these facts would change nothing. */
export function isSame(current: Installation, facts: Facts, inServiceOn: LocalDate | null): boolean {
  const ids = new Set(current.departments.map(({ id }) => id));
  return (
    current.name === facts.name &&
    current.declaredFree === facts.declaredFree &&
    current.purpose === facts.purpose &&
    current.users === facts.users &&
    current.inServiceOn === inServiceOn &&
    ids.size === facts.departmentIds.length &&
    facts.departmentIds.every((id) => ids.has(id))
  );
}
