import type { WatchItem, WatchView } from "./watched.ts";

export const WATCH_PATH = "/veille";
export const SUGGESTIONS_PATH = "/veille/propositions";

/** The kinds of notification that the watch sends; their sentences are in the home slice. */
export const WATCH_NOTIFICATIONS: Readonly<Record<WatchItem["what"], { readonly kind: string; readonly view: WatchView }>> = {
  cycle: { kind: "watch-new-cycle", view: "new" },
  end: { kind: "watch-end-near", view: "ends" },
  licence: { kind: "watch-licence-changed", view: "changed" },
  archived: { kind: "watch-archived", view: "changed" },
};

/** Words of the address for each view and scope. */
export const VIEW_WORDS: Readonly<Record<WatchView, string>> = { ends: "fins", new: "nouveautes", changed: "changements" };

/** Where what a notification told is shown: among what its reader follows. */
export function watchPath(view: WatchView): string {
  return `${WATCH_PATH}?vue=${VIEW_WORDS[view]}&perimetre=suivis`;
}
