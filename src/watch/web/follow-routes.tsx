import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { followedBy } from "../db/follows.ts";
import { WATCH_PATH } from "../domain/notifications.ts";
import { followSoftware } from "../usecases/follow-software.ts";
import { FollowsPage } from "./follows-page.tsx";
import { watchTexts } from "./texts.ts";
import { PAGE_SIZE, pageOf } from "./watch-query.ts";

export const FOLLOWS_PATH = `${WATCH_PATH}/suivis`;

export function followRoutes(routes: Routes, deps: Deps): void {
  routes.get(FOLLOWS_PATH, "read-catalogue", async (c) => {
    const agent = agentOfRequest(c);
    const language = c.get("language");
    const page = pageOf(c.req.query("page"));
    const list = await readAuthority(deps.db, agent.authorityId, (reader) =>
      followedBy(reader, agent.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    );
    if (list.rows.length === 0 && page > 1) return c.redirect(FOLLOWS_PATH, 303);
    const t = watchTexts(language);
    const breadcrumbs = [{ label: t.title, href: WATCH_PATH }, { label: t.follows.title }];
    return show(c, { title: t.follows.title, breadcrumbs }, <FollowsPage language={language} page={page} list={list} />);
  });

  routes.post("/catalogue/:slug/suivi", "read-catalogue", async (c) => {
    const form = await readForm(c);
    const follows = typed(form, "suivre") !== "non";
    const result = await followSoftware(deps, agentOfRequest(c), { slug: c.req.param("slug") ?? "", follows });
    if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
    const { slug, name } = result.value;
    const t = watchTexts(c.get("language")).page;
    setFlash(c, "success", follows ? t.followed(name) : t.unfollowed(name));
    return c.redirect(typed(form, "retour") === "suivis" ? FOLLOWS_PATH : `/catalogue/${slug}`, 303);
  });
}
