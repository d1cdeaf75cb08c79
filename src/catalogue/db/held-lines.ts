import type { SoftwareLine } from "../domain/software.ts";

/** Lines of software as they were at one generation of the catalogue: those that were shown last. */
export type HeldLines = {
  readonly of: (slug: string) => SoftwareLine | undefined;
  /** Takes what was read at a generation; where it is not the one that is held, nothing is kept. */
  readonly keep: (lines: Iterable<SoftwareLine>, generation: number) => void;
  /** The catalogue is at another generation, and between the two these alone changed. */
  readonly follow: (generation: number, changed: readonly string[]) => void;
};

/** About a kilobyte each. */
const MOST_HELD = 4_000;

export function heldLines(first: number): HeldLines {
  const lines = new Map<string, SoftwareLine>();
  let held = first;
  return {
    of: (slug) => lines.get(slug),
    keep: (read, generation) => {
      if (generation !== held) return;
      for (const line of read) {
        // A map gives its keys in the order in which they came.
        const [oldest] = lines.size < MOST_HELD ? [] : lines.keys();
        if (oldest !== undefined) lines.delete(oldest);
        lines.set(line.slug, line);
      }
    },
    follow: (generation, changed) => {
      for (const slug of changed) lines.delete(slug);
      held = generation;
    },
  };
}
