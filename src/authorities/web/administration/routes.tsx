import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { administrationCounts } from "../../usecases/administration-views.ts";
import { ADMINISTRATION_PATH } from "./addresses.ts";
import { AdministrationPage } from "./administration-page.tsx";
import { departmentRoutes } from "./department-routes.tsx";
import { invitationRoutes } from "./invitation-routes.tsx";
import { journalRoutes } from "./journal-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { personRoutes } from "./person-routes.tsx";
import { settingsRoutes } from "./settings-routes.tsx";
import { administrationTexts } from "./texts.ts";

/** People, departments, settings, journal. Fixed addresses come before those of one person. */
export function administrationRoutes(routes: Routes, deps: Deps): void {
  // Readers of the journal who administer nothing find it here too.
  routes.get(ADMINISTRATION_PATH, "read-journal", (c) => showAdministration(c, deps));
  peopleRoutes(routes, deps);
  invitationRoutes(routes, deps);
  personRoutes(routes, deps);
  departmentRoutes(routes, deps);
  settingsRoutes(routes, deps);
  journalRoutes(routes, deps);
}

async function showAdministration(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const agent = agentOfRequest(c);
  const counts = await administrationCounts(deps, agent);
  const page = <AdministrationPage language={language} agent={agent} counts={counts} />;
  return show(c, { title: administrationTexts(language).title }, page);
}
