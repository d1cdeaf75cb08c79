/** What decides which of several software that are the same stands for all. */
export type Weight = { readonly slug: string; readonly isStarter: boolean; readonly statements: number };

/** Two software that somebody said are the same. */
export type SamePair = { readonly a: string; readonly b: string };

/**
 * Of all that people said is the same: for each software that stands behind another, the one that stands for it. Derived anew from every
 * verdict, so that taking one back is deriving again; chains are flat.
 */
export function mergesOf(pairs: readonly SamePair[], weights: ReadonlyMap<string, Weight>): ReadonlyMap<string, string> {
  const merges = new Map<string, string>();
  for (const group of groupsOf(pairs)) {
    const [first, ...others] = group.map((slug) => weights.get(slug) ?? { slug, isStarter: false, statements: 0 }).sort(byWeight);
    if (first !== undefined) for (const { slug } of others) merges.set(slug, first.slug);
  }
  return merges;
}

/** Ours first, then that of which most is said. Of equals, the older: a number is added to the address of those that come later. */
function byWeight(a: Weight, b: Weight): number {
  return (
    Number(b.isStarter) - Number(a.isStarter) ||
    b.statements - a.statements ||
    a.slug.length - b.slug.length ||
    a.slug.localeCompare(b.slug, "en")
  );
}

function groupsOf(pairs: readonly SamePair[]): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const joined = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
    for (const slug of joined) groups.set(slug, joined);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}
