import { dayOf } from "#src/kernel/dates.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { AccessibilityPage, SourcePage } from "./about-pages.tsx";
import { aboutTexts } from "./about-texts.ts";
import { HomePage } from "./home-page.tsx";
import { viewHome } from "./home-view.ts";
import { notificationRoutes } from "./notification-routes.tsx";
import { homeTexts } from "./texts.ts";

/** Home, notifications, and the pages that speak of Beffroi itself. */
export function homeRoutes(routes: Routes, deps: Deps): void {
  routes.get("/", "signed-in", async (c) => {
    const agent = agentOfRequest(c);
    const today = dayOf(deps.now());
    const view = await viewHome(deps, agent, today);
    return show(c, { title: homeTexts(agent.language).home }, <HomePage view={view} agent={agent} today={today} />);
  });

  notificationRoutes(routes, deps);

  routes.get("/accessibilite", "public", (c) => {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const authority = visitor.kind === "agent" ? visitor.authority.name : undefined;
    const title = aboutTexts(language).accessibility.title;
    return show(c, { title, indexed: true }, <AccessibilityPage language={language} authority={authority} />);
  });

  routes.get("/source", "public", (c) => {
    const language = c.get("language");
    return show(c, { title: aboutTexts(language).source.title, indexed: true }, <SourcePage language={language} />);
  });
}
