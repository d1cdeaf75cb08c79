/** Free software or not; null: nobody knows. */
export type Freedom = boolean | null;

/** What is counted: a number of users is one per software they use, a copy is one software on one workstation. */
export const UNITS = ["software", "installation", "user", "cent", "workstation", "copy"] as const;
export type Unit = (typeof UNITS)[number];

/** Free out of known. `known - free` are known not to be free; of `all - known`, nobody knows. */
export type Share = { readonly free: number; readonly known: number; readonly all: number; readonly unit: Unit };

export function shareOf<T>(
  unit: Unit,
  things: readonly T[],
  freedomOf: (thing: T) => Freedom,
  weightOf: (thing: T) => number = () => 1,
): Share {
  let [free, known, all] = [0, 0, 0];
  for (const thing of things) {
    const [freedom, weight] = [freedomOf(thing), weightOf(thing)];
    all += weight;
    if (freedom !== null) known += weight;
    if (freedom === true) free += weight;
  }
  return { free, known, all, unit };
}

/** Of what is known alone. Undefined where there is nothing to count: that is not zero. */
export function ratioOf({ free, known }: Pick<Share, "free" | "known">): number | undefined {
  return known === 0 ? undefined : free / known;
}

/** What several people say of one software: the word of those who know, and nothing where they contradict each other. */
export function agreedFreedom(said: readonly Freedom[]): Freedom {
  const known = new Set(said.filter((freedom) => freedom !== null));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}
