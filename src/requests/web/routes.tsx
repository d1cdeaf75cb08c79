import { dayOf } from "#src/kernel/dates.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { candidateRoutes } from "./candidate-routes.tsx";
import { closingRoutes } from "./closing-routes.tsx";
import { endRoutes } from "./end-routes.tsx";
import { requestListRoutes } from "./list-routes.tsx";
import { messageRoutes } from "./message-routes.tsx";
import { needRoutes } from "./need-routes.tsx";
import { newRequestRoutes } from "./new-request-routes.tsx";
import { recordRoutes } from "./record-routes.tsx";
import { RequestPage } from "./request-page.tsx";
import { studyRoutes } from "./study-routes.tsx";
import { requestTexts } from "./texts.ts";
import { viewRequest } from "./view.ts";
import { waiverRoutes } from "./waiver-routes.tsx";

/** Everything about requests, from the need to its record. */
export function requestRoutes(routes: Routes, deps: Deps): void {
  requestListRoutes(routes, deps);
  newRequestRoutes(routes, deps);
  recordRoutes(routes, deps);
  routes.get("/demandes/:id", "read-requests", (c) => showRequest(c, deps));
  needRoutes(routes, deps);
  candidateRoutes(routes, deps);
  waiverRoutes(routes, deps);
  studyRoutes(routes, deps);
  closingRoutes(routes, deps);
  messageRoutes(routes, deps);
  endRoutes(routes, deps);
}

async function showRequest(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const view = await viewRequest(deps, agent, c.req.param("id"));
  if (view === undefined) return notFound(c);
  const breadcrumbs = [{ label: requestTexts(language).requests, href: "/demandes" }, { label: view.request.reference }];
  return show(
    c,
    { title: view.need.title, breadcrumbs },
    <RequestPage view={view} agent={agent} language={language} today={dayOf(deps.now())} before={beforeOf(c)} />,
  );
}

/** « avant=12 »: what is older than the twelfth entry; anything else, everything. */
function beforeOf(c: AppContext): number {
  const before = Number(c.req.query("avant"));
  return Number.isInteger(before) && before > 0 ? before : Number.POSITIVE_INFINITY;
}
