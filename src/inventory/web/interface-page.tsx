import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { RadioGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Choosable } from "../db/choose-installations.ts";
import type { Installation } from "../domain/installation.ts";
import { DESCRIPTION_MAX, INTERFACE_KINDS } from "../domain/interface.ts";
import { detailsTexts } from "./details-texts.ts";
import { inventoryTexts } from "./texts.ts";

/** As many as a list to choose from may hold; beyond, one searches. */
export const CHOICES = 200;

export type InterfacePageProps = {
  readonly language: Language;
  readonly installation: Installation;
  readonly formKey: string;
  readonly search: string;
  /** Others than itself: one more than `CHOICES` when some are left out. */
  readonly choices: readonly Choosable[];
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

export function InterfacePage({ language, installation, formKey, search, choices, errors, values }: InterfacePageProps): JSX.Element {
  const t = detailsTexts(language).interfaces;
  const { states } = inventoryTexts(language);
  const here = `/parc/${installation.id}/interfaces/nouvelle`;
  const isCut = choices.length > CHOICES;
  const options = choices.slice(0, CHOICES).map(({ id, name, state }) => ({
    value: id as string,
    label: state === "in-service" ? name : `${name} (${states[state].toLowerCase()})`,
  }));
  return (
    <Narrow>
      <Title title={t.addTitle(installation.name)} lead={t.addLead} />
      {(isCut || search !== "") && (
        <FilterBar
          action={here}
          search={{ name: "recherche", label: t.search, value: search }}
          clearHref={search === "" ? undefined : here}
        />
      )}
      <Form action={`/parc/${installation.id}/interfaces`} idempotencyKey={formKey} errors={errors} values={values}>
        <SelectField
          name="besoin"
          label={t.choice}
          hint={isCut ? t.choiceCut(CHOICES) : options.length === 0 ? t.noneFound : undefined}
          required
          empty={t.choiceEmpty}
          options={options}
        />
        <RadioGroup
          name="nature"
          label={t.kind}
          required
          value="data"
          options={INTERFACE_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <TextArea name="description" label={t.description} hint={t.descriptionHint} rows={2} maxLength={DESCRIPTION_MAX} />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
          <ButtonLink href={`/parc/${installation.id}`}>{t.cancel}</ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}
