import { z } from "zod";
import type { Language } from "#src/kernel/language.ts";
import { parseSiren } from "#src/kernel/siren.ts";
import { type FormIssue, type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { formatList } from "#src/platform/ui/format.ts";
import { MOST_TYPED, NAME_MAX, PLACE_MAX, SUPPLIER_KINDS, type SupplierFacts } from "../domain/supplier.ts";
import type { UnknownSoftware } from "../usecases/match-software.ts";
import { supplierTexts } from "./texts.ts";

/** Room for a SIREN with its spaces; in characters. */
const SIREN_MAX = 30;
export const SOFTWARE_MAX = 5_000;

const supplier = z.object({
  nom: field.line(NAME_MAX),
  siren: field.optionalLine(SIREN_MAX),
  site: field.optionalWeb(),
  forme: field.optionalChoice(SUPPLIER_KINDS),
  lieu: field.optionalLine(PLACE_MAX),
  logiciels: field.optionalText(SOFTWARE_MAX),
});

export type TypedSupplier = { readonly facts: SupplierFacts; readonly software: readonly string[] };

export function parseSupplier(form: FormValues): Parsed<TypedSupplier> {
  const parsed = parseForm(supplier, form);
  if (!parsed.ok) return parsed;
  const { nom, siren: typed, site, forme, lieu, logiciels } = parsed.value;
  const siren = typed === null ? null : (parseSiren(typed) ?? null);
  const lines = (logiciels ?? "").split("\n").map((line) => line.trim());
  const software = [...new Set(lines)].filter((line) => line !== "");
  const issues: readonly (FormIssue | false)[] = [
    typed !== null && siren === null && { field: "siren", code: "siren" },
    software.length > MOST_TYPED && { field: "logiciels", code: "too-many-names" },
  ];
  const found = issues.filter((issue) => issue !== false);
  if (found.length > 0) return { ok: false, error: found };
  return { ok: true, value: { facts: { name: nom, siren, website: site, kind: forme, place: lieu }, software } };
}

export function errorsOf(issues: readonly FormIssue[], language: Language): readonly FieldError[] {
  return [...messagesOf(issues, language, supplierTexts(language).issues)];
}

/** What is said of names that the catalogue does not know: the first few, each with those that it may mean. */
export function unknownErrors(unknown: readonly UnknownSoftware[], language: Language): readonly FieldError[] {
  const t = supplierTexts(language);
  const said = unknown.slice(0, 5).map(({ typed, near }) => {
    const names = near.map(({ name, slug }) => (near.some((other) => other.slug !== slug && other.name === name) ? slug : name));
    const shown = typed.length > 80 ? `${typed.slice(0, 79).toWellFormed()}…` : typed;
    return [t.unknownSoftware(shown), near.length > 0 && t.near(formatList(names, language))].filter((part) => part !== false).join(" ");
  });
  return [{ field: "logiciels", message: said.join(" ") }];
}
