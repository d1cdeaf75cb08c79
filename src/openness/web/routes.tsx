import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest, memberOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import { viewElected } from "../usecases/view-elected.ts";
import { viewOpenness } from "../usecases/view-openness.ts";
import { ElectedPage } from "./elected-page.tsx";
import { exportedRows, fileOf, sendJson } from "./export.ts";
import { OPENNESS_PATH, OpennessPage } from "./openness-page.tsx";
import { FOLLOWED } from "./over-time.tsx";
import { opennessTexts } from "./texts.ts";

/** The share of free software: mounted before the inventory, whose /parc/:id would take it. */
export function opennessRoutes(routes: Routes, deps: Deps): void {
  const read = <T,>(c: AppContext, work: (reader: AuthorityReader, now: Date) => Promise<T>): Promise<T> =>
    readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => work(reader, deps.now()));

  routes.get(OPENNESS_PATH, "read-inventory", async (c) => {
    const agent = agentOfRequest(c);
    const language = c.get("language");
    const t = opennessTexts(language);
    const followed = FOLLOWED.find((each) => each === c.req.query("mesure")) ?? "installations";
    const view = await read(c, viewOpenness);
    const manages = agent.may("manage-inventory");
    const breadcrumbs = [{ label: t.inventory, href: "/parc" }, { label: t.title }];
    return show(c, { title: t.title, breadcrumbs }, <OpennessPage view={view} followed={followed} manages={manages} language={language} />);
  });

  routes.get(`${OPENNESS_PATH}/elus`, "read-inventory", async (c) => {
    const language = c.get("language");
    const t = opennessTexts(language);
    const view = await read(c, viewElected);
    const breadcrumbs = [{ label: t.inventory, href: "/parc" }, { label: t.title, href: OPENNESS_PATH }, { label: t.electedTitle }];
    const { name } = memberOfRequest(c).authority;
    return show(c, { title: t.electedTitle, breadcrumbs }, <ElectedPage view={view} authority={name} language={language} />);
  });

  routes.get(`${OPENNESS_PATH}/export.csv`, "read-inventory", async (c) =>
    sendCsv(c, { ...fileOf(c), rows: exportedRows(await read(c, viewOpenness), c.get("language")), now: deps.now() }),
  );
  routes.get(`${OPENNESS_PATH}/export.ods`, "read-inventory", async (c) =>
    sendOds(c, { ...fileOf(c), rows: exportedRows(await read(c, viewOpenness), c.get("language")), now: deps.now() }),
  );
  routes.get(`${OPENNESS_PATH}/export.json`, "read-inventory", async (c) =>
    sendJson(c, memberOfRequest(c).authority.name, await read(c, viewOpenness), deps.now()),
  );
}
