import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Checkbox, CheckboxGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { Details } from "#src/platform/ui/details.tsx";
import { TextArea, TextField } from "#src/platform/ui/field.tsx";
import { FieldGroup, FieldRow } from "#src/platform/ui/form.tsx";
import type { OwnField } from "../domain/own-words.ts";
import { type Field, LISTS, type ListField } from "../domain/trust.ts";
import type { FormFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { CATEGORY_NAMES, DENY_NAMES, FIELD_NAMES, KEEP_LICENCE, LONGEST_TYPED, REASON } from "./typed-words.ts";

export type WordsFieldsProps = {
  readonly language: Language;
  readonly facts: FormFacts;
  /** A software that is added: nobody says anything of it yet. */
  readonly isNew: boolean;
};

/** What an authority may say of a software, each field beside what others say. Fields hold what the form was given. */
export function WordsFields(props: WordsFieldsProps): JSX.Element {
  const { language, isNew } = props;
  const t = ownTexts(language);
  const hint = (field: OwnField, words?: string): Child => <Hint words={words} others={saidByOthers(props, field)} />;
  const common = (field: OwnField, words?: string) => ({
    name: FIELD_NAMES[field],
    label: t.fields[field],
    hint: hint(field, words),
    mark: false,
    autocomplete: "off",
  });
  return (
    <>
      <FieldGroup legend={t.form.what}>
        <TextField {...common("name", t.form.nameHint)} required={isNew} mark={isNew} maxLength={LONGEST_TYPED.name} />
        <TextArea {...common("descriptionFr", t.form.descriptionHint)} rows={3} maxLength={LONGEST_TYPED.description} />
        <TextArea {...common("descriptionEn")} rows={3} maxLength={LONGEST_TYPED.description} />
        <TextField {...common("publisher", t.form.publisherHint)} maxLength={LONGEST_TYPED.name} />
        <Categories {...props} />
      </FieldGroup>
      <FieldGroup legend={t.form.free}>
        <TextField {...common("licence", t.form.licenceHint)} maxLength={LONGEST_TYPED.licence} spellcheck={false} />
        <Checkbox name={KEEP_LICENCE} label={t.form.keepLicence} hint={t.form.keepLicenceHint} />
      </FieldGroup>
      <FieldGroup legend={t.form.addresses}>
        <TextField {...common("website", t.form.websiteHint)} type="url" inputmode="url" maxLength={LONGEST_TYPED.address} />
        <TextField {...common("repository", t.form.repositoryHint)} type="url" inputmode="url" maxLength={LONGEST_TYPED.address} />
        <TextField {...common("wikidata", t.form.wikidataHint)} maxLength={LONGEST_TYPED.address} spellcheck={false} />
        <TextField {...common("endoflife", t.form.endoflifeHint)} maxLength={LONGEST_TYPED.address} spellcheck={false} />
      </FieldGroup>
      <FieldGroup legend={t.form.find}>
        <TextArea {...common("terms", t.form.termsHint)} rows={3} />
        <TextArea {...common("aliases", t.form.aliasesHint)} rows={2} />
        <TextArea {...common("replaces", t.form.replacesHint)} rows={2} />
        <Denials {...props} />
      </FieldGroup>
      <TextArea name={REASON} label={t.form.why} hint={t.form.reasonHint} required rows={3} maxLength={LONGEST_TYPED.reason} />
    </>
  );
}

/** What is asked, then what others say, on a line of its own. */
function Hint({ words, others }: { readonly words: string | undefined; readonly others: string }): JSX.Element {
  return (
    <>
      {words}
      {words !== undefined && others !== "" && <br />}
      {others !== "" && <i>{others}</i>}
    </>
  );
}

/** Whose word stands where the authority says nothing, and what it is. */
function saidByOthers(
  { language, facts: { others, sourceNames, categories, productNames }, isNew }: WordsFieldsProps,
  field: OwnField,
): string {
  const t = ownTexts(language);
  if (isNew) return "";
  if (isList(field)) {
    const listed = field === "replaces" ? (others?.replaces ?? []).map((slug) => productNames.get(slug) ?? slug) : (others?.[field] ?? []);
    return listed.length === 0 ? "" : t.listSaid(t.list(listed));
  }
  const source = others?.provenance[field];
  const value = others === undefined ? null : saidValue(others, field);
  if (source === undefined || value === null || value.length === 0) return t.nobody;
  const words =
    typeof value === "string" ? value : t.list(value.map((id) => categories.find((each) => each.id === id)?.label[language] ?? id));
  return t.saidBy(sourceNames.get(source) ?? source, words);
}

function saidValue(others: NonNullable<FormFacts["others"]>, field: Field): string | readonly string[] | null {
  return field === "licence" ? (others.freedom.spdx ?? others.freedom.said) : others[field];
}

function isList(field: OwnField): field is ListField {
  return LISTS.some((list) => list === field);
}

function Categories(props: WordsFieldsProps): JSX.Element {
  const { language, facts, isNew } = props;
  const t = ownTexts(language).form;
  const options = facts.categories.map(({ id, label }) => ({ value: id, label: label[language] }));
  return (
    <>
      {!isNew && (
        <p class="field-hint">
          <Hint words={t.categoriesHint} others={saidByOthers(props, "categories")} />
        </p>
      )}
      <FieldRow>
        {CATEGORY_NAMES.map((name, index) => (
          <SelectField
            name={name}
            label={t.category(index + 1)}
            mark={false}
            options={options}
            empty={index > 0 || isNew ? t.categoryNone : t.categoryEmpty}
          />
        ))}
      </FieldRow>
    </>
  );
}

/** Other names, business words and products that others say: each can be taken away. */
function Denials({ language, facts: { others, productNames } }: WordsFieldsProps): JSX.Element | null {
  const t = ownTexts(language).form;
  const offered = LISTS.map((list) => ({ list, said: others?.[list] ?? [] })).filter(({ said }) => said.length > 0);
  if (offered.length === 0) return null;
  return (
    <Details summary={t.wrong}>
      {offered.map(({ list, said }) => (
        <CheckboxGroup
          name={DENY_NAMES[list]}
          label={t.deny[list]}
          hint={t.wrongHint}
          options={said.map((value) => ({ value, label: list === "replaces" ? (productNames.get(value) ?? value) : value }))}
        />
      ))}
    </Details>
  );
}
