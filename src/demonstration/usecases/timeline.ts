import type { Deps } from "#src/platform/deps.ts";

/** Something that happened in the town's past, with the clock of that moment. */
export type Event = { readonly at: Date; readonly play: (deps: Deps) => Promise<void> };

/** Plays the past in its order, each event at its own time and without mail: the journal and the numbers come out as they would have. */
export async function playInOrder(deps: Deps, events: readonly Event[]): Promise<void> {
  const ordered = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, play } of ordered) await play({ ...deps, now: () => at, mailer: undefined });
}
