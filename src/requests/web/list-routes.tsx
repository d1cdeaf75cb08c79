import { departmentsOf } from "#src/authorities/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { allRequests, listRequests } from "../db/request-lists.ts";
import { LIST_PATH, listQueryOf, readListAddress } from "./list-address.ts";
import { type ExportedList, MOST_EXPORTED, requestsAsCsv, requestsAsOds } from "./list-export.ts";
import { RequestListPage } from "./list-page.tsx";
import { listTexts } from "./list-texts.ts";

const PAGE_SIZE = 25;

/** The list of requests and its files. To be declared before `/demandes/:id`. */
export function requestListRoutes(routes: Routes, deps: Deps): void {
  routes.get(LIST_PATH, "read-requests", (c) => showList(c, deps));
  routes.get(`${LIST_PATH}/export.csv`, "read-requests", (c) => exportCsv(c, deps));
  routes.get(`${LIST_PATH}/export.ods`, "read-requests", (c) => exportOds(c, deps));
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const today = dayOf(deps.now());
  const { address, departments, list } = await readAuthority(deps.db, agent.authorityId, async (trx) => {
    const departments = await departmentsOf(trx, { withClosed: true });
    const address = readListAddress(c.req.query(), departments);
    return {
      address,
      departments,
      list: await listRequests(trx, listQueryOf(address, agent.id, departments, today), address.page, PAGE_SIZE),
    };
  });
  const page = (
    <RequestListPage list={list} address={address} departments={departments} today={today} maySubmit={agent.may("submit-request")} />
  );
  return show(c, { title: listTexts(c.get("language")).title }, page);
}

async function exportCsv(c: AppContext, deps: Deps): Promise<Response> {
  const list = await exported(deps, c);
  return c.body(requestsAsCsv(list), 200, fileHeaders(c, deps, "csv", "text/csv; charset=utf-8"));
}

async function exportOds(c: AppContext, deps: Deps): Promise<Response> {
  const list = await exported(deps, c);
  return c.body(await requestsAsOds(list), 200, fileHeaders(c, deps, "ods", "application/vnd.oasis.opendocument.spreadsheet"));
}

/** The whole list that the address filters and sorts, whatever its page. */
function exported({ db, now }: Deps, c: AppContext): Promise<ExportedList> {
  const agent = agentOfRequest(c);
  return readAuthority(db, agent.authorityId, async (trx) => {
    const departments = await departmentsOf(trx, { withClosed: true });
    const names = new Map<string, string>(departments.map(({ id, pathName }) => [id, pathName]));
    const query = listQueryOf(readListAddress(c.req.query(), departments), agent.id, departments, dayOf(now()));
    const lines = await allRequests(trx, query, MOST_EXPORTED);
    return { lines, departmentName: (id) => names.get(id) ?? "", language: c.get("language") };
  });
}

function fileHeaders(c: AppContext, { now }: Deps, ending: string, type: string): Record<string, string> {
  const name = `${listTexts(c.get("language")).file.name}-${dayOf(now())}.${ending}`;
  return { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
}
