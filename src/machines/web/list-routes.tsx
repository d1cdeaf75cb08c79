import { departmentsOf } from "#src/authorities/public.ts";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { listMachines, machineCounts } from "../db/machine-pages.ts";
import { silentBefore } from "../domain/silence.ts";
import { exportedMachines, LARGEST_EXPORT } from "./export.ts";
import { MachineListPage } from "./list-page.tsx";
import { filterOf, hrefOf, listingOf, PAGE_SIZE } from "./list-query.ts";
import { machineTexts } from "./texts.ts";

export function listRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/postes", "read-inventory", (c) => showList(c, deps));
  routes.get("/parc/postes/export.csv", "read-inventory", async (c) =>
    sendCsv(c, { name: fileName(c), rows: await exported(c, deps), now: deps.now() }),
  );
  routes.get("/parc/postes/export.ods", "read-inventory", async (c) =>
    sendOds(c, { name: fileName(c), rows: await exported(c, deps), now: deps.now() }),
  );
}

function fileName(c: AppContext): string {
  return machineTexts(c.get("language")).fileName;
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const listing = listingOf(c.req.url);
  const { sort, descending, page } = listing;
  const before = silentBefore(deps.now());
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const departments = await departmentsOf(reader);
    const filter = filterOf(listing, departments, before);
    const totals = await machineCounts(reader, before);
    const list = await listMachines(reader, { filter, sort, descending, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }, totals.all);
    const software = listing.software === undefined ? undefined : await softwareBySlug(reader, listing.software);
    return { ...list, departments, totals, softwareName: software?.name ?? listing.software };
  });
  if (read.rows.length === 0 && page > 1) return c.redirect(hrefOf({ ...listing, page: 1 }), 303);
  const t = machineTexts(language);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title }];
  const shown = <MachineListPage language={language} agent={agent} listing={listing} silentBefore={before} {...read} />;
  return show(c, { title: t.title, breadcrumbs }, shown);
}

function exported(c: AppContext, deps: Deps): Promise<ReturnType<typeof exportedMachines>> {
  const listing = listingOf(c.req.url);
  const { sort, descending } = listing;
  return readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const filter = filterOf(listing, await departmentsOf(reader), silentBefore(deps.now()));
    const { rows } = await listMachines(reader, { filter, sort, descending, limit: LARGEST_EXPORT, offset: 0 });
    return exportedMachines(rows, c.get("language"));
  });
}
