import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds, type TableFile } from "#src/platform/http/spreadsheet.ts";
import { tallyOf } from "../domain/grid.ts";
import { type GridRow, readGrid } from "../usecases/read-grid.ts";
import { type Choice, distinct } from "./choices.ts";
import { gridFile } from "./grid-file.ts";
import { GridPage } from "./grid-page.tsx";
import { GRID_PATH, gridHref, gridListingOf, PAGE_SIZE, wantedRows } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";

export function gridRoutes(routes: Routes, deps: Deps): void {
  routes.get(GRID_PATH, "read-inventory", (c) => showGrid(c, deps));
  routes.get(`${GRID_PATH}/export.csv`, "read-inventory", async (c) => sendCsv(c, await fileOf(c, deps)));
  routes.get(`${GRID_PATH}/export.ods`, "read-inventory", async (c) => sendOds(c, await fileOf(c, deps)));
}

function allRows(c: AppContext, deps: Deps): Promise<readonly GridRow[]> {
  return readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => readGrid(reader));
}

async function showGrid(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = gridTexts(language);
  const all = await allRows(c, deps);
  const listing = gridListingOf(c.req.url);
  const wanted = wantedRows(all, listing);
  const from = (listing.page - 1) * PAGE_SIZE;
  if (from >= wanted.length && listing.page > 1) return c.redirect(gridHref(listing, { page: 1 }), 303);
  return show(
    c,
    { title: t.title, breadcrumbs: [{ label: t.crumb, href: "/parc" }, { label: t.title }] },
    <GridPage
      language={language}
      listing={listing}
      rows={wanted.slice(from, from + PAGE_SIZE)}
      total={wanted.length}
      tally={tallyOf(all.map(({ grid }) => grid))}
      all={all.length}
      today={dayOf(deps.now())}
      departments={departmentsOf(all)}
      layers={[...new Set(all.map(({ installation }) => installation.layer))]}
    />,
  );
}

function departmentsOf(rows: readonly GridRow[]): readonly Choice[] {
  return distinct(rows.flatMap(({ installation }) => installation.departments.map(({ id, name }) => ({ value: id, label: name }))));
}

async function fileOf(c: AppContext, deps: Deps): Promise<TableFile> {
  const language = c.get("language");
  const rows = wantedRows(await allRows(c, deps), gridListingOf(c.req.url));
  const { name, sheet } = gridTexts(language).file;
  return { name, sheet, rows: gridFile(rows, language), now: deps.now() };
}
