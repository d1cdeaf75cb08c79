/** Who may do what: one table of data. Each route and each use case names the action it needs. */
export const ROLES = ["requester", "reviewer", "guarantor", "administrator", "elected-official", "data-protection-officer"] as const;
export type Role = (typeof ROLES)[number];

export const ACTIONS = [
  "read-requests",
  "submit-request",
  "take-part-in-request",
  "review-requests",
  "countersign",
  "confirm-use",
  "read-catalogue",
  "correct-catalogue",
  "manage-catalogue",
  "read-inventory",
  "manage-inventory",
  "read-journal",
  "manage-people",
  "manage-settings",
] as const;
export type Action = (typeof ACTIONS)[number];

const READING = ["read-requests", "read-catalogue", "read-inventory"] as const satisfies readonly Action[];

export const RIGHTS: Readonly<Record<Role, readonly Action[]>> = {
  requester: [...READING, "submit-request", "take-part-in-request", "confirm-use"],
  reviewer: [
    ...READING,
    "submit-request",
    "take-part-in-request",
    "review-requests",
    "confirm-use",
    "correct-catalogue",
    "manage-inventory",
  ],
  guarantor: [...READING, "submit-request", "take-part-in-request", "countersign", "read-journal"],
  administrator: [
    ...READING,
    "submit-request",
    "take-part-in-request",
    "correct-catalogue",
    "manage-catalogue",
    "manage-inventory",
    "read-journal",
    "manage-people",
    "manage-settings",
  ],
  "elected-official": [...READING],
  "data-protection-officer": [...READING, "take-part-in-request", "read-journal"],
};

/** Pure: true when one of the roles carries the action. */
export function allows(roles: readonly Role[], action: Action): boolean {
  return roles.some((role) => RIGHTS[role].includes(action));
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
