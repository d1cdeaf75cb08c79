import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { exportedRows, fileOf } from "./export.ts";
import { ListPage } from "./list-page.tsx";
import { hrefOf, listingOf, PAGE_SIZE, SKILLS_PATH } from "./listing.ts";
import { aloneOn, isKnownFragile, skillsByHolder, skillsByInstallation } from "./overview.ts";
import { skillTexts } from "./texts.ts";

export function listRoutes(routes: Routes, deps: Deps): void {
  routes.get(SKILLS_PATH, "read-inventory", (c) => showList(c, deps));
  routes.get(`${SKILLS_PATH}/export.csv`, "read-inventory", async (c) =>
    sendCsv(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
  routes.get(`${SKILLS_PATH}/export.ods`, "read-inventory", async (c) =>
    sendOds(c, { ...fileOf(c), rows: await exported(c, deps), now: deps.now() }),
  );
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const listing = listingOf(c.req.url);
  const { byHolder, search, fragile, page } = listing;
  const all = await readAuthority(deps.db, agent.authorityId, (reader) => skillsByInstallation(reader, ""));
  const wanted =
    byHolder || search === "" ? all : await readAuthority(deps.db, agent.authorityId, (reader) => skillsByInstallation(reader, search));
  const installations = wanted.filter((each) => !fragile || isKnownFragile(each));
  const holders = byHolder ? skillsByHolder(all, search).filter((each) => !fragile || aloneOn(each) > 0) : [];
  const total = byHolder ? holders.length : installations.length;
  const from = (page - 1) * PAGE_SIZE;
  if (from >= total && page > 1) return c.redirect(hrefOf(listing, { page: 1 }), 303);
  const language = c.get("language");
  const t = skillTexts(language);
  const shown = { installations: installations.slice(from, from + PAGE_SIZE), holders: holders.slice(from, from + PAGE_SIZE), total };
  const counts = {
    all: all.length,
    known: all.filter(({ skills }) => skills.length > 0).length,
    fragile: all.filter(isKnownFragile).length,
  };
  return show(
    c,
    { title: t.title, breadcrumbs: [{ label: t.crumb, href: "/parc" }, { label: t.title }] },
    <ListPage
      language={language}
      listing={listing}
      counts={counts}
      manages={agent.may("manage-inventory")}
      today={dayOf(deps.now())}
      {...shown}
    />,
  );
}

function exported(c: AppContext, deps: Deps): Promise<ReturnType<typeof exportedRows>> {
  const { search, fragile } = listingOf(c.req.url);
  return readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const installations = await skillsByInstallation(reader, search);
    return exportedRows(
      installations.filter((each) => !fragile || isKnownFragile(each)),
      c.get("language"),
    );
  });
}
