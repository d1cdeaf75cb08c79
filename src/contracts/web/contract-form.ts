import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import {
  CONTRACT_KINDS,
  type ContractFacts,
  INDEXATION_MAX,
  MOST_NOTICE_MONTHS,
  MOST_RENEWAL_MONTHS,
  NOTES_MAX,
  REFERENCE_MAX,
  RENEWALS,
  SUPPLIER_MAX,
  TITLE_MAX,
} from "../domain/contract.ts";

const FIELDS = z.object({
  titre: field.line(TITLE_MAX),
  reference: field.optionalLine(REFERENCE_MAX),
  fournisseur: field.line(SUPPLIER_MAX),
  fournisseur_connu: field.optionalId(),
  nature: field.choice(CONTRACT_KINDS),
  installations: field.ids(),
  debut: field.day(),
  fin: field.optionalDay(),
  reconduction: field.choice(RENEWALS),
  reconduction_mois: field.optionalWholeNumber(1, MOST_RENEWAL_MONTHS),
  preavis_mois: field.optionalWholeNumber(0, MOST_NOTICE_MONTHS),
  montant: field.optionalEuros(),
  indexation: field.optionalLine(INDEXATION_MAX),
  notes: field.optionalText(NOTES_MAX),
});

export type TypedContract = { readonly facts: ContractFacts; readonly installationIds: readonly InstallationId[] };

export function parseContract(form: FormValues): Parsed<TypedContract> {
  const parsed = parseForm(FIELDS, form);
  if (!parsed.ok) return parsed;
  const typed = parsed.value;
  const facts = {
    title: typed.titre,
    reference: typed.reference ?? "",
    supplierId: typed.fournisseur_connu,
    supplierName: typed.fournisseur,
    kind: typed.nature,
    startsOn: typed.debut as LocalDate,
    endsOn: typed.fin as LocalDate | null,
    renewal: typed.reconduction,
    renewalMonths: typed.reconduction_mois,
    noticeMonths: typed.preavis_mois,
    yearlyAmount: typed.montant,
    indexation: typed.indexation ?? "",
    notes: typed.notes ?? "",
  };
  return { ok: true, value: { facts, installationIds: typed.installations as readonly InstallationId[] } };
}

/** The field beside which a refusal of a use case is shown. */
export const FIELD_OF_REFUSAL = {
  "ends-before-start": "fin",
  "renewal-without-end": "fin",
  "renewal-months-missing": "reconduction_mois",
  "unknown-supplier": "fournisseur",
  "unknown-installation": "installations",
} as const;
