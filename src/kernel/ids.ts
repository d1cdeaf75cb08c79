/** Identifiers are UUIDs, branded so that one kind is never taken for another. */
export type AuthorityId = string & { readonly brand: "AuthorityId" };
export type PersonId = string & { readonly brand: "PersonId" };
export type DepartmentId = string & { readonly brand: "DepartmentId" };
export type RequestId = string & { readonly brand: "RequestId" };
export type InstallationId = string & { readonly brand: "InstallationId" };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID. Anything else that comes from outside is unknown, never an error of the database. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** A new identifier. Forms carry one from the start, so that a form posted twice is the same thing twice. */
export function newId<Id extends string>(): Id {
  return crypto.randomUUID() as string as Id;
}
