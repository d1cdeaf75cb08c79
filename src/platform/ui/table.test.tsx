import { describe, expect, it } from "vitest";
import { FilterBar } from "./filter-bar.tsx";
import { Pagination, pageWindow } from "./pagination.tsx";
import { DataTable, type Sort } from "./table.tsx";
import { htmlOf, tagWith } from "./testing.ts";

const COLUMNS = [
  { key: "nom", label: "Nom", sortable: true, render: (row: { nom: string }) => row.nom },
  { key: "cout", label: "Coût", align: "end" as const, render: () => "8 400 €" },
];
const SORT: Sort = { key: "nom", order: "croissant", hrefOf: (key, order) => `?tri=${key}&ordre=${order}` };

describe("a table", () => {
  it("has a caption, column headers and a header for each row", async () => {
    const html = await htmlOf(<DataTable caption="Logiciels" columns={COLUMNS} rows={[{ nom: "GRR" }]} />);
    expect(html).toContain(`<caption class="visually-hidden">Logiciels</caption>`);
    expect(html).toContain(`<th scope="col">Nom</th>`);
    expect(html).toContain(`<th scope="row">GRR</th>`);
    expect(html).toContain(`<td data-label="Coût" data-align="end">8 400 €</td>`);
  });

  it("shows no name above buttons, and a name before a bare number", async () => {
    const columns = [
      { key: "ligne", label: "Ligne", numbered: true, render: () => "3" },
      { key: "jour", label: "Quand", whole: true, render: () => "22 novembre 2026" },
      { key: "retirer", label: "Retirer", acts: true, render: () => <button type="button">Retirer</button> },
    ];
    const html = await htmlOf(<DataTable caption="Lignes" columns={columns} rows={[{}]} />);
    expect(html).toContain(`<th scope="col"><span class="visually-hidden">Retirer</span></th>`);
    expect(html).toContain(`<td><button`);
    expect(html).toContain(`<th scope="row" data-label="Ligne">3</th>`);
    expect(html).toContain(`<td data-label="Quand" data-whole="true">`);
  });

  it("says how it is sorted, and turns the order by a link", async () => {
    const html = await htmlOf(<DataTable caption="Logiciels" columns={COLUMNS} rows={[{ nom: "GRR" }]} sort={SORT} />);
    expect(html).toContain(`aria-sort="ascending"`);
    expect(html).toContain(`href="?tri=nom&amp;ordre=decroissant"`);
  });

  it("that is empty says so", async () => {
    expect(await htmlOf(<DataTable caption="Logiciels" columns={COLUMNS} rows={[]} />)).toContain("Aucune ligne à montrer.");
  });
});

describe("pages of a list", () => {
  it("show the ends and the neighbours", () => {
    expect(pageWindow(1, 1)).toEqual([1]);
    expect(pageWindow(3, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(pageWindow(6, 62)).toEqual([1, 0, 5, 6, 7, 0, 62]);
    expect(pageWindow(4, 62)).toEqual([1, 2, 3, 4, 5, 0, 62]);
  });

  it("mark the current one and are not shown for a single page", async () => {
    const html = await htmlOf(<Pagination page={2} pages={3} hrefOf={(page) => `?page=${page}`} />);
    expect(tagWith(html, `aria-current="page"`)).toContain("page=2");
    expect(await htmlOf(<Pagination page={1} pages={1} hrefOf={String} />)).toBe("");
  });
});

it("filters by address, and keeps the sort", async () => {
  const html = await htmlOf(
    <FilterBar action="/logiciels" search={{ name: "q", label: "Rechercher", value: "salle" }} keep={{ tri: "nom", page: undefined }} />,
  );
  expect(tagWith(html, "<form")).toContain(`method="get"`);
  expect(tagWith(html, `name="tri"`)).toContain(`value="nom"`);
  expect(html).not.toContain(`name="page"`);
  expect(html).toContain(`<label class="ds-label" for="cherche-q">`);
  expect(tagWith(html, `id="filtres-envoyer"`)).toContain(`data-variant="secondary"`);
  const first = await htmlOf(<FilterBar action="/logiciels" primary more={<p>Autres filtres</p>} />);
  expect(tagWith(first, `id="filtres-envoyer"`)).toContain(`data-variant="primary"`);
  expect(first.indexOf("Autres filtres")).toBeGreaterThan(first.indexOf("filtres-envoyer"));
});
