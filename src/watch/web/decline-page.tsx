import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Conflict } from "#src/platform/ui/conflict.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { SUGGESTIONS_PATH } from "../domain/notifications.ts";
import { LONGEST_REASON, type Suggestion } from "../domain/suggestion.ts";
import { watchTexts } from "./texts.ts";

export type DeclinePageProps = {
  readonly language: Language;
  readonly suggestion: Suggestion;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

export function DeclinePage({ language, suggestion, errors, values }: DeclinePageProps): JSX.Element {
  const t = watchTexts(language).decline;
  return (
    <Narrow>
      <Title title={t.title(suggestion.name)} lead={t.lead} />
      <Sheet>
        <Quote>{suggestion.reason}</Quote>
        <Form action={`${SUGGESTIONS_PATH}/${suggestion.id}/refus`} errors={errors} values={values}>
          <TextArea name="raison" label={t.reason} required rows={5} maxLength={LONGEST_REASON} />
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
            <ButtonLink href={SUGGESTIONS_PATH}>{t.cancel}</ButtonLink>
          </Actions>
        </Form>
      </Sheet>
    </Narrow>
  );
}

/** Somebody answered meanwhile: what was typed, beside what they answered. Nothing more can be done. */
export function AnsweredMeanwhile({
  language,
  suggestion,
  typed,
}: Pick<DeclinePageProps, "language" | "suggestion"> & { typed: string }): JSX.Element {
  const texts = watchTexts(language);
  const { states } = texts.suggestions;
  const theirs = [states[suggestion.state], suggestion.answer].filter((part) => part !== null).join("\n");
  const yours = [states.declined, typed].filter((part) => part !== "").join("\n");
  return (
    <Narrow>
      <Title title={texts.decline.title(suggestion.name)} />
      <Conflict
        changedBy={suggestion.answeredByName ?? texts.page.somebody}
        changedAt={(suggestion.answeredAt ?? suggestion.proposedAt).toISOString()}
        fields={[{ label: texts.decline.state, yours, theirs }]}
      >
        <ButtonLink href={SUGGESTIONS_PATH}>{texts.toSuggestions}</ButtonLink>
      </Conflict>
    </Narrow>
  );
}
