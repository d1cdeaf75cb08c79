import { isUuid } from "#src/kernel/ids.ts";
import { isRole } from "#src/kernel/rights.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { type PeopleQuery, peopleView } from "../../usecases/administration-views.ts";
import { PEOPLE_PATH } from "./addresses.ts";
import { crumbs } from "./fields.tsx";
import { PeoplePage } from "./people-page.tsx";
import { administrationTexts } from "./texts.ts";

const MOST_PAGES = 10_000;

/** The list of people. */
export function peopleRoutes(routes: Routes, deps: Deps): void {
  routes.get(PEOPLE_PATH, "manage-people", (c) => showPeople(c, deps));
}

async function showPeople(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const query = queryOf(c);
  const view = await peopleView(deps, agentOfRequest(c), query);
  const title = administrationTexts(language).people;
  const page = <PeoplePage language={language} query={query} view={view} now={deps.now()} />;
  return show(c, { title, breadcrumbs: crumbs(language, { label: title }) }, page);
}

/** Lenient: what is not understood is as if it were not there. */
function queryOf(c: AppContext): PeopleQuery {
  const { recherche = "", role, service, presence, page } = c.req.query();
  const number = /^\d{1,5}$/.test(page ?? "") ? Number(page) : 1;
  return {
    search: recherche
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 100),
    role: isRole(role) ? role : null,
    department: isUuid(service) ? service : null,
    left: presence === "parties",
    page: Math.min(Math.max(number, 1), MOST_PAGES),
  };
}
