import type { Asked } from "./readings.ts";
import type { Why } from "./search.ts";
import type { BothLanguages } from "./software.ts";

/** A word of the query, met in something that is said of a software. */
export type Hit = {
  /** Which word of the query, from 0. */
  readonly asked: number;
  readonly word: string;
  readonly place: "name" | "term" | "category" | "description" | "function" | "replaces" | "same-use";
  /** What was said: the name, the business word; null for a description. */
  readonly phrase: string | null;
  /** Identifier of the function, of the category, or of the proprietary product replaced. */
  readonly about: string | null;
  /** Words of the phrase. */
  readonly size: number;
  readonly label: BothLanguages | null;
};

const MOST_REASONS = 4;
const PLACES = ["replaces", "name", "term", "function", "same-use", "category", "description"] as const;

type Said = { readonly hits: readonly Hit[]; readonly first: Hit; readonly words: ReadonlySet<number> };

/** Why a software was found: the strongest reasons, each bringing a word that those before it did not explain. */
export function reasonsOf(hits: readonly Hit[], asked: readonly Asked[]): readonly Why[] {
  const explained = new Set<number>();
  const reasons: Why[] = [];
  for (const said of [...phrasesOf(hits)].sort(strongestFirst)) {
    if (reasons.length === MOST_REASONS) break;
    if ([...said.words].every((word) => explained.has(word))) continue;
    reasons.push(whyOf(said, asked, explained));
    for (const word of said.words) explained.add(word);
  }
  return reasons;
}

function phrasesOf(hits: readonly Hit[]): readonly Said[] {
  const byPhrase = Map.groupBy(hits, ({ place, phrase, about }) => `${place} ${place === "category" ? about : phrase}`);
  return [...byPhrase.values()].flatMap((group) => {
    const first = group[0];
    return first === undefined ? [] : [{ hits: group, first, words: new Set(group.map((hit) => hit.asked)) }];
  });
}

function strongestFirst(a: Said, b: Said): number {
  const lengthOf = ({ first }: Said): number => first.phrase?.length ?? 0;
  return placeOf(a) - placeOf(b) || b.words.size - a.words.size || shareOf(b) - shareOf(a) || lengthOf(a) - lengthOf(b);
}

const shareOf = ({ first, words }: Said): number => words.size / Math.max(1, first.size);

/** A name of which a part was written comes after the business words. */
function placeOf(said: Said): number {
  const { place } = said.first;
  return place === "name" && shareOf(said) < 1 ? PLACES.indexOf("term") + 0.5 : PLACES.indexOf(place);
}

function whyOf({ first, words, hits }: Said, asked: readonly Asked[], explained: ReadonlySet<number>): Why {
  const phrase = first.phrase ?? "";
  if (first.place === "replaces" || first.place === "same-use") return { kind: first.place, slug: first.about ?? "", product: phrase };
  if (first.place === "function") return { kind: "function", label: first.label ?? { fr: phrase, en: phrase }, synonym: phrase };
  if (first.place === "category") return { kind: "category", id: first.about ?? "", label: first.label ?? { fr: phrase, en: phrase } };
  if (first.place === "description")
    return {
      kind: "description",
      words: [...words]
        .filter((word) => !explained.has(word))
        .sort((a, b) => a - b)
        .map((word) => asked[word]?.typed ?? ""),
    };
  const misspelt = hits.every((hit) => asked[hit.asked]?.readings.find(({ word }) => word === hit.word)?.kind === "spelling");
  if (misspelt) return { kind: "likeness", typed: asked[first.asked]?.typed ?? "", read: phrase };
  return first.place === "name" ? { kind: "name", name: phrase } : { kind: "term", term: phrase };
}
