import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { Hidden, TextArea, TextField } from "#src/platform/ui/field.tsx";
import { Actions, FieldGroup, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { OfficialAuthority } from "../../domain/official-authority.ts";
import { LONGEST_AUTHORITY_NAME } from "../authority-name.ts";
import { NewPassword } from "../new-password.tsx";
import type { Refused } from "../refused.ts";
import { authorityTexts } from "../texts.ts";
import { factsOf, OTHER } from "./pages.tsx";
import { setUpTexts } from "./texts.ts";

/** Kinds of authorities that the reference data do not list. */
export const OTHER_KINDS = ["syndicat", "ccas", "other"] as const;

type DetailsProps = Refused & {
  readonly language: Language;
  readonly path: string;
  /** Undefined: an authority that is not in the list. */
  readonly official: OfficialAuthority | undefined;
};

export function DetailsPage({ language, path, official, errors, values }: DetailsProps): JSX.Element {
  const t = setUpTexts(language);
  return (
    <Narrow>
      <Title title={t.detailsTitle} lead={t.detailsLead} facts={official && [official.name, ...factsOf(official, language)]} />
      <p>
        <Link href={path}>{t.changeChoice}</Link>
      </p>
      <Sheet>
        <Form action={path} errors={errors} values={values}>
          <Hidden name="choix" value={official === undefined ? OTHER : `${official.kind}:${official.code}`} />
          <AuthorityFields language={language} official={official} />
          <FirstAdministratorFields language={language} />
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}

function AuthorityFields({ language, official }: Pick<DetailsProps, "language" | "official">): JSX.Element {
  const t = setUpTexts(language);
  const { kinds } = authorityTexts(language);
  return (
    <FieldGroup legend={t.authorityTitle}>
      <TextField
        name="nom"
        label={t.authorityName}
        hint={t.authorityNameHint}
        value={official?.name}
        required
        maxLength={LONGEST_AUTHORITY_NAME}
      />
      {official === undefined && (
        <>
          <SelectField name="nature" label={t.kind} options={OTHER_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} required />
          <TextField name="siren" label={t.siren} hint={t.sirenHint} inputmode="numeric" narrow />
        </>
      )}
      <TextArea name="services" label={t.departments} hint={t.departmentsHint} rows={6} />
    </FieldGroup>
  );
}

function FirstAdministratorFields({ language }: Pick<DetailsProps, "language">): JSX.Element {
  const t = setUpTexts(language);
  const shared = authorityTexts(language);
  return (
    <FieldGroup legend={t.youTitle}>
      <TextField name="votre_nom" label={shared.name} autocomplete="name" required maxLength={LONGEST_NAME} />
      <TextField name="courriel" label={shared.email} hint={t.emailHint} type="email" autocomplete="username" required />
      <NewPassword language={language} label={shared.password} />
    </FieldGroup>
  );
}
