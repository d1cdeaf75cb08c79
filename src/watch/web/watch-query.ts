import { VIEW_WORDS, WATCH_PATH } from "../domain/notifications.ts";
import { WATCH_SCOPES, WATCH_VIEWS, type WatchScope, type WatchView } from "../domain/watched.ts";

export const PAGE_SIZE = 25;
/** Lines of a file at most. */
export const LARGEST_EXPORT = 10_000;

export const SCOPE_WORDS: Readonly<Record<WatchScope, string>> = { all: "tout", run: "parc", followed: "suivis" };

export type Watching = { readonly view: WatchView; readonly scope: WatchScope; readonly page: number };

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function watchingOf(url: string): Watching {
  const params = new URL(url).searchParams;
  return {
    view: WATCH_VIEWS.find((view) => VIEW_WORDS[view] === params.get("vue")) ?? "ends",
    scope: WATCH_SCOPES.find((scope) => SCOPE_WORDS[scope] === params.get("perimetre")) ?? "all",
    page: pageOf(params.get("page")),
  };
}

export function pageOf(text: string | null | undefined): number {
  return /^[1-9]\d{0,3}$/.test(text ?? "") ? Number(text) : 1;
}

/** The address of it; what is by default is left out. */
export function hrefOf(watching: Watching, change: Partial<Watching> = {}, path: string = WATCH_PATH): string {
  const { view, scope, page } = { ...watching, ...change };
  const params = new URLSearchParams();
  if (view !== "ends") params.set("vue", VIEW_WORDS[view]);
  if (scope !== "all") params.set("perimetre", SCOPE_WORDS[scope]);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
