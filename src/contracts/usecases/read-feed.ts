import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { allows, isRole } from "#src/kernel/rights.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { calendarItems } from "../db/calendar.ts";
import { feedByHash, markRead } from "../db/feeds.ts";
import { byDay, type CalendarItem, lastDay } from "../domain/calendar.ts";
import { hashOfSecret, isFeedSecret } from "./feed-secret.ts";

export type ReadFeed = { readonly authorityName: string; readonly today: LocalDate; readonly items: readonly CalendarItem[] };

const HOUR_MS = 3_600_000;

/** A program reads a calendar by its secret, without a session. What is unknown, revoked, or of somebody who left is one same refusal. */
export async function readFeed(deps: Pick<Deps, "db" | "now">, secret: string): Promise<Result<ReadFeed, { readonly kind: "not-found" }>> {
  const feed = isFeedSecret(secret) ? await feedByHash(deps.db, hashOfSecret(secret)) : undefined;
  if (feed === undefined || !allows(feed.roles.filter(isRole), "read-inventory")) return refused({ kind: "not-found" });
  const at = deps.now();
  const today = dayOf(at);
  const items = await readAuthority(deps.db, feed.authorityId, (reader) => calendarItems(reader, today, lastDay(today)));
  if (feed.readAt === null || at.getTime() - feed.readAt.getTime() > HOUR_MS) await markRead(deps.db, feed, at);
  return ok({ authorityName: feed.authorityName, today, items: byDay(items) });
}
