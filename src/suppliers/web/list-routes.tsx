import { softwareBySlug } from "#src/catalogue/public.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { browseSuppliers, hasNoSupplier, placesOfSuppliers, type SupplierPage } from "../db/browse-suppliers.ts";
import { exportedRows, fileOf, MOST_EXPORTED } from "./export.ts";
import { ListPage } from "./list-page.tsx";
import { hrefOf, type Listing, listingOf, PAGE_SIZE } from "./listing.ts";
import { supplierTexts } from "./texts.ts";

export function listRoutes(routes: Routes, deps: Deps): void {
  routes.get("/fournisseurs", "read-catalogue", (c) => showList(c, deps));
  routes.get("/fournisseurs/export.csv", "read-catalogue", async (c) =>
    sendCsv(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
  routes.get("/fournisseurs/export.ods", "read-catalogue", async (c) =>
    sendOds(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const t = supplierTexts(language);
  const listing = listingOf(c.req.url);
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const list = await listOf(reader, listing, PAGE_SIZE);
    const software = listing.software === undefined ? undefined : await softwareBySlug(reader, listing.software);
    return { list, software, places: await placesOfSuppliers(reader), isEmpty: list.total === 0 && (await hasNoSupplier(reader)) };
  });
  if (read.list.rows.length === 0 && listing.page > 1) return c.redirect(hrefOf(listing, { page: 1 }), 303);
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.title }];
  const manages = agent.may("manage-catalogue");
  return show(c, { title: t.title, breadcrumbs }, <ListPage language={language} listing={listing} manages={manages} {...read} />);
}

async function exported(c: AppContext, deps: Deps): Promise<ReturnType<typeof exportedRows>> {
  const listing = { ...listingOf(c.req.url), page: 1 };
  const { rows } = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => listOf(reader, listing, MOST_EXPORTED));
  return exportedRows(rows, c.get("language"));
}

function listOf(reader: AuthorityReader, listing: Listing, limit: number): Promise<SupplierPage> {
  return browseSuppliers(reader, { ...listing, limit, offset: (listing.page - 1) * limit });
}
