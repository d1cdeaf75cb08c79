import type { JSX } from "hono/jsx/jsx-runtime";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import { optionsOf } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

export function NameField({ language, value }: { readonly language: Language; readonly value?: string }): JSX.Element {
  return (
    <TextField
      name="nom"
      label={administrationTexts(language).departmentName}
      value={value}
      required
      maxLength={LONGEST_NAME}
      autocomplete="off"
    />
  );
}

type ParentProps = { readonly language: Language; readonly departments: readonly Department[]; readonly value?: DepartmentId | null };

export function ParentField({ language, departments, value }: ParentProps): JSX.Element {
  const t = administrationTexts(language);
  return <SelectField name="dans" label={t.parent} options={optionsOf(departments)} value={value ?? ""} empty={t.noParent} />;
}
