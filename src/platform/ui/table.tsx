import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Icon } from "./icon.tsx";
import { markupOf, onceFor } from "./kept.tsx";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

export type SortOrder = "croissant" | "decroissant";
/** Sorting by URL: `?tri=titre&ordre=croissant`. */
export type Sort = { key: string; order: SortOrder; hrefOf: (key: string, order: SortOrder) => string };

export type Column<Row> = {
  key: string;
  label: string;
  render: (row: Row) => Child;
  sortable?: boolean | undefined;
  /** Numbers go to the end. */
  align?: "start" | "end" | undefined;
  /** Sentences, not facts: in a card they keep its whole width. */
  long?: boolean | undefined;
  /** Names the row; the first column unless another says so. */
  rowHeader?: boolean | undefined;
  /** Names the row by a bare number: in a card, the column’s name stands before it. */
  numbered?: boolean | undefined;
  /** Holds buttons, which say what they do: its name is heard, not seen. */
  acts?: boolean | undefined;
  /** A date, an amount: kept on one line. */
  whole?: boolean | undefined;
  /** An object that never changes, on which alone the cell depends: it is made once. For columns that are made once themselves. */
  dependsOn?: ((row: Row) => object) | undefined;
};

export type DataTableProps<Row> = {
  caption: string;
  /** Shown above the table; else only heard. */
  showCaption?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sort?: Sort | undefined;
  /** In place of an empty table: an `EmptyState`. */
  empty?: Child;
};

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }): JSX.Element {
  const t = useUiTexts();
  if (!column.sortable || sort === undefined) {
    return (
      <th scope="col" data-align={column.align}>
        {column.acts ? <span class="visually-hidden">{column.label}</span> : column.label}
      </th>
    );
  }
  const order = sort.key === column.key ? sort.order : undefined;
  const next: SortOrder = order === "croissant" ? "decroissant" : "croissant";
  const icon = order === undefined ? "arrow-up-down" : order === "croissant" ? "arrow-up" : "arrow-down";
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={order === undefined ? undefined : order === "croissant" ? "ascending" : "descending"}
    >
      <Link href={sort.hrefOf(column.key, next)} class="sort" id={`tri-${column.key}`}>
        {column.label}
        <Icon name={icon} />
      </Link>
      {order !== undefined && <span class="visually-hidden"> {order === "croissant" ? t.sortedAscending : t.sortedDescending}</span>}
    </th>
  );
}

/** A table that may be wider than its place scrolls in it, also by keyboard. */
function TableFrame({ wide, name, children }: { wide: boolean; name: string; children?: Child }): JSX.Element {
  if (!wide) return <div class="data-wrap">{children}</div>;
  return (
    <section class="data-wrap" aria-label={name} tabindex={0}>
      {children}
    </section>
  );
}

function newCell<Row>(column: Column<Row>, row: Row, isHeader: boolean): JSX.Element {
  if (isHeader)
    return (
      <th scope="row" data-label={column.numbered ? column.label : undefined} data-align={column.align}>
        {column.render(row)}
      </th>
    );
  return (
    <td
      data-label={column.acts ? undefined : column.label}
      data-long={column.long ? "true" : undefined}
      data-whole={column.whole ? "true" : undefined}
      data-align={column.align}
    >
      {column.render(row)}
    </td>
  );
}

const keptCells = onceFor((_column: object) => new WeakMap<object, JSX.Element>());

function cellOf<Row>(column: Column<Row>, row: Row, isHeader: boolean, language: Language): JSX.Element {
  if (column.dependsOn === undefined) return newCell(column, row, isHeader);
  const [known, key] = [keptCells(column, language), column.dependsOn(row)];
  const before = known.get(key);
  if (before !== undefined) return before;
  const markup = markupOf(newCell(column, row, isHeader));
  known.set(key, markup);
  return markup;
}

/** Rows and columns; on a narrow screen each row becomes a card, each cell under its column's name. */
export function DataTable<Row>({ caption, showCaption, columns, rows, sort, empty }: DataTableProps<Row>): JSX.Element {
  const [t, language] = [useUiTexts(), useLanguage()];
  if (rows.length === 0) return <div class="data-empty">{empty ?? <p class="soft">{t.noRows}</p>}</div>;
  const header = columns.find((column) => column.rowHeader) ?? columns[0];
  return (
    <TableFrame wide={columns.length > 5} name={caption}>
      <table class="data" data-cards="true">
        <caption class={showCaption ? undefined : "visually-hidden"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>{columns.map((column) => cellOf(column, row, column === header, language))}</tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Around a list, its filters and its pages: with JavaScript, sorting, filtering and paging change it without reloading. One `id` per page. */
export function ListRegion({ id, children }: { id: string; children?: Child }): JSX.Element {
  return (
    <swap-region id={id} class="list-region" data-links="true">
      {children}
    </swap-region>
  );
}
