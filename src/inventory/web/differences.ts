import type { Language } from "#src/kernel/language.ts";
import type { ConflictField } from "#src/platform/ui/conflict.tsx";
import { formatDate, formatList, formatNumber } from "#src/platform/ui/format.ts";
import type { PlacedDepartment } from "../domain/departments.ts";
import type { Details } from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import { countryName } from "./country-names.ts";
import { detailsTexts } from "./details-texts.ts";
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
  const names = namesOf(stored, departments);
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
    ...detailRows(facts, stored, names, language),
  ];
  return all.filter(({ yours, theirs }) => yours !== theirs);
}

function namesOf(stored: Installation, departments: readonly PlacedDepartment[]): Names {
  const answers = stored.answerableDepartmentId;
  const kept = answers === null ? [] : [{ id: answers, name: stored.answerableDepartment ?? "?" }];
  return new Map([...kept, ...stored.departments, ...departments].map(({ id, name }) => [id, name]));
}

type Names = ReadonlyMap<PlacedDepartment["id"], string>;

function detailRows(facts: Details, stored: Details, names: Names, language: Language): readonly ConflictField[] {
  const t = detailsTexts(language);
  const row = (label: string, say: (details: Details) => string): ConflictField => ({ label, yours: say(facts), theirs: say(stored) });
  const countries = (codes: readonly string[]): string => formatList(codes.map((code) => countryName(code, language)).sort(), language);
  return [
    row(t.version, ({ softwareVersion }) => softwareVersion),
    row(t.layer, ({ layer }) => t.layers[layer]),
    row(t.criticality, ({ criticality }) => (criticality === null ? "" : t.criticalities[criticality])),
    row(t.hosting, ({ hosting }) => (hosting === null ? "" : t.hostings[hosting])),
    row(t.host, ({ hostName }) => hostName),
    row(t.country, ({ dataCountry }) => (dataCountry === null ? "" : countryName(dataCountry, language))),
    row(t.laws, ({ governingLaw }) => countries(governingLaw)),
    row(t.groups.data, ({ personalData }) => (personalData === null ? "" : t.personalDatas[personalData])),
    row(t.kinds, ({ personalDataKinds }) => formatList(personalDataKinds.map((kind) => t.kindNames[kind]).sort(), language)),
    row(t.register, ({ registerReference }) => registerReference),
    row(t.answerable, ({ answerableDepartmentId: id }) => (id === null ? "" : (names.get(id) ?? "?"))),
    row(t.role, ({ answerableRole }) => answerableRole),
  ];
}
