import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { CheckboxGroup, RadioGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { DateField, TextArea, TextField } from "#src/platform/ui/field.tsx";
import { FieldGroup, FieldRow } from "#src/platform/ui/form.tsx";
import { LiveMatches } from "#src/platform/ui/live-matches.tsx";
import { MoneyField, NumberField } from "#src/platform/ui/number-field.tsx";
import type { SupplierName } from "../db/suppliers.ts";
import {
  CONTRACT_KINDS,
  type Contract,
  INDEXATION_MAX,
  NOTES_MAX,
  REFERENCE_MAX,
  RENEWALS,
  SUPPLIER_MAX,
  TITLE_MAX,
} from "../domain/contract.ts";
import { LIST_PATH } from "./listing.ts";
import type { ProposedSupplier } from "./supplier-choice.ts";
import { contractTexts } from "./texts.ts";

export type FieldsProps = {
  readonly language: Language;
  /** What is stored, when something is. */
  readonly stored?: Contract | undefined;
  /** The instance's suppliers that may be meant, and the one that is chosen among them, if any. */
  readonly suppliers?: readonly ProposedSupplier[] | undefined;
  readonly supplier?: SupplierName | undefined;
  /** Installations proposed at once: those from whose page one comes. */
  readonly covers?: readonly { readonly id: string; readonly name: string }[] | undefined;
};

export function ContractFields(props: FieldsProps): JSX.Element {
  const { language, stored, covers = [] } = props;
  const t = contractTexts(language);
  return (
    <>
      <TextField name="titre" label={t.form.title} hint={t.form.titleHint} required value={stored?.title} maxLength={TITLE_MAX} />
      <SupplierFields {...props} />
      <SelectField
        name="nature"
        label={t.form.kind}
        required
        value={stored?.kind}
        options={CONTRACT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <TextField
        name="reference"
        label={t.form.reference}
        hint={t.form.referenceHint}
        value={stored?.reference}
        maxLength={REFERENCE_MAX}
        spellcheck={false}
      />
      {covers.length > 0 && (
        <CheckboxGroup
          name="installations"
          label={t.form.covers}
          options={covers.map(({ id, name }) => ({ value: id, label: name }))}
          values={covers.map(({ id }) => id)}
        />
      )}
      <Dates language={language} stored={stored} />
      <FieldGroup legend={t.form.money}>
        <MoneyField name="montant" label={t.form.amount} hint={t.form.amountHint} cents={stored?.yearlyAmount ?? undefined} />
        <TextField
          name="indexation"
          label={t.form.indexation}
          hint={t.form.indexationHint}
          value={stored?.indexation}
          maxLength={INDEXATION_MAX}
        />
      </FieldGroup>
      <TextArea name="notes" label={t.form.notes} rows={3} value={stored?.notes} maxLength={NOTES_MAX} />
    </>
  );
}

function SupplierFields({ language, stored, supplier, suppliers = [] }: FieldsProps): JSX.Element {
  const { form: t } = contractTexts(language);
  const proposed = supplier === undefined ? suppliers : [supplier, ...suppliers.filter(({ id }) => id !== supplier.id)];
  return (
    <>
      <TextField
        name="fournisseur"
        label={t.supplier}
        hint={t.supplierHint}
        required
        value={stored?.supplierName}
        maxLength={SUPPLIER_MAX}
        autocomplete="off"
        spellcheck={false}
      />
      <LiveMatches src={`${LIST_PATH}/suggestions`} name="fournisseur">
        {proposed.length > 0 && <KnownSuppliers language={language} suppliers={proposed} chosen={supplier?.id ?? ""} />}
      </LiveMatches>
    </>
  );
}

/** Those that bear the name that is typed: one is chosen, or none. */
export function KnownSuppliers({
  language,
  suppliers,
  chosen,
}: {
  language: Language;
  suppliers: readonly ProposedSupplier[];
  chosen: string;
}): JSX.Element {
  const { form: t } = contractTexts(language);
  const known = suppliers.map(({ id, name, place }) => ({ value: id, label: place ? `${name} (${place})` : name }));
  return (
    <RadioGroup
      name="fournisseur_connu"
      label={t.knownSupplier}
      mark={false}
      value={chosen}
      options={[...known, { value: "", label: t.asWritten }]}
    />
  );
}

function Dates({ language, stored }: Pick<FieldsProps, "language" | "stored">): JSX.Element {
  const t = contractTexts(language);
  return (
    <FieldGroup legend={t.form.dates}>
      <FieldRow>
        <DateField name="debut" label={t.form.startsOn} required value={stored?.startsOn} />
        <DateField name="fin" label={t.form.endsOn} hint={t.form.endsOnHint} value={stored?.endsOn ?? undefined} />
      </FieldRow>
      <RadioGroup
        name="reconduction"
        label={t.form.renewal}
        required
        value={stored?.renewal ?? "none"}
        options={RENEWALS.map((renewal) => ({ value: renewal, label: t.renewals[renewal] }))}
      />
      <FieldRow>
        <NumberField
          name="reconduction_mois"
          label={t.form.renewalMonths}
          unit={t.form.months}
          value={stored?.renewalMonths ?? undefined}
        />
        <NumberField
          name="preavis_mois"
          label={t.form.noticeMonths}
          hint={t.form.noticeHint}
          unit={t.form.months}
          value={stored?.noticeMonths ?? undefined}
        />
      </FieldRow>
    </FieldGroup>
  );
}
