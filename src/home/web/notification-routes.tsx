import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { notificationsOf } from "../db/notifications.ts";
import { markAllRead } from "../usecases/mark-all-read.ts";
import { openNotification } from "../usecases/open-notification.ts";
import { NOTIFICATIONS_PATH, NotificationsPage } from "./notifications-page.tsx";
import { homeTexts } from "./texts.ts";

const PAGE_SIZE = 30;

export function notificationRoutes(routes: Routes, deps: Deps): void {
  routes.get(NOTIFICATIONS_PATH, "signed-in", async (c) => {
    const agent = agentOfRequest(c);
    const language = c.get("language");
    const page = pageOf(c.req.query("page"));
    const list = await readAuthority(deps.db, agent.authorityId, (reader) => notificationsOf(reader, agent.id, page, PAGE_SIZE));
    return show(c, { title: homeTexts(language).notifications }, <NotificationsPage list={list} language={language} />);
  });

  routes.post(`${NOTIFICATIONS_PATH}/lues`, "signed-in", async (c) => {
    await markAllRead(deps, agentOfRequest(c));
    setFlash(c, "success", homeTexts(c.get("language")).markedAll);
    return c.redirect(NOTIFICATIONS_PATH, 303);
  });

  // Read by following it, as mail is: the link comes by e-mail, where there is no form.
  routes.get(`${NOTIFICATIONS_PATH}/:id`, "signed-in", async (c) => {
    const opened = await openNotification(deps, agentOfRequest(c), c.req.param("id") ?? "");
    // What is not about a request says where it is shown: an address of ours, which no person typed.
    if (opened.ok) return c.redirect(opened.value.path ?? `/demandes/${opened.value.subjectId}`, 303);
    if (opened.error.kind === "not-found") return notFound(c);
    const t = homeTexts(c.get("language"));
    return show(
      c,
      { title: t.elsewhere, status: 409 },
      <>
        <Title title={t.elsewhere} lead={t.elsewhereText(opened.error.authorityName)} />
        <ButtonLink href="/mes-collectivites">{t.chooseAuthority}</ButtonLink>
      </>,
    );
  });
}

function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
