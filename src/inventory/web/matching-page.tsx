import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatNumber, quoted } from "#src/platform/ui/format.ts";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { COLUMNS } from "../domain/import-line.ts";
import type { Layout } from "../domain/matching.ts";
import type { Table } from "../domain/read-file.ts";
import { columnTitle } from "./column-titles.ts";
import { importTexts } from "./import-texts.ts";

export type MatchingPageProps = {
  readonly language: Language;
  readonly id: string;
  readonly fileName: string;
  readonly table: Table;
  readonly layout: Layout;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

const EXAMPLES = 3;
const LOOKED_AT = 50;
const EXAMPLE_MAX = 40;

/** The field of a column of the file, by its place from 0. */
export function columnField(place: number): string {
  return `colonne-${place + 1}`;
}

export function MatchingPage({ language, id, fileName, table, layout, errors, values }: MatchingPageProps): JSX.Element {
  const t = importTexts(language);
  const options = COLUMNS.map((column) => ({ value: column, label: columnTitle(column, language) }));
  return (
    <Narrow>
      <Title
        title={t.matchTitle}
        lead={t.matchLead}
        facts={[t.fileFact(fileName), t.linesFact(formatNumber(table.rows.length, language), table.rows.length)]}
      />
      <Form action={`/parc/import/${id}/colonnes`} errors={errors} values={values}>
        {table.headings.map((heading, place) => (
          <SelectField
            name={columnField(place)}
            label={heading === "" ? t.matchUntitled(place + 1) : heading}
            hint={examplesOf(table, place, language)}
            mark={false}
            empty={t.matchAside}
            value={layout[place] ?? ""}
            options={options}
          />
        ))}
        <Actions>
          <SubmitButton>{t.matchSubmit}</SubmitButton>
          <SubmitButton variant="secondary" formAction={`/parc/import/${id}/abandonner`}>
            {t.giveUp}
          </SubmitButton>
        </Actions>
      </Form>
    </Narrow>
  );
}

function examplesOf({ rows }: Table, place: number, language: Language): string {
  const t = importTexts(language);
  const values = rows.slice(0, LOOKED_AT).map(({ cells }) => shown(cells[place] ?? ""));
  const examples = [...new Set(values)].filter((value) => value !== "").slice(0, EXAMPLES);
  return examples.length === 0 ? t.matchNoExample : t.matchExamples(examples.map((example) => quoted(example, language)).join(", "));
}

function shown(cell: string): string {
  const line = cell
    .slice(0, 4 * EXAMPLE_MAX)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
  return line.length <= EXAMPLE_MAX ? line : `${line.slice(0, EXAMPLE_MAX).toWellFormed().trimEnd()}…`;
}
