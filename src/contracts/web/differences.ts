import type { Language } from "#src/kernel/language.ts";
import type { ConflictField } from "#src/platform/ui/conflict.tsx";
import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import type { ContractFacts } from "../domain/contract.ts";
import { contractTexts } from "./texts.ts";

/** Every fact on which what was typed and what is stored do not agree, in the reader's words. */
export function differences(yours: ContractFacts, theirs: ContractFacts, language: Language): readonly ConflictField[] {
  const t = contractTexts(language);
  const day = (value: string | null): string => (value === null ? "" : formatDate(value, language));
  const months = (value: number | null): string => (value === null ? "" : `${value} ${t.form.months}`);
  const said: readonly (readonly [string, (facts: ContractFacts) => string])[] = [
    [t.form.title, ({ title }) => title],
    [t.form.supplier, ({ supplierName }) => supplierName],
    [t.form.kind, ({ kind }) => t.kinds[kind]],
    [t.form.reference, ({ reference }) => reference],
    [t.form.startsOn, ({ startsOn }) => day(startsOn)],
    [t.form.endsOn, ({ endsOn }) => day(endsOn)],
    [t.form.renewal, ({ renewal }) => t.renewals[renewal]],
    [t.form.renewalMonths, ({ renewalMonths }) => months(renewalMonths)],
    [t.form.noticeMonths, ({ noticeMonths }) => months(noticeMonths)],
    [t.form.amount, ({ yearlyAmount }) => (yearlyAmount === null ? "" : formatMoney(yearlyAmount, language))],
    [t.form.indexation, ({ indexation }) => indexation],
    [t.form.notes, ({ notes }) => notes],
  ];
  return said.map(([label, of]) => ({ label, yours: of(yours), theirs: of(theirs) })).filter((line) => line.yours !== line.theirs);
}
