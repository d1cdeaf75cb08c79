import type { Language } from "#src/kernel/language.ts";
import type { ConflictField } from "#src/platform/ui/conflict.tsx";
import { formatDate, formatList, formatNumber } from "#src/platform/ui/format.ts";
import type { PlacedDepartment } from "../domain/departments.ts";
import type { Installation } from "../domain/installation.ts";
import { freedomOf, type Typed } from "./installation-form.ts";
import { inventoryTexts } from "./texts.ts";

/** Every fact on which what was typed and what is stored do not agree, in the reader's words. */
export function differences(
  { facts, inServiceOn }: Typed,
  stored: Installation,
  departments: readonly PlacedDepartment[],
  language: Language,
): readonly ConflictField[] {
  const t = inventoryTexts(language);
  const names = new Map([...stored.departments, ...departments].map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]): string =>
    formatList(ids.map((id) => names.get(id as PlacedDepartment["id"]) ?? "?").sort(), language);
  const count = (value: number | null): string => (value === null ? "" : formatNumber(value, language));
  const day = (value: string | null): string => (value === null ? "" : formatDate(value, language));
  const storedIds = stored.departments.map(({ id }) => id);
  const keptDay = stored.requestId === null ? inServiceOn : stored.inServiceOn;
  const all: readonly ConflictField[] = [
    { label: t.form.name, yours: facts.name, theirs: stored.name },
    { label: t.form.purpose, yours: facts.purpose, theirs: stored.purpose },
    { label: t.form.inServiceOn, yours: day(keptDay), theirs: day(stored.inServiceOn) },
    {
      label: t.form.freedom,
      yours: t.form.freedoms[freedomOf(facts.declaredFree)],
      theirs: t.form.freedoms[freedomOf(stored.declaredFree)],
    },
    { label: t.form.departments, yours: named(facts.departmentIds), theirs: named(storedIds) },
    { label: t.form.users, yours: count(facts.users), theirs: count(stored.users) },
  ];
  return all.filter(({ yours, theirs }) => yours !== theirs);
}
