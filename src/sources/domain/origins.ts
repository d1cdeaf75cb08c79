import { saidOf } from "./merge.ts";
import type { Organisation } from "./source-record.ts";
import { type Statement, saidAtOf } from "./statement.ts";
import { FIELDS, type Field } from "./trust.ts";

/** Whose word a fact of the catalogue is, and since when they say it. */
export type Origin = { readonly field: Field; readonly sourceId: string; readonly saidAt: Date };

/** For each fact of which the source is known; that source may have said it in several records: the first that says something is it. */
export function originsOf(provenance: Readonly<Record<string, string>>, statements: readonly Statement[]): readonly Origin[] {
  return FIELDS.flatMap((field): Origin[] => {
    const sourceId = provenance[field];
    const statement = statements.find((each) => each.sourceId === sourceId && saidOf(field, each) !== null);
    return statement === undefined ? [] : [{ field, sourceId: statement.sourceId, saidAt: saidAtOf(field, statement) }];
  });
}

/** Organisations said to use the software, each once: by its number where one is said, else by its name. */
export function usersIn(statements: readonly Statement[]): readonly Organisation[] {
  const users = new Map<string, Organisation>();
  for (const user of statements.flatMap(({ record }) => record.users)) {
    const key = user.siren ?? user.name.toLowerCase();
    if (!users.has(key)) users.set(key, user);
  }
  return [...users.values()].sort((a, b) => a.name.localeCompare(b.name, "fr"));
}
