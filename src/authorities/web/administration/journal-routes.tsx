import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { type Verification, verifyJournal } from "#src/platform/journal/verify.ts";
import { journalView } from "../../usecases/administration-views.ts";
import { JOURNAL_PATH } from "./addresses.ts";
import { crumbs } from "./fields.tsx";
import { JournalPage } from "./journal-page.tsx";
import { administrationTexts } from "./texts.ts";

/** What was done, and whether anybody touched the trace of it. */
export function journalRoutes(routes: Routes, deps: Deps): void {
  routes.get(JOURNAL_PATH, "read-journal", (c) => showJournal(c, deps));
  routes.post(JOURNAL_PATH, "read-journal", (c) => verify(c, deps));
}

async function showJournal(c: AppContext, deps: Deps, verification?: Verification): Promise<Response> {
  const language = c.get("language");
  const agent = agentOfRequest(c);
  const from = c.req.query("avant") ?? "";
  const before = /^\d{1,15}$/.test(from) ? Number(from) : null;
  const view = await journalView(deps, agent, before);
  const title = administrationTexts(language).journal;
  const asked = verification && { verification };
  const page = <JournalPage language={language} agent={agent} view={view} isNewest={before === null} {...asked} />;
  return show(c, { title, breadcrumbs: crumbs(language, { label: title }) }, page);
}

async function verify(c: AppContext, deps: Deps): Promise<Response> {
  return showJournal(c, deps, await verifyJournal(deps.db, agentOfRequest(c).authorityId));
}
