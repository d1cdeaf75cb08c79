import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { CheckboxGroup, RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { DateField, TextArea, TextField } from "#src/platform/ui/field.tsx";
import { LiveMatches } from "#src/platform/ui/live-matches.tsx";
import { NumberField } from "#src/platform/ui/number-field.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import { type Installation, NAME_MAX, PURPOSE_MAX } from "../domain/installation.ts";
import { FREEDOMS, freedomOf } from "./installation-form.ts";
import { inventoryTexts } from "./texts.ts";

type FieldsProps = {
  readonly language: Language;
  readonly departments: readonly PlacedDepartment[];
  /** What is stored, when something is. */
  readonly stored?: Installation | undefined;
  readonly today: string;
};

/** What anybody may state of an installation, whatever its state. */
export function NameAndPurpose({ language, stored }: Pick<FieldsProps, "language" | "stored">): JSX.Element {
  const t = inventoryTexts(language).form;
  return (
    <>
      <TextField
        name="nom"
        label={t.name}
        hint={t.nameHint}
        required
        value={stored?.name}
        maxLength={NAME_MAX}
        autocomplete="off"
        spellcheck={false}
      />
      {stored === undefined && <LiveMatches src="/parc/suggestions" name="nom" />}
      <TextArea name="objet" label={t.purpose} hint={t.purposeHint} rows={3} value={stored?.purpose} maxLength={PURPOSE_MAX} />
    </>
  );
}

export function Freedom({ language, stored }: Pick<FieldsProps, "language" | "stored">): JSX.Element {
  const t = inventoryTexts(language).form;
  return (
    <RadioGroup
      name="licence"
      label={t.freedom}
      hint={t.freedomHint}
      value={freedomOf(stored?.declaredFree ?? null)}
      options={FREEDOMS.map((freedom) => ({ value: freedom, label: t.freedoms[freedom] }))}
    />
  );
}

export function DepartmentsAndUsers({ language, stored, departments }: Omit<FieldsProps, "today">): JSX.Element {
  const t = inventoryTexts(language).form;
  return (
    <>
      <DepartmentBoxes language={language} departments={departments} stored={stored} />
      <NumberField name="utilisateurs" label={t.users} hint={t.usersHint} unit={t.usersUnit} value={stored?.users ?? undefined} />
    </>
  );
}

/** The tree, each with its path; a department closed since, and still noted, can be kept. */
function DepartmentBoxes({ language, departments, stored }: Omit<FieldsProps, "today">): JSX.Element {
  const t = inventoryTexts(language).form;
  const open = new Set(departments.map(({ id }) => id));
  const closed = (stored?.departments ?? []).filter(({ id }) => !open.has(id));
  const options = [
    ...departments.map(({ id, pathName }) => ({ value: id as string, label: pathName })),
    ...closed.map(({ id, name }) => ({ value: id as string, label: t.closedDepartment(name) })),
  ];
  if (options.length === 0) return <p class="soft">{t.noDepartments}</p>;
  return <CheckboxGroup name="services" label={t.departments} options={options} values={stored?.departments.map(({ id }) => id)} />;
}

export function InServiceOn({ language, stored, today }: Omit<FieldsProps, "departments">): JSX.Element {
  const t = inventoryTexts(language).form;
  return <DateField name="depuis" label={t.inServiceOn} hint={t.inServiceOnHint} max={today} value={stored?.inServiceOn ?? undefined} />;
}
