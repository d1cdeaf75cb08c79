import type { QueryWord } from "../query.ts";
import { isBeginning, type KnownWord, lastPlace, type WordFacts } from "../readings.ts";
import type { SearchIndex } from "../search-index/search-index.ts";
import { inOrder } from "../search-index/trigrams.ts";

/** A word of a query, without accents nor capitals, with its stem: what PostgreSQL's dictionaries make of what was typed. */
export type ReadWord = QueryWord & { readonly written: string; readonly word: string };

const MOST_LOOKALIKES = 12;
const MOST_BEGINNINGS = 8;
const SHORTEST_BEGINNING = 3;

/** What the index knows of each word of a query. `typing`: its last word is not finished. */
export function factsOfWords(index: SearchIndex, words: readonly ReadWord[], typing: boolean): readonly WordFacts[] {
  const last = lastPlace(words);
  const met = words.map((word) => ({ ...word, ignored: index.ignored.has(word.written), ...knownOf(index, word) }));
  const unknown = new Set(met.filter(({ span, software }) => span === 1 && software === 0).map(({ at }) => at));
  return met.map((fact): WordFacts => {
    const { at, span, written, word, ignored, software, named } = fact;
    // Two words are taken for one misspelt only where one of them is unknown.
    const mayBeMisspelt = software === 0 && !ignored && (span === 1 || unknown.has(at) || unknown.has(at + 1));
    const isAskedFor = isBeginning({ software, named }, typing && at + span - 1 === last);
    const mayBegin = span === 1 && written.length >= SHORTEST_BEGINNING && !ignored && isAskedFor;
    return {
      ...fact,
      lookalikes: mayBeMisspelt ? index.lookalikes(written, MOST_LOOKALIKES).map((id) => knownWord(index, id)) : [],
      longer: mayBegin ? longerThan(index, written, word) : [],
    };
  });
}

function knownOf({ lexicon }: SearchIndex, { span, written, word }: ReadWord): { readonly software: number; readonly named: boolean } {
  const id = lexicon.idOf(written);
  const stemId = lexicon.stemId(word);
  const entries = id === undefined ? 0 : lexicon.entriesOf(id);
  const entriesOfStem = stemId === undefined ? 0 : lexicon.entriesOfStem(stemId);
  return { software: span === 1 ? entriesOfStem : entries, named: id !== undefined && lexicon.isName(id) };
}

function knownWord({ lexicon }: SearchIndex, id: number): KnownWord {
  return { written: lexicon.writtenOf(id), word: lexicon.stem(lexicon.stemOf(id)), software: lexicon.entriesOf(id) };
}

/** The stems of the words that look like this one, itself among them where it is known. */
export function likeWords(index: SearchIndex, written: string): readonly string[] {
  return index.lookalikes(written, MOST_LOOKALIKES).map((id) => knownWord(index, id).word);
}

/** The words that begin so, those that most speak of first. */
function longerThan(index: SearchIndex, written: string, word: string): readonly KnownWord[] {
  const { lexicon } = index;
  const own = lexicon.stemId(word);
  return index
    .beginnings(written)
    .filter((id) => lexicon.stemOf(id) !== own && lexicon.entriesOf(id) > 0)
    .map((id) => knownWord(index, id))
    .sort((a, b) => b.software - a.software || a.written.length - b.written.length || inOrder(a.written, b.written))
    .slice(0, MOST_BEGINNINGS);
}
