import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { counted } from "#src/platform/ui/format.ts";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_REASON } from "../domain/suggestion.ts";
import { watchTexts } from "./texts.ts";

export type SuggestPageProps = {
  readonly language: Language;
  readonly software: { readonly slug: string; readonly name: string };
  readonly departments: readonly Department[];
  /** How many people of each would be told. */
  readonly people: ReadonlyMap<string, number>;
  readonly newKey: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

/** A reviewer chooses the department to propose a software to, and says why. */
export function SuggestPage({ language, software, departments, people, newKey, errors, values }: SuggestPageProps): JSX.Element {
  const t = watchTexts(language).suggestion;
  const countOf = (id: string): string => {
    const count = people.get(id) ?? 0;
    return count === 0 ? t.nobody : counted(count, t.people, language);
  };
  return (
    <Narrow>
      <Title title={t.title(software.name)} lead={t.lead} />
      {departments.length === 0 ? (
        <p>{t.noDepartment}</p>
      ) : (
        <Sheet>
          <Form action={`/catalogue/${software.slug}/proposer`} idempotencyKey={newKey} errors={errors} values={values}>
            <SelectField
              name="service"
              label={t.department}
              required
              options={departments.map(({ id, pathName }) => ({ value: id, label: `${pathName} (${countOf(id)})` }))}
            />
            <TextArea name="raison" label={t.reason} hint={t.reasonHint} required rows={5} maxLength={LONGEST_REASON} />
            <Actions>
              <SubmitButton>{t.submit}</SubmitButton>
              <ButtonLink href={`/catalogue/${software.slug}`}>{t.cancel}</ButtonLink>
            </Actions>
          </Form>
        </Sheet>
      )}
    </Narrow>
  );
}
