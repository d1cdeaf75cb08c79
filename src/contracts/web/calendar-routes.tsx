import { dayOf } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { calendarItems } from "../db/calendar.ts";
import { feedOf } from "../db/feeds.ts";
import { CALENDAR_KINDS, type CalendarKind, lastDay } from "../domain/calendar.ts";
import { makeFeed } from "../usecases/make-feed.ts";
import { revokeFeed } from "../usecases/revoke-feed.ts";
import { CALENDAR_PATH, CalendarPage, KIND_WORDS } from "./calendar-page.tsx";
import { calendarTexts } from "./calendar-texts.ts";

export function calendarRoutes(routes: Routes, deps: Deps): void {
  routes.get(CALENDAR_PATH, "read-inventory", (c) => showCalendar(c, deps));
  routes.post(`${CALENDAR_PATH}/adresse`, "read-inventory", (c) => make(c, deps));
  routes.post(`${CALENDAR_PATH}/revocation`, "read-inventory", (c) => revoke(c, deps));
}

async function showCalendar(c: AppContext, deps: Deps, secret?: string): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const t = calendarTexts(language);
  const today = dayOf(deps.now());
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => ({
    items: await calendarItems(reader, today, lastDay(today)),
    feed: await feedOf(reader, agent.id),
  }));
  const address = secret === undefined ? undefined : new URL(`/calendrier/${secret}.ics`, deps.config.publicUrl).href;
  const page = <CalendarPage language={language} today={today} kind={kindOf(c.req.query("nature"))} address={address} {...read} />;
  return show(c, { title: t.title, breadcrumbs: [{ label: t.crumb, href: "/parc" }, { label: t.title }] }, page);
}

function kindOf(word: string | undefined): CalendarKind | undefined {
  return CALENDAR_KINDS.find((kind) => KIND_WORDS[kind] === word);
}

/** Shown in the answer itself, and nowhere else: no redirection could carry a secret without leaving it somewhere. */
async function make(c: AppContext, deps: Deps): Promise<Response> {
  const result = await makeFeed(deps, agentOfRequest(c));
  return result.ok ? showCalendar(c, deps, result.value.secret) : forbidden(c);
}

async function revoke(c: AppContext, deps: Deps): Promise<Response> {
  const result = await revokeFeed(deps, agentOfRequest(c));
  if (!result.ok) return forbidden(c);
  setFlash(c, "success", calendarTexts(c.get("language")).feed.revoked);
  return c.redirect(`${CALENDAR_PATH}#agenda`, 303);
}
