import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { QUESTIONS, SHOWN_ANSWERS } from "../domain/grid.ts";
import type { GridRow } from "../usecases/read-grid.ts";
import { AnswerMark } from "./answer-mark.tsx";
import { type Choice, layerChoices } from "./choices.ts";
import { ANSWER_WORDS, GRID_PATH, type GridListing, gridHref, PAGE_SIZE, QUESTION_WORDS } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";

export type GridListProps = {
  readonly language: Language;
  readonly listing: GridListing;
  /** Those of the page. */
  readonly rows: readonly GridRow[];
  readonly total: number;
  /** Departments and layers of what runs. */
  readonly departments: readonly Choice[];
  readonly layers: readonly string[];
};

export function GridList(props: GridListProps): JSX.Element {
  const { language, listing, rows, total } = props;
  const t = gridTexts(language).list;
  const none = (
    <EmptyState title={t.noneTitle} action={<ButtonLink href={GRID_PATH}>{t.clear}</ButtonLink>}>
      <p>{t.none}</p>
    </EmptyState>
  );
  const { order, page } = listing;
  const first = { ...listing, page: 1 };
  return (
    <Sheet title={t.title} id="reponses">
      <ListRegion id="grille">
        <GridFilters {...props} />
        <ResultCount total={total} noun={t.noun} />
        <DataTable
          caption={t.caption}
          columns={columnsIn(language)}
          rows={rows}
          empty={none}
          sort={{ key: "installation", order, hrefOf: (_, to) => gridHref(first, { order: to }) }}
        />
        <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(to) => gridHref(listing, { page: to })} />
        {total > 0 && (
          <ExportLinks
            hrefs={{ csv: gridHref(first, {}, `${GRID_PATH}/export.csv`), ods: gridHref(first, {}, `${GRID_PATH}/export.ods`) }}
          />
        )}
      </ListRegion>
    </Sheet>
  );
}

function GridFilters({ language, listing, departments, layers }: GridListProps): JSX.Element {
  const { search, question, answer, layer, department, order } = listing;
  const { list: t, short, answers } = gridTexts(language);
  const filtered = search !== "" || question !== undefined || answer !== undefined || layer !== "" || department !== "";
  return (
    <FilterBar
      action={GRID_PATH}
      search={{ name: "recherche", label: t.search, value: search }}
      filters={[
        {
          name: "question",
          label: t.question,
          empty: t.allQuestions,
          value: question && QUESTION_WORDS[question],
          options: QUESTIONS.map((each) => ({ value: QUESTION_WORDS[each], label: short[each] })),
        },
        {
          name: "reponse",
          label: t.answer,
          empty: t.allAnswers,
          value: answer && ANSWER_WORDS[answer],
          options: SHOWN_ANSWERS.map((each) => ({ value: ANSWER_WORDS[each], label: answers[each] })),
        },
        { name: "couche", label: t.layer, empty: t.allLayers, value: layer, options: layerChoices(layers, language) },
        { name: "service", label: t.department, empty: t.allDepartments, value: department, options: departments },
      ]}
      keep={{ ordre: order === "croissant" ? undefined : order }}
      clearHref={filtered ? GRID_PATH : undefined}
    />
  );
}

function columnsIn(language: Language): readonly Column<GridRow>[] {
  const t = gridTexts(language);
  return [
    {
      key: "installation",
      label: t.list.installation,
      sortable: true,
      render: ({ installation: { id, name } }) => <Link href={`${GRID_PATH}/${id}`}>{name}</Link>,
    },
    ...QUESTIONS.map((question) => ({
      key: question,
      label: t.short[question],
      render: ({ grid }: GridRow) => (
        <AnswerMark answer={grid[question].answer} byPeople={grid[question].by === "people"} language={language} />
      ),
    })),
  ];
}
