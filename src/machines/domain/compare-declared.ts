import type { ObservedSoftware } from "./observed.ts";

/** What is declared, as far as it is compared with what machines say. */
export type DeclaredSoftware = {
  readonly id: string;
  readonly name: string;
  readonly softwareSlug: string | null;
  readonly layer: string;
  readonly hosting: string | null;
};
export type Comparison<Declared extends DeclaredSoftware = DeclaredSoftware> = {
  readonly observedOnly: readonly ObservedSoftware[];
  readonly declaredOnly: readonly Declared[];
  readonly both: readonly { readonly software: ObservedSoftware; readonly declared: readonly Declared[] }[];
};

/**
 * Puts what machines show beside what is declared. Never observed is said only of what could be: used by people, not in somebody's
 * cloud, and recognisable (`recognised`: the software that the rules or the authority's choices know).
 */
export function compareDeclared<Declared extends DeclaredSoftware>(
  observed: readonly ObservedSoftware[],
  declared: readonly Declared[],
  recognised: ReadonlySet<string>,
): Comparison<Declared> {
  const bySlug = Map.groupBy(declared, ({ softwareSlug }) => softwareSlug);
  const seen = new Set(observed.map(({ slug }) => slug));
  const observable = ({ softwareSlug, layer, hosting }: Declared): boolean =>
    softwareSlug !== null && !seen.has(softwareSlug) && layer === "users" && hosting !== "cloud" && recognised.has(softwareSlug);
  return {
    observedOnly: observed.filter(({ slug }) => !bySlug.has(slug)),
    declaredOnly: declared.filter(observable),
    both: observed.flatMap((software) => {
      const same = bySlug.get(software.slug);
      return same === undefined ? [] : [{ software, declared: same }];
    }),
  };
}
