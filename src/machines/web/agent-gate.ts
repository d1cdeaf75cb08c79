/** So many at once; the others wait in line, and beyond the line they are told to come back. */
export type Gate = {
  /** Gives what to call when done; undefined when the line is full, or did not move for `patienceMs`. */
  readonly enter: () => Promise<(() => void) | undefined>;
};

type Waiting = { readonly admit: (leave: (() => void) | undefined) => void; readonly timer: NodeJS.Timeout };

export function openGate({
  places,
  line,
  patienceMs,
}: {
  readonly places: number;
  readonly line: number;
  readonly patienceMs: number;
}): Gate {
  let free = places;
  const waiting = new Set<Waiting>();
  const pass = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const [next] = waiting;
      if (next === undefined) {
        free += 1;
        return;
      }
      waiting.delete(next);
      clearTimeout(next.timer);
      next.admit(pass());
    };
  };
  return {
    enter: () => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(pass());
      }
      if (waiting.size >= line) return Promise.resolve(undefined);
      return new Promise((admit) => {
        const timer = setTimeout(() => {
          waiting.delete(entry);
          admit(undefined);
        }, patienceMs);
        const entry: Waiting = { admit, timer };
        waiting.add(entry);
      });
    },
  };
}
