import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { TextArea, TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { NAME_MAX, PLACE_MAX, SUPPLIER_KINDS, type Supplier, type SupplierFacts } from "../domain/supplier.ts";
import { sirenInGroups } from "./facts.tsx";
import { SOFTWARE_MAX } from "./supplier-form.ts";
import { supplierTexts } from "./texts.ts";

export type Refused = {
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
  /** The supplier that this one is already. */
  readonly known?: { readonly id: string; readonly name: string } | undefined;
};

export function AddPage({ language, formKey, errors, values, known }: Refused & { language: Language; formKey: string }): JSX.Element {
  const t = supplierTexts(language).form;
  return (
    <Narrow>
      <Title title={t.addTitle} />
      <Known language={language} known={known} />
      <Form action="/fournisseurs/nouveau" idempotencyKey={formKey} errors={errors} values={values}>
        <Fields language={language} />
        <Actions>
          <SubmitButton>{t.submitAdd}</SubmitButton>
          <ButtonLink href="/fournisseurs">{t.cancel}</ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}

export type EditPageProps = Refused & {
  readonly language: Language;
  readonly stored: Supplier;
  readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] } | undefined;
};

export function EditPage({ language, stored, errors, values, known, conflict }: EditPageProps): JSX.Element {
  const t = supplierTexts(language).form;
  const form: Child = (
    <Form action={`/fournisseurs/${stored.id}/modifier`} version={stored.version} errors={errors} values={values}>
      {stored.origin === "source" && <p class="soft small">{t.sourcesNote}</p>}
      <Fields language={language} stored={stored} />
      <Actions>
        <SubmitButton>{t.submitEdit}</SubmitButton>
        <ButtonLink href={`/fournisseurs/${stored.id}`}>{t.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <Narrow>
      <Title title={t.editTitle(stored.name)} />
      <Known language={language} known={known} />
      {conflict === undefined ? (
        form
      ) : (
        <Conflict {...conflict}>
          <p>{t.conflictAgain}</p>
          {form}
        </Conflict>
      )}
    </Narrow>
  );
}

function Known({ language, known }: { language: Language; known: Refused["known"] }): JSX.Element | null {
  const t = supplierTexts(language);
  if (known === undefined) return null;
  return (
    <Notice kind="warning" title={t.issues["already-known"]}>
      <p>
        <Link href={`/fournisseurs/${known.id}`}>{t.form.openKnown(known.name)}</Link>
      </p>
    </Notice>
  );
}

function Fields({ language, stored }: { language: Language; stored?: Supplier | undefined }): JSX.Element {
  const { form: t, kinds } = supplierTexts(language);
  return (
    <>
      <TextField name="nom" label={t.name} required value={stored?.name} maxLength={NAME_MAX} autocomplete="off" spellcheck={false} />
      <TextField
        name="siren"
        label={t.siren}
        hint={stored === undefined ? t.sirenHint : t.sirenJoins}
        value={stored?.siren === null || stored === undefined ? undefined : sirenInGroups(stored.siren)}
        inputmode="numeric"
        narrow
        autocomplete="off"
      />
      <TextField name="site" type="url" label={t.website} hint={t.websiteHint} value={stored?.website ?? undefined} autocomplete="off" />
      <SelectField
        name="forme"
        label={t.kind}
        empty={t.kindUnknown}
        value={stored?.kind ?? undefined}
        options={SUPPLIER_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <TextField
        name="lieu"
        label={t.place}
        hint={t.placeHint}
        value={stored?.place ?? undefined}
        maxLength={PLACE_MAX}
        autocomplete="off"
      />
      <TextArea
        name="logiciels"
        label={stored === undefined ? t.software : t.moreSoftware}
        hint={t.softwareHint}
        rows={4}
        maxLength={SOFTWARE_MAX}
        spellcheck={false}
      />
    </>
  );
}

/** Every fact on which what was typed and what is stored do not agree, in the reader's words. */
export function differences(typed: SupplierFacts, stored: SupplierFacts, language: Language): readonly ConflictField[] {
  const { form: t, kinds } = supplierTexts(language);
  const kindOf = ({ kind }: SupplierFacts): string => (kind === null ? "" : kinds[kind]);
  const all: readonly ConflictField[] = [
    { label: t.name, yours: typed.name, theirs: stored.name },
    { label: t.siren, yours: typed.siren ?? "", theirs: stored.siren ?? "" },
    { label: t.website, yours: typed.website ?? "", theirs: stored.website ?? "" },
    { label: t.kind, yours: kindOf(typed), theirs: kindOf(stored) },
    { label: t.place, yours: typed.place ?? "", theirs: stored.place ?? "" },
  ];
  return all.filter(({ yours, theirs }) => yours !== theirs);
}
