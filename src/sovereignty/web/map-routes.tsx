import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { hostKeyOf, mapOf } from "../domain/map.ts";
import { readWorld } from "../usecases/read-world.ts";
import { distinct } from "./choices.ts";
import { GRID_PATH } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";
import { MapPage } from "./map-page.tsx";
import { MAP_PATH, mapViewOf } from "./map-query.ts";
import { mapTexts } from "./map-texts.ts";
import { placeName } from "./map-words.ts";

export function mapRoutes(routes: Routes, deps: Deps): void {
  routes.get(MAP_PATH, "read-inventory", (c) => showMap(c, deps));
}

async function showMap(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = mapTexts(language);
  const { facts, needs, contracts } = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) =>
    readWorld(reader, dayOf(deps.now())),
  );
  const view = mapViewOf(c.req.url);
  const departments = facts.flatMap((node) => node.departments.map(({ id, name }) => ({ value: id as string, label: name })));
  const hosts = facts.map((node) => ({ value: hostKeyOf(node), label: placeName(hostKeyOf(node), node.hostName, language) }));
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: gridTexts(language).title, href: GRID_PATH }, { label: t.title }];
  return show(
    c,
    { title: t.title, breadcrumbs },
    <MapPage
      language={language}
      map={mapOf({ nodes: facts, needs, contracts }, view)}
      view={view}
      departments={distinct(departments)}
      hosts={distinct(hosts)}
      layers={[...new Set(facts.map(({ layer }) => layer))]}
    />,
  );
}
