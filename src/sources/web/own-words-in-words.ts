import type { Language } from "#src/kernel/language.ts";
import type { FormIssue } from "#src/platform/http/form.ts";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { ConflictField } from "#src/platform/ui/conflict.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatList } from "#src/platform/ui/format.ts";
import { OWN_FIELDS, type OwnField } from "../domain/own-words.ts";
import { LISTS } from "../domain/trust.ts";
import type { WordIssue } from "../domain/word-check.ts";
import type { FormFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { CATEGORY_NAMES, DENY_NAMES, FIELD_NAMES, fieldOfIssue, REASON } from "./typed-words.ts";

/** « Licence, Site et Mots métier ». */
export function fieldsInWords(fields: readonly OwnField[], language: Language): string {
  const t = ownTexts(language);
  return formatList(
    fields.map((field) => t.fields[field]),
    language,
  );
}

/** What is wrong, field by field, in the order of the form. */
export function errorsOf(issues: readonly (WordIssue | FormIssue)[], language: Language): readonly FieldError[] {
  const t = ownTexts(language).issues;
  return issues.flatMap((issue) => {
    const said = isWordIssue(issue) ? { field: fieldOfIssue(issue), message: t[issue.code](issue.about ?? "") } : undefined;
    return said ?? messagesOf([issue as FormIssue], language);
  });
}

function isWordIssue(issue: WordIssue | FormIssue): issue is WordIssue {
  return Object.hasOwn(ownTexts("fr").issues, issue.code);
}

/** What was typed beside what is saved, where they differ. */
export function differences(yours: TypedValues, theirs: TypedValues, facts: FormFacts, language: Language): readonly ConflictField[] {
  const t = ownTexts(language);
  const lines = (value: TypedValues[string]): string => (typeof value === "string" ? value : (value ?? []).join("\n"));
  const label = (id: string): string => facts.categories.find((each) => each.id === id)?.label[language] ?? id;
  const compared = (name: string, words: string, say = (text: string) => text): ConflictField => ({
    label: words,
    yours: say(lines(yours[name]).replaceAll("\r", "").trim()),
    theirs: say(lines(theirs[name])),
  });
  return [
    ...OWN_FIELDS.filter((field) => field !== "categories").map((field) => compared(FIELD_NAMES[field], t.fields[field])),
    ...CATEGORY_NAMES.map((name, index) => compared(name, t.form.category(index + 1), label)),
    ...LISTS.map((list) => compared(DENY_NAMES[list], t.form.deny[list])),
    compared(REASON, t.reason),
  ].filter((each) => each.yours !== each.theirs);
}
