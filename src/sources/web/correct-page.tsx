import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { OwnWordsRow } from "../db/own-words.ts";
import type { CorrectionFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { valuesOfWords } from "./typed-words.ts";
import { WordsFields } from "./words-fields.tsx";

export type CorrectPageProps = {
  readonly language: Language;
  readonly facts: CorrectionFacts;
  /** What was typed, where it is not saved. */
  readonly values?: TypedValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** Of the words that were read, when they are not the stored ones. */
  readonly version?: number | undefined;
  readonly conflict?: { readonly changedBy: string; readonly changedAt: string; readonly fields: readonly ConflictField[] } | undefined;
  /** What was typed comes from the page that adds a software. */
  readonly isTakenUp?: boolean | undefined;
};

export function CorrectPage(props: CorrectPageProps): JSX.Element {
  const { language, facts, conflict, isTakenUp } = props;
  const { form: t } = ownTexts(language);
  const { own, name, by } = facts;
  return (
    <Narrow>
      <Stack>
        <Title title={t.titleCorrect(name)} lead={t.leadCorrect(by)} />
        {own !== undefined && own.withdrawnAt !== null && conflict === undefined && (
          <Notice kind="info">
            <p>{t.withdrawnOn(formatDate(own.withdrawnAt, language))}</p>
          </Notice>
        )}
        {isTakenUp && (
          <Notice kind="info" live>
            <p>{t.taken}</p>
          </Notice>
        )}
        {conflict === undefined ? (
          <WordsForm {...props} />
        ) : (
          <Conflict {...conflict}>
            <p>{t.conflictAgain}</p>
            <WordsForm {...props} />
          </Conflict>
        )}
        {own !== undefined && own.withdrawnAt === null && <Withdrawal own={own} facts={facts} language={language} />}
      </Stack>
    </Narrow>
  );
}

function WordsForm({ language, facts, values, errors, version }: CorrectPageProps): JSX.Element {
  const { form: t } = ownTexts(language);
  const { own, slug } = facts;
  const said = own === undefined ? {} : valuesOfWords(own.words, own.reason, (each) => facts.productNames.get(each) ?? each);
  return (
    <Form action={`/catalogue/${slug}/corriger`} version={version ?? own?.version ?? 0} values={values ?? said} errors={errors}>
      <WordsFields language={language} facts={facts} isNew={false} />
      <p class="soft small">{t.shared}</p>
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
        <ButtonLink href={`/catalogue/${slug}`}>{t.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
}

type WithdrawalProps = { readonly own: OwnWordsRow; readonly facts: CorrectionFacts; readonly language: Language };

function Withdrawal({ own, facts: { slug, others }, language }: WithdrawalProps): JSX.Element {
  const { withdraw: t } = ownTexts(language);
  return (
    <Sheet title={t.title} intro={others === undefined ? t.introAdded : t.intro}>
      <ConfirmDialog label={t.open} title={t.confirm}>
        <p>{others === undefined ? t.introAdded : t.intro}</p>
        <Form action={`/catalogue/${slug}/retirer-nos-mots`} version={own.version}>
          <Actions>
            <SubmitButton variant="danger">{t.submit}</SubmitButton>
          </Actions>
        </Form>
      </ConfirmDialog>
    </Sheet>
  );
}
