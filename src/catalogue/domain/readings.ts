import { likeness } from "./spelling.ts";

/** A word of the catalogue: as written (without accents), its stem, and how many software it speaks of. */
export type KnownWord = { readonly written: string; readonly word: string; readonly software: number };

/** What the catalogue knows of one word of a query. */
export type WordFacts = {
  readonly at: number;
  readonly span: 1 | 2;
  readonly typed: string;
  readonly written: string;
  readonly word: string;
  /** « je voudrais un logiciel »: says that there is a need, and not which one. */
  readonly ignored: boolean;
  /** It is, by itself, the name of a software. */
  readonly named: boolean;
  /** How many software the stem speaks of. */
  readonly software: number;
  readonly lookalikes: readonly KnownWord[];
  /** Words that begin so, where it may be read as their beginning. */
  readonly longer: readonly KnownWord[];
};

export type Reading = {
  readonly kind: "exact" | "spelling" | "beginning";
  readonly written: string;
  readonly word: string;
  readonly likeness: number;
  /** How many software, and functions of the thesaurus, speak of the word read. */
  readonly software: number;
};

/** One word that counts, in the ways in which it may be read. The rarer it is, the more it weighs. `at`: its place in the query. */
export type Asked = { readonly at: number; readonly typed: string; readonly weight: number; readonly readings: readonly Reading[] };

const BEGINNING = 0.65;
const BEGINNING_OF_UNFINISHED = 0.8;
const MOST_SPELLINGS = 4;
const ABOUT_AS_NEAR = 0.1;
/** A word found in fewer software than this is read as the beginning of longer ones too: « visio », « compta ». */
const FEW = 3;
/** Two words written apart are taken for a misspelt one (« libre ofice ») from this likeness on. */
const NEARLY_SAME = 0.85;

/** The words that count. Those that say nothing are left out, unless there are no others. `catalogueSize`: how many software there are. */
export function readingsOf(facts: readonly WordFacts[], catalogueSize: number, typing: boolean): readonly Asked[] {
  const singles = facts.filter(({ span }) => span === 1);
  const unknown = (at: number): boolean => singles.some((fact) => fact.at === at && fact.software === 0);
  const halfUnknown = ({ at }: WordFacts): boolean => unknown(at) || unknown(at + 1);
  const isOneWord = (pair: WordFacts): boolean => pair.named || (halfUnknown(pair) && (pair.software > 0 || nearlySame(pair)));
  const pairs = facts.filter((fact) => fact.span === 2 && isOneWord(fact));
  const alone = singles.filter(({ at }) => !pairs.some((pair) => pair.at === at || pair.at + 1 === at));
  const meaningful = alone.filter(({ ignored }) => !ignored);
  const last = lastPlace(facts);
  const kept = [...pairs, ...(pairs.length + meaningful.length > 0 ? meaningful : alone)];
  const distinct = [...new Map(kept.map((fact) => [fact.word, fact])).values()];
  return distinct.map((fact) => askedOf(fact, catalogueSize, typing && fact.at + fact.span - 1 === last));
}

function nearlySame({ written, lookalikes }: WordFacts): boolean {
  return lookalikes.some((known) => likeness(written, known.written) >= NEARLY_SAME);
}

function askedOf(fact: WordFacts, catalogueSize: number, unfinished: boolean): Asked {
  const { at, typed, written, word } = fact;
  const exact: Reading[] = fact.software > 0 ? [{ kind: "exact", written, word, likeness: 1, software: fact.software }] : [];
  const longer = isBeginning(fact, unfinished) ? fact.longer : [];
  const beginnings = longer.map(
    (known): Reading => ({ ...pick(known), kind: "beginning", likeness: unfinished ? BEGINNING_OF_UNFINISHED : BEGINNING }),
  );
  const spellings = fact.software > 0 ? [] : spellingsOf(fact);
  const readings = [...new Map([...beginnings, ...spellings, ...exact].map((reading) => [reading.word, reading])).values()];
  return { at, typed, weight: weightOf(fact, catalogueSize), readings };
}

const pick = ({ written, word, software }: KnownWord): Pick<Reading, "written" | "word" | "software"> => ({ written, word, software });

/** Whether a word is read as the beginning of longer ones too. */
export function isBeginning({ software, named }: Pick<WordFacts, "software" | "named">, unfinished: boolean): boolean {
  return unfinished || (software < FEW && !named);
}

/** The place of a query's last word. */
export function lastPlace(words: readonly Pick<WordFacts, "at" | "span">[]): number {
  return Math.max(...words.map(({ at, span }) => at + span - 1));
}

/** Inverse document frequency, its range narrowed: a rare word counts at most some three times a common one. */
function weightOf({ software, lookalikes, longer }: WordFacts, catalogueSize: number): number {
  const seen = software > 0 ? software : Math.min(...[...lookalikes, ...longer].map((known) => known.software), catalogueSize);
  return 1 + Math.log((1 + catalogueSize) / (1 + seen));
}

function spellingsOf({ written, lookalikes }: WordFacts): readonly Reading[] {
  const near = lookalikes.map((known): Reading => ({ ...pick(known), kind: "spelling", likeness: likeness(written, known.written) }));
  const nearest = Math.max(0, ...near.map((reading) => reading.likeness));
  const kept = near.filter((reading) => reading.likeness > 0 && reading.likeness >= nearest - ABOUT_AS_NEAR);
  return kept.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_SPELLINGS);
}
