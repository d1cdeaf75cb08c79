import { setTimeout as pause } from "node:timers/promises";

/** Does a work in its turn; undefined when too many wait already. */
export type Pace = <T>(work: () => Promise<T>) => Promise<T> | undefined;

/**
 * For what anybody may ask, and which holds the process while it is made: one at a time, then a rest of `rest` times what it took, so
 * that others are answered meanwhile. `line`: how many may be made or waited for at once.
 */
export function openPace({ line, rest }: { readonly line: number; readonly rest: number }): Pace {
  let present = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (present >= line) return undefined;
    present += 1;
    let took = 0;
    const made = last.then(async () => {
      const begun = performance.now();
      try {
        return await work();
      } finally {
        took = performance.now() - begun;
        present -= 1;
      }
    });
    last = made.then(
      () => pause(took * rest),
      () => pause(took * rest),
    );
    return made;
  };
}
