import type { BothLanguages, Category } from "../software.ts";
import { type Beginnings, beginningsIn } from "./beginnings.ts";
import { emptyFunctions, type Functions, type FunctionWord } from "./functions.ts";
import { emptyLexicon, type Lexicon } from "./lexicon.ts";
import { emptyPhrases, type Phrases } from "./phrases.ts";
import { emptySayings, NO_PHRASE, SAID_PLACES, type Sayings } from "./sayings.ts";
import { emptySoftwareTable, type IndexedSoftware, type SoftwareTable } from "./software-table.ts";
import { type Lookalikes, lookalikesIn } from "./trigrams.ts";

/** The words that are the same for all software. */
export type Vocabularies = {
  readonly categories: readonly Category[];
  /** Words that say that there is a need, and not which. */
  readonly ignored: readonly string[];
  readonly functions: readonly { readonly id: number; readonly label: BothLanguages }[];
  readonly functionWords: readonly FunctionWord[];
};

/** A software that can take the place of a product, and how much of it. */
export type Taking = { readonly software: number; readonly place: "replaces" | "same-use"; readonly strength: number };

/** All by which software is found, in memory. Changed between two searches, never during one. */
export type SearchIndex = {
  readonly lexicon: Lexicon;
  readonly lookalikes: Lookalikes;
  readonly beginnings: Beginnings;
  readonly software: SoftwareTable;
  readonly sayings: Sayings;
  readonly phrases: Phrases;
  readonly functions: Functions;
  readonly ignored: ReadonlySet<string>;
  readonly categories: ReadonlyMap<string, Category>;
  /** By product: what can take its place, once it was asked; forgotten when software changes. */
  readonly takings: Map<number, readonly Taking[]>;
  /** Adds software of which none is there: to be followed, once all are added, by `settle`. */
  readonly add: (software: IndexedSoftware) => void;
  readonly settle: () => void;
  /** Makes now what is otherwise made at the first misspelling and at the first word that begins others. */
  readonly warm: () => void;
  /** Puts software in the place of what was known under these addresses; those that are not given again are gone. */
  readonly replace: (slugs: readonly string[], software: readonly IndexedSoftware[]) => void;
  /** Which part of the rows speaks of software that is gone. */
  readonly wasted: () => number;
};

export function newSearchIndex({ categories, ignored, functions: known, functionWords }: Vocabularies): SearchIndex {
  const lexicon = emptyLexicon();
  const software = emptySoftwareTable();
  const phrases = emptyPhrases();
  const sayings = emptySayings(lexicon.stemOf, software.order);
  const functions = emptyFunctions(software.order, software.isThere);
  const takings = new Map<number, readonly Taking[]>();
  const isKept = (row: number): boolean => software.isThere(sayings.softwareAt(row));
  for (const { id, label } of known) functions.labels.set(id, label);
  countFunctionWords(lexicon, functions, functionWords);

  const add = (each: IndexedSoftware): void => {
    const id = software.add(each, sayings.length());
    for (const { place, phrase, about, strength, words } of each.sayings) {
      const phraseId = phrase === null ? NO_PHRASE : phrases.add(phrase, about);
      for (let at = 0; at + 2 < words.length; at += 3) {
        const written = lexicon.add(words[at] ?? "", words[at + 1] ?? "");
        const size = Number(words[at + 2]);
        sayings.add({ software: id, written, place: SAID_PLACES.indexOf(place), phrase: phraseId, size, strength });
      }
    }
    software.close(id, sayings.length());
    countWords(id, 1);
    for (const [functionId, strength] of each.functions) functions.addServing(functionId, { software: id, strength });
  };
  const countWords = (id: number, by: 1 | -1): void => {
    const [from, to] = software.rowsOf(id);
    const writtens = new Set<number>();
    const names = new Set<number>();
    for (let row = from; row < to; row++) {
      writtens.add(sayings.writtenAt(row));
      if (SAID_PLACES[sayings.placeAt(row)] === "name" && sayings.sizeAt(row) === 1) names.add(sayings.writtenAt(row));
    }
    for (const written of writtens) lexicon.count(written, by);
    for (const written of names) lexicon.countNamed(written, by);
  };
  const [lookalikes, beginnings] = [lookalikesIn(lexicon), beginningsIn(lexicon)];
  return {
    lexicon,
    lookalikes,
    beginnings,
    software,
    sayings,
    phrases,
    functions,
    ignored: new Set(ignored),
    categories: new Map(categories.map((category) => [category.id, category])),
    takings,
    add,
    warm: () => {
      lookalikes("", 0);
      beginnings("a");
    },
    settle: () => {
      sayings.postings.settle(lexicon.stems(), isKept);
      functions.settle();
    },
    replace: (slugs, fresh) => {
      const [from, firstServing] = [sayings.length(), functions.servings()];
      for (const id of slugs.flatMap((slug) => software.idOf(slug) ?? [])) {
        countWords(id, -1);
        software.remove(id);
      }
      for (const each of fresh) add(each);
      sayings.postings.extend(from);
      functions.postings.extend(firstServing);
      takings.clear();
    },
    wasted: () => software.rowsGone() / Math.max(1, sayings.length()),
  };
}

/** A function counts once for each word written in any of its phrases. */
function countFunctionWords(lexicon: Lexicon, functions: Functions, words: readonly FunctionWord[]): void {
  const counted = new Set<string>();
  for (const word of words) {
    const id = lexicon.add(word.written, word.word);
    functions.addWord(lexicon.stemOf(id), word);
    const key = `${id} ${word.functionId}`;
    if (!counted.has(key)) lexicon.count(id, 1);
    counted.add(key);
  }
}
