import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { hitsOf } from "../db/hits.ts";
import { type WatchList, watchList } from "../db/watch-list.ts";
import { WATCH_PATH } from "../domain/notifications.ts";
import type { Hits } from "../domain/watched.ts";
import { exportedRows, fileOf } from "./export.ts";
import { watchTexts } from "./texts.ts";
import { WatchPage } from "./watch-page.tsx";
import { hrefOf, LARGEST_EXPORT, PAGE_SIZE, type Watching, watchingOf } from "./watch-query.ts";

/** Of one software, in a file. */
const EXPORTED_INSTALLATIONS = 200;

export function watchListRoutes(routes: Routes, deps: Deps): void {
  routes.get(WATCH_PATH, "read-catalogue", async (c) => {
    const agent = agentOfRequest(c);
    const language = c.get("language");
    const watching = watchingOf(c.req.url);
    const read = await watchedBy(c, deps, watching, PAGE_SIZE);
    if (read.list.items.length === 0 && watching.page > 1) return c.redirect(hrefOf(watching, { page: 1 }), 303);
    const rights = { maySuggest: agent.may("review-requests"), mayAnswer: agent.may("submit-request") };
    const page = <WatchPage language={language} watching={watching} today={dayOf(deps.now())} {...rights} {...read} />;
    const t = watchTexts(language);
    return show(c, { title: t.title, breadcrumbs: [{ label: t.catalogue, href: "/catalogue" }, { label: t.title }] }, page);
  });
  const exported = async (c: AppContext): Promise<ReturnType<typeof exportedRows>> => {
    const { list, hits } = await watchedBy(c, deps, { ...watchingOf(c.req.url), page: 1 }, LARGEST_EXPORT);
    return exportedRows(list.items, hits, c.get("language"));
  };
  routes.get(`${WATCH_PATH}/export.csv`, "read-catalogue", async (c) =>
    sendCsv(c, { ...fileOf(c), rows: await exported(c), now: deps.now() }),
  );
  routes.get(`${WATCH_PATH}/export.ods`, "read-catalogue", async (c) =>
    sendOds(c, { ...fileOf(c), rows: await exported(c), now: deps.now() }),
  );
}

function watchedBy(
  c: AppContext,
  deps: Deps,
  { view, scope, page }: Watching,
  limit: number,
): Promise<{ readonly list: WatchList; readonly hits: ReadonlyMap<string, Hits> }> {
  const agent = agentOfRequest(c);
  return readAuthority(deps.db, agent.authorityId, async (reader) => {
    const today = dayOf(deps.now());
    const list = await watchList(reader, { personId: agent.id, view, scope, today, limit, offset: (page - 1) * limit });
    const slugs = list.items.map(({ slug }) => slug);
    return { list, hits: await hitsOf(reader, slugs, limit === LARGEST_EXPORT ? EXPORTED_INSTALLATIONS : undefined) };
  });
}
