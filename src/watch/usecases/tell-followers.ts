import { listAuthorities } from "#src/authorities/public.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { type News, takeNews } from "../db/news.ts";
import { WATCH_NOTIFICATIONS, watchPath } from "../domain/notifications.ts";

/** Told in one transaction at most: more is left for the next one. */
const BATCH = 200;

/** Tells those who follow a software what is new of it, once each, in every authority. Answers how many were told. */
export async function tellFollowers(deps: Deps): Promise<number> {
  let told = 0;
  for (const { id } of await listAuthorities(deps.db)) {
    for (;;) {
      const { value } = await inAuthority(deps.db, id, async (trx) => ok(await tellSome(trx, deps)));
      told += value;
      if (value < BATCH) break;
    }
  }
  return told;
}

async function tellSome(trx: AuthorityTransaction, deps: Deps): Promise<number> {
  const at = deps.now();
  const taken = await takeNews(trx, dayOf(at), at, BATCH);
  for (const [, same] of Map.groupBy(taken, ({ news }) => news)) {
    const [news] = same;
    if (news === undefined) continue;
    const { kind, view } = WATCH_NOTIFICATIONS[news.what];
    const detail = { title: titleOf(news), path: watchPath(view) };
    await notify(
      trx,
      deps,
      same.map(({ personId }) => personId),
      { kind, subjectId: newId(), detail, at },
    );
  }
  return taken.length;
}

/** The fact itself, in no language: its sentence goes before it, in the reader's. */
function titleOf({ name, cycle, endsOn, before, after }: News): string {
  const named = cycle === null ? name : `${name} ${cycle}`;
  if (endsOn !== null) return `${named} (${numericDay(endsOn)})`;
  return before === null ? named : `${named} (${before} → ${after ?? "?"})`;
}

/** 31/12/2026: read alike in French and in British English. */
function numericDay(day: LocalDate): string {
  return day.split("-").reverse().join("/");
}
