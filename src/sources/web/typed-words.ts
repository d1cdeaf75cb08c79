import { z } from "zod";
import { type FormValues, field, type Parsed, parseForm, typed, typedAll } from "#src/platform/http/form.ts";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import type { OwnField, OwnWords } from "../domain/own-words.ts";
import type { ListField } from "../domain/trust.ts";
import { MOST_LINES, type TypedWords, type WordIssue } from "../domain/word-check.ts";

/** The names of the fields of the forms, by what they say. */
export const FIELD_NAMES: Readonly<Record<OwnField, string>> = {
  name: "nom",
  publisher: "editeur",
  licence: "licence",
  descriptionFr: "description_fr",
  descriptionEn: "description_en",
  categories: "categorie_1",
  website: "site",
  repository: "depot",
  wikidata: "wikidata",
  endoflife: "endoflife",
  aliases: "autres_noms",
  terms: "mots_metier",
  replaces: "remplace",
};
export const REASON = "raison";
export const KEEP_LICENCE = "licence_telle_quelle";
export const DENY_NAMES: Readonly<Record<ListField, string>> = {
  aliases: "retirer_noms",
  terms: "retirer_mots",
  replaces: "retirer_remplaces",
};
export const CATEGORY_NAMES: readonly string[] = Array.from({ length: MOST_LINES.categories }, (_, index) => `categorie_${index + 1}`);

export const LONGEST_TYPED = { name: 100, licence: 200, description: 500, address: 300, lines: 2_100, reason: 500 } as const;
const MOST_DENIED = 100;

const line = field.optionalLine(LONGEST_TYPED.name);
const address = field.optionalLine(LONGEST_TYPED.address);
const lines = field.optionalText(LONGEST_TYPED.lines);
const schema = z.object({
  ...{ nom: line, editeur: line, licence: field.optionalLine(LONGEST_TYPED.licence), [KEEP_LICENCE]: field.flag() },
  ...{ description_fr: field.optionalText(LONGEST_TYPED.description), description_en: field.optionalText(LONGEST_TYPED.description) },
  ...{ categorie_1: line, categorie_2: line, categorie_3: line, categorie_4: line },
  ...{ site: address, depot: address, wikidata: address, endoflife: address },
  ...{ autres_noms: lines, mots_metier: lines, remplace: lines },
  [REASON]: field.text(LONGEST_TYPED.reason),
});

/** What was typed, when each field holds text of its length. */
export function parseWords(form: FormValues): Parsed<{ readonly typed: TypedWords; readonly reason: string }> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed;
  const text = (name: string): string => {
    const value = (parsed.value as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string" ? value : "";
  };
  const denied = (list: ListField): readonly string[] => typedAll(form, DENY_NAMES[list]).slice(0, MOST_DENIED);
  return {
    ok: true,
    value: {
      reason: text(REASON),
      typed: {
        ...{ name: text("nom"), publisher: text("editeur"), licence: text("licence") },
        ...{ descriptionFr: text("description_fr"), descriptionEn: text("description_en") },
        ...{ website: text("site"), repository: text("depot"), wikidata: text("wikidata"), endoflife: text("endoflife") },
        ...{ aliases: text("autres_noms"), terms: text("mots_metier"), replaces: text("remplace") },
        categories: CATEGORY_NAMES.map(text).filter((id) => id !== ""),
        denied: { aliases: denied("aliases"), terms: denied("terms"), replaces: denied("replaces") },
        keepsLicence: typed(form, KEEP_LICENCE) === "oui",
      },
    },
  };
}

/** The field of the form that a fact is typed in. */
export function fieldOfIssue({ field: about }: WordIssue): string {
  if (about === "reason") return REASON;
  return about === "" ? "" : FIELD_NAMES[about];
}

/** Words that were said, as the fields of the form hold them. `nameOf`: of the software that it replaces. */
export function valuesOfWords(words: OwnWords, reason: string, nameOf: (slug: string) => string): TypedValues {
  const { denied, categories } = words;
  return {
    nom: words.name ?? "",
    editeur: words.publisher ?? "",
    licence: words.licence ?? "",
    description_fr: words.descriptionFr ?? "",
    description_en: words.descriptionEn ?? "",
    ...Object.fromEntries(CATEGORY_NAMES.map((name, index) => [name, categories[index] ?? ""])),
    site: words.website ?? "",
    depot: words.repository ?? "",
    wikidata: words.wikidata ?? "",
    endoflife: words.endoflife ?? "",
    autres_noms: words.aliases.join("\n"),
    mots_metier: words.terms.join("\n"),
    remplace: words.replaces.map(nameOf).join("\n"),
    retirer_noms: denied.aliases,
    retirer_mots: denied.terms,
    retirer_remplaces: denied.replaces,
    [REASON]: reason,
  };
}
