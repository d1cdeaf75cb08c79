import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type Answered, QUESTIONS, type Question } from "../domain/grid.ts";
import type { GridRow } from "../usecases/read-grid.ts";
import { AnswerMark } from "./answer-mark.tsx";
import { GRID_PATH, QUESTION_WORDS } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";
import { reasonInWords } from "./grid-words.ts";

export type OnePageProps = { readonly language: Language; readonly row: GridRow; readonly manages: boolean };

/** The six answers of one installation, each with its reasons, and whose answer it is. */
export function OnePage(props: OnePageProps): JSX.Element {
  const { language, row } = props;
  const t = gridTexts(language);
  const { id, name } = row.installation;
  return (
    <>
      <Title title={t.one.title(name)} lead={t.one.lead} actions={<ButtonLink href={`/parc/${id}`}>{t.one.toInstallation}</ButtonLink>} />
      <Stack>
        {QUESTIONS.map((question) => (
          <OneAnswer question={question} {...props} />
        ))}
      </Stack>
    </>
  );
}

function OneAnswer({ question, language, row, manages }: OnePageProps & { question: Question }): JSX.Element {
  const t = gridTexts(language);
  const { installation, grid, byFacts, said } = row;
  const answered = grid[question];
  const theirs = said.find((each) => each.question === question);
  const path = `${GRID_PATH}/${installation.id}/${QUESTION_WORDS[question]}`;
  return (
    <Sheet
      title={t.questions[question]}
      id={QUESTION_WORDS[question]}
      aside={<AnswerMark answer={answered.answer} byPeople={answered.by === "people"} language={language} />}
    >
      <Reasons answered={answered} language={language} />
      {theirs !== undefined && (
        <p class="soft small">
          {t.byPeople(theirs.byName ?? t.somebody, formatDate(theirs.saidAt, language))}{" "}
          {t.one.factsWould(t.answers[byFacts[question].answer])}
        </p>
      )}
      {theirs === undefined && answered.answer !== "unknown" && <p class="soft small">{t.one.fromInventory}</p>}
      {manages && (
        <div class="acts">
          <ButtonLink href={path} size="sm">
            {theirs === undefined ? t.one.answerIt : t.one.correctIt}
            <span class="visually-hidden">{`, ${t.short[question]}`}</span>
          </ButtonLink>
          {theirs !== undefined && (
            <ConfirmDialog label={t.one.withdraw} title={t.one.withdrawTitle} variant="tertiary">
              <p>{t.one.withdrawText}</p>
              <ActionForm action={`${path}/retrait`} variant="danger" context={t.short[question]}>
                {t.one.withdraw}
              </ActionForm>
            </ConfirmDialog>
          )}
        </div>
      )}
    </Sheet>
  );
}

export function Reasons({ answered: { reasons }, language }: { answered: Answered; language: Language }): JSX.Element {
  const [only, ...others] = reasons.map((reason) => reasonInWords(reason, language));
  if (others.length === 0) return <p class="kept-lines">{only}</p>;
  return (
    <ul>
      {[only, ...others].map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  );
}
