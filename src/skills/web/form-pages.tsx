import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { CheckboxGroup, RadioGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { Hidden, TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { InstallationName, MemberName } from "../db/holders.ts";
import { ABILITIES, HOLDER_MAX, HOLDERS, NOTE_MAX, type Skill } from "../domain/skill.ts";
import { SKILLS_PATH } from "./listing.ts";
import { skillTexts } from "./texts.ts";

export type Refused = {
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
  /** The skill of the same holder that is written already. */
  readonly said?: string | undefined;
};
type FieldsProps = { readonly language: Language; readonly members: readonly MemberName[]; readonly stored?: Skill | undefined };

export type AddPageProps = Refused &
  FieldsProps & {
    readonly formKey: string;
    /** The installation from whose page one comes; else one is chosen among `choices`. */
    readonly installation: InstallationName | undefined;
    readonly choices: readonly InstallationName[];
  };

export function AddPage({ formKey, installation, choices, errors, values, said, ...fields }: AddPageProps): JSX.Element {
  const t = skillTexts(fields.language);
  return (
    <Narrow>
      <Title title={installation === undefined ? t.add : t.form.addTitle(installation.name)} />
      <Form action={`${SKILLS_PATH}/nouveau`} idempotencyKey={formKey} errors={errors} values={values}>
        <AlreadySaid language={fields.language} said={said} />
        {installation === undefined ? (
          <SelectField
            name="installation"
            label={t.form.installation}
            required
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <Hidden name="installation" value={installation.id} />
        )}
        <SkillFields {...fields} />
        <Actions>
          <SubmitButton>{t.form.submitAdd}</SubmitButton>
          <ButtonLink href={installation === undefined ? SKILLS_PATH : `/parc/${installation.id}#savoir-faire`}>{t.form.cancel}</ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}

export type EditPageProps = Refused &
  FieldsProps & {
    readonly stored: Skill;
    readonly installation: InstallationName;
    readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] } | undefined;
  };

export function EditPage({ installation, errors, values, said, conflict, ...fields }: EditPageProps): JSX.Element {
  const { language, stored } = fields;
  const t = skillTexts(language);
  const form = (
    <Form action={`${SKILLS_PATH}/${stored.id}/modifier`} version={stored.version} errors={errors} values={values}>
      <AlreadySaid language={language} said={said} />
      <SkillFields {...fields} />
      <Actions>
        <SubmitButton>{t.form.submitEdit}</SubmitButton>
        <ButtonLink href={`/parc/${installation.id}#savoir-faire`}>{t.form.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <Narrow>
      <Title title={t.form.editTitle(stored.name, installation.name)} />
      {conflict === undefined ? (
        form
      ) : (
        <Conflict {...conflict}>
          <p>{t.form.conflictAgain}</p>
          {form}
        </Conflict>
      )}
    </Narrow>
  );
}

function AlreadySaid({ language, said }: { language: Language; said: string | undefined }): JSX.Element | null {
  if (said === undefined) return null;
  return (
    <Notice kind="warning">
      <p>
        <Link href={`${SKILLS_PATH}/${said}/modifier`}>{skillTexts(language).seeSaid}</Link>
      </p>
    </Notice>
  );
}

function SkillFields({ language, members, stored }: FieldsProps): JSX.Element {
  const t = skillTexts(language);
  const people = members.map(({ id, name, jobTitle }) => ({
    value: id as string,
    label: jobTitle === null ? name : `${name}, ${jobTitle}`,
  }));
  const gone =
    stored?.left === true && stored.personId !== null ? [{ value: stored.personId as string, label: t.form.nobodyHere(stored.name) }] : [];
  return (
    <>
      <RadioGroup
        name="detenteur"
        label={t.form.holder}
        required
        value={stored?.holder ?? "person"}
        options={HOLDERS.map((holder) => ({ value: holder, label: t.holders[holder] }))}
      />
      <SelectField
        name="personne"
        label={t.form.person}
        hint={t.form.personHint}
        mark={false}
        value={stored?.personId ?? undefined}
        options={[...people, ...gone]}
      />
      <TextField
        name="nom"
        label={t.form.name}
        hint={t.form.nameHint}
        mark={false}
        value={stored?.holderName}
        maxLength={HOLDER_MAX}
        autocomplete="off"
      />
      <CheckboxGroup
        name="savoirs"
        label={t.form.abilities}
        required
        values={stored?.abilities}
        options={ABILITIES.map((ability) => ({ value: ability, label: t.abilities[ability] }))}
      />
      <TextField name="note" label={t.form.note} hint={t.form.noteHint} value={stored?.note} maxLength={NOTE_MAX} />
    </>
  );
}
