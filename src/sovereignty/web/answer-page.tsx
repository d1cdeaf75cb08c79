import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { Conflict, type ConflictProps } from "#src/platform/ui/conflict.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { ANSWERS, type Question } from "../domain/grid.ts";
import type { GridRow } from "../usecases/read-grid.ts";
import { AnswerMark } from "./answer-mark.tsx";
import { ANSWER_WORDS, GRID_PATH, QUESTION_WORDS } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";
import { Reasons } from "./one-page.tsx";

/** The longest reason, in characters. */
export const LONGEST_REASON = 500;

export type AnswerPageProps = {
  readonly language: Language;
  readonly row: GridRow;
  readonly question: Question;
  readonly values?: TypedValues | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** Somebody else answered meanwhile. */
  readonly conflict?: Omit<ConflictProps, "children"> | undefined;
};

export function AnswerPage(props: AnswerPageProps): JSX.Element {
  const { language, row, question, conflict } = props;
  const t = gridTexts(language);
  const { grid, installation } = row;
  const form = <AnswerForm {...props} />;
  return (
    <Narrow>
      <Title title={t.questions[question]} facts={[installation.name]} />
      {conflict === undefined ? (
        <>
          <Sheet title={t.form.now} aside={<AnswerMark answer={grid[question].answer} language={language} />}>
            <Reasons answered={grid[question]} language={language} />
          </Sheet>
          {form}
        </>
      ) : (
        <Conflict {...conflict}>{form}</Conflict>
      )}
    </Narrow>
  );
}

function AnswerForm({ language, row, question, values, errors, conflict }: AnswerPageProps): JSX.Element {
  const t = gridTexts(language);
  const theirs = row.said.find((each) => each.question === question);
  const path = `${GRID_PATH}/${row.installation.id}/${QUESTION_WORDS[question]}`;
  // What was typed comes back; the version is the one that is shown now.
  return (
    <Form action={path} label={t.questions[question]} version={theirs?.version ?? 0} values={values} errors={errors}>
      <RadioGroup
        name="reponse"
        label={t.form.answer}
        required
        value={theirs === undefined ? undefined : ANSWER_WORDS[theirs.answer]}
        options={ANSWERS.map((answer) => ({ value: ANSWER_WORDS[answer], label: t.answers[answer] }))}
      />
      <TextArea
        name="raison"
        label={t.form.reason}
        hint={t.form.reasonHint}
        rows={4}
        maxLength={LONGEST_REASON}
        required
        value={theirs?.reason}
      />
      <Actions>
        <SubmitButton>{conflict === undefined ? t.form.submit : t.form.resend}</SubmitButton>
        <ButtonLink href={`${GRID_PATH}/${row.installation.id}`}>{t.form.cancel}</ButtonLink>
      </Actions>
    </Form>
  );
}
