import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { hasNoContract } from "../db/contracts.ts";
import { contractSuppliers } from "../db/suppliers.ts";
import { exportedRows, fileOf } from "./export.ts";
import { ListPage } from "./list-page.tsx";
import { hrefOf, LIST_PATH, listingOf, PAGE_SIZE } from "./listing.ts";
import { listedContracts } from "./read-list.ts";
import { contractTexts } from "./texts.ts";

export function listRoutes(routes: Routes, deps: Deps): void {
  routes.get(LIST_PATH, "read-inventory", (c) => showList(c, deps));
  routes.get(`${LIST_PATH}/export.csv`, "read-inventory", async (c) =>
    sendCsv(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
  routes.get(`${LIST_PATH}/export.ods`, "read-inventory", async (c) =>
    sendOds(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const t = contractTexts(language);
  const listing = listingOf(c.req.url);
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const found = await listedContracts(reader, listing, dayOf(deps.now()));
    const isEmpty = found.length === 0 && (await hasNoContract(reader));
    return { found, isEmpty, suppliers: await contractSuppliers(reader) };
  });
  const { page } = listing;
  const rows = read.found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (rows.length === 0 && page > 1) return c.redirect(hrefOf(listing, { page: 1 }), 303);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title }];
  const manages = agent.may("manage-inventory");
  return show(
    c,
    { title: t.title, breadcrumbs },
    <ListPage language={language} listing={listing} rows={rows} manages={manages} {...read} />,
  );
}

function exported(c: AppContext, deps: Deps): Promise<ReturnType<typeof exportedRows>> {
  return readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) =>
    exportedRows(await listedContracts(reader, listingOf(c.req.url), dayOf(deps.now())), c.get("language")),
  );
}
