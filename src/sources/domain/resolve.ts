import { type Identity, STRONG_KINDS } from "./identities.ts";

/** Software that share an identity with a record: `strength` orders the kinds of evidence, the strongest first. */
export type Known = { readonly kind: Identity["kind"]; readonly value: string; readonly slug: string };

/** What a record is: one that we have, or a new one; and those that it resembles, for a person to settle. */
export type Resolution = {
  readonly slug: string | undefined;
  /** The evidence by which it was joined. */
  readonly by: Identity | undefined;
  readonly doubts: readonly Doubt[];
};
export type Doubt = { readonly slug: string; readonly reason: DoubtReason };
/** `evidence-of-both`: its evidence speaks of two software that we hold apart. */
export type DoubtReason = "same-name" | "evidence-of-both";

/** People settle doubts one by one: a name that a hundred bear is no question any more. */
const MOST_NAMESAKES = 10;

const STRENGTH = new Map<string, number>(STRONG_KINDS.map((kind, index) => [kind, index]));

/**
 * Joined on strong evidence alone. A name is none: two things that share it are a doubt. `shared`: identities that several records of
 * one source claim (a site of many projects, one repository of several): they tell nothing apart.
 */
export function resolve(identities: readonly Identity[], known: readonly Known[], shared: ReadonlySet<string>): Resolution {
  const mine = new Map(identities.map((identity) => [identityKey(identity), identity]));
  const met = known.filter((each) => mine.has(identityKey(each)));
  const strong = met
    .filter((each) => each.kind !== "name" && !shared.has(identityKey(each)))
    .sort((a, b) => (STRENGTH.get(a.kind) ?? 99) - (STRENGTH.get(b.kind) ?? 99) || a.slug.localeCompare(b.slug, "en"));
  const first = strong[0];
  const others = [...new Set(strong.map(({ slug }) => slug))].filter((slug) => slug !== first?.slug);
  const namesakes = [...new Set(met.filter(({ kind }) => kind === "name").map(({ slug }) => slug))].filter(
    (slug) => slug !== first?.slug && !others.includes(slug),
  );
  const doubts = [
    ...others.map((slug): Doubt => ({ slug, reason: "evidence-of-both" })),
    // Once it is known which one it is, that another bears its name is no news.
    ...(first === undefined ? namesakes.slice(0, MOST_NAMESAKES).map((slug): Doubt => ({ slug, reason: "same-name" })) : []),
  ];
  return { slug: first?.slug, by: first === undefined ? undefined : mine.get(identityKey(first)), doubts };
}

export function identityKey({ kind, value }: Pick<Identity, "kind" | "value">): string {
  return `${kind} ${value}`;
}

/** The strong identities that two records or more of one reading claim. */
export function sharedIdentities(records: readonly (readonly Identity[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const identity of records.flat()) {
    const key = identityKey(identity);
    if (identity.kind === "name") continue;
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
