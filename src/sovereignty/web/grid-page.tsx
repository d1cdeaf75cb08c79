import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type Answer, QUESTIONS, type Question, SHOWN_ANSWERS, type Tally } from "../domain/grid.ts";
import { AnswerDrawing } from "./answer-mark.tsx";
import { GridList, type GridListProps } from "./grid-list.tsx";
import { GRID_PATH, gridHref } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";

export type GridPageProps = GridListProps & {
  /** Of all installations, whatever is filtered. */
  readonly tally: Tally;
  readonly all: number;
  readonly today: LocalDate;
};

export function GridPage(props: GridPageProps): JSX.Element {
  const { language, all } = props;
  const t = gridTexts(language);
  if (all === 0)
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.list.emptyTitle} action={<ButtonLink href="/parc">{t.list.toInventory}</ButtonLink>}>
          <p>{t.list.empty}</p>
        </EmptyState>
      </>
    );
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} actions={<ButtonLink href={`${GRID_PATH}/carte`}>{t.toMap}</ButtonLink>} />
      <Overview {...props} />
      <GridList {...props} />
    </Stack>
  );
}

/** Six lines of four counts, each of which leads to what it counts. The drawings explain themselves here: it is the legend too. */
function Overview({ language, tally, all, today }: GridPageProps): JSX.Element {
  const t = gridTexts(language);
  const count = (question: Question, answer: Answer): Child => {
    const number = tally[question][answer];
    if (number === 0) return <span class="soft num">0</span>;
    return (
      <Link href={`${gridHref({ question, answer })}#reponses`}>
        <span class="num">{formatNumber(number, language)}</span>
        <span class="visually-hidden"> {t.overview.see(t.answers[answer], t.short[question])}</span>
      </Link>
    );
  };
  return (
    <Sheet title={t.overview.title} intro={t.overview.all(counted(all, t.overview.noun, language), formatDate(today, language))}>
      <DataTable
        caption={t.overview.caption}
        rows={QUESTIONS}
        columns={[
          { key: "question", label: t.overview.question, render: (question) => t.questions[question] },
          ...SHOWN_ANSWERS.map((answer) => ({
            key: answer,
            label: t.answers[answer],
            render: (question: Question) => (
              <span class="answer">
                <AnswerDrawing answer={answer} />
                {count(question, answer)}
              </span>
            ),
          })),
        ]}
      />
    </Sheet>
  );
}
