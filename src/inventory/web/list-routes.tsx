import { departmentsOf } from "#src/authorities/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { isInventoryEmpty, listInstallations } from "../db/list-installations.ts";
import { shareOfFree } from "../db/share-of-free.ts";
import { exportedRows, LARGEST_EXPORT } from "./export.ts";
import type { InventoryHooks } from "./hooks.ts";
import { ListPage } from "./list-page.tsx";
import { filterOf, hrefOf, type Listing, listingOf, PAGE_SIZE } from "./list-query.ts";
import { inventoryTexts } from "./texts.ts";

export function listRoutes(routes: Routes, deps: Deps, hooks: InventoryHooks): void {
  routes.get("/parc", "read-inventory", (c) => showList(c, deps, hooks));
  routes.get("/parc/export.csv", "read-inventory", async (c) =>
    sendCsv(c, { name: inventoryTexts(c.get("language")).fileName, rows: await exported(c, deps, hooks), now: deps.now() }),
  );
  routes.get("/parc/export.ods", "read-inventory", async (c) =>
    sendOds(c, {
      name: inventoryTexts(c.get("language")).fileName,
      rows: await exported(c, deps, hooks),
      now: deps.now(),
    }),
  );
}

async function showList(c: AppContext, deps: Deps, hooks: InventoryHooks): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const listing = listingOf(c.req.url);
  const { sort, descending, page } = listing;
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const departments = await departmentsOf(reader);
    const filter = filterOf(listing, departments, await paidIn(reader, listing, hooks));
    const list = await listInstallations(reader, { filter, sort, descending, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return {
      departments,
      list,
      share: await shareOfFree(reader, dayOf(deps.now())),
      isEmpty: list.total === 0 && (await isInventoryEmpty(reader)),
    };
  });
  if (read.list.rows.length === 0 && page > 1) return c.redirect(hrefOf(listing, { page: 1 }), 303);
  const t = inventoryTexts(language);
  return show(c, { title: t.title }, <ListPage language={language} listing={listing} manages={agent.may("manage-inventory")} {...read} />);
}

function exported(c: AppContext, deps: Deps, hooks: InventoryHooks): Promise<ReturnType<typeof exportedRows>> {
  const listing = listingOf(c.req.url);
  const { sort, descending } = listing;
  return readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const filter = filterOf(listing, await departmentsOf(reader), await paidIn(reader, listing, hooks));
    const list = await listInstallations(reader, { filter, sort, descending, limit: LARGEST_EXPORT, offset: 0 });
    return exportedRows(list.rows, c.get("language"));
  });
}

/** Asked of the contracts only where it decides. */
async function paidIn(reader: AuthorityReader, { missing }: Listing, hooks: InventoryHooks): Promise<readonly string[] | undefined> {
  return missing === "cost" ? ((await hooks.paidInstallations?.(reader)) ?? []) : undefined;
}
