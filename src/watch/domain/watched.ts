import type { LocalDate } from "#src/kernel/dates.ts";

/** The three questions of the watch: what ends, what is new, what changed its licence or is no longer maintained. */
export const WATCH_VIEWS = ["ends", "new", "changed"] as const;
export type WatchView = (typeof WATCH_VIEWS)[number];

/** Among which software: what the authority runs or the reader follows, or one of them alone. */
export const WATCH_SCOPES = ["all", "run", "followed"] as const;
export type WatchScope = (typeof WATCH_SCOPES)[number];

/** An end of life is told this many days ahead, and a new cycle is new for that many. */
export const END_NOTICE_DAYS = 180;
export const NEW_FOR_DAYS = 90;
/** A change of licence stays in the list that long; what is no longer maintained stays there as long as it is so. */
export const CHANGED_FOR_DAYS = 365;

export type WatchItem = {
  readonly what: "end" | "cycle" | "licence" | "archived";
  readonly slug: string;
  readonly name: string;
  readonly run: boolean;
  readonly followed: boolean;
  readonly cycle: string | null;
  /** Null where the source says that it is so, and not since when. */
  readonly day: LocalDate | null;
  /** Of a licence. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of an end that is past: how many cycles had theirs before it. */
  readonly older: number;
  /** Of an end: no cycle of this software is maintained any more, says the source. */
  readonly last: boolean;
  /** Who says so; null for what the authority's own people read, and where nobody noted it. */
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly declared: boolean;
  /** When the source last said it. */
  readonly asOf: Date | null;
};

/** An installation that an item concerns, with the departments that use it. */
export type HitInstallation = { readonly id: string; readonly name: string; readonly departments: readonly string[] };
export type Hits = { readonly installations: readonly HitInstallation[]; readonly total: number };
export const NO_HIT: Hits = { installations: [], total: 0 };
