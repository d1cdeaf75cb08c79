import type { Database } from "#src/platform/db/database.ts";
import { type CountedCategory, categoryCounts } from "../domain/search-index/category-counts.ts";
import type { SearchIndex } from "../domain/search-index/search-index.ts";
import { type HeldAnswers, heldAnswers } from "./held-answers.ts";
import { type HeldLines, heldLines } from "./held-lines.ts";
import { loadSearchIndex, reloadSoftware } from "./load-search-index.ts";
import { type CatalogueState, changedSince, type ReadText, type SearchState, searchState } from "./search-state.ts";

/** What a search stands on: the index as it was at a generation, at least that which the search saw, and the words asked, read. */
export type CurrentIndex = {
  readonly index: SearchIndex;
  readonly read: readonly (readonly ReadText[])[];
  readonly categories: () => readonly CountedCategory[];
  readonly lines: HeldLines;
  readonly answers: HeldAnswers;
};

type Held = {
  readonly index: SearchIndex;
  readonly lines: HeldLines;
  readonly answers: HeldAnswers;
  generation: number;
  categories: readonly CountedCategory[] | undefined;
};
type Slot = { held: Held | undefined; work: Promise<void> | undefined; db: Database | undefined };

/** When a larger part changed, or when more rows speak of software that is gone, all is read anew. */
const MOST_CHANGED = 0.25;
const FEW = 500;
const MOST_WASTED = 0.3;
/** With more software, a search does not wait until all is read anew: it is answered from what was known. */
const QUICKLY_READ = 10_000;
/** A process serves one catalogue; tests have several. */
const MOST_HELD = 4;

const slots = new Map<string, Slot>();

/** Reads the catalogue into memory before the first search needs it. `db`: where it will be read anew from, beside the searches. */
export async function holdSearchIndex(db: Database): Promise<void> {
  await onOneConnection(db, async (connection) => {
    const state = await searchState(connection, []);
    slotOf(state.catalogue).db = db;
    (await follow(connection, state)).index.warm();
  });
}

/** The index, in step with what the reader's transaction sees. `typed`: words to read as the catalogue's were. */
export async function currentIndex(reader: Database, typed: readonly string[]): Promise<CurrentIndex> {
  const unknown = [...new Set(typed.filter((text) => !known.has(text)))];
  const state = await searchState(reader, unknown);
  const fresh = new Map(unknown.map((text, at) => [text, state.read[at] ?? []]));
  const read = typed.map((text) => fresh.get(text) ?? known.get(text) ?? []);
  for (const [text, words] of fresh) remember(text, words);
  return currentOf(await follow(reader, state), read);
}

function currentOf(held: Held, read: CurrentIndex["read"]): CurrentIndex {
  const { index, lines, answers } = held;
  return { index, read, categories: () => (held.categories ??= categoryCounts(index).filter(({ all }) => all > 0)), lines, answers };
}

/** What a search may begin with: proved by what the database says of the catalogue afterwards, or begun again with `currentIndex`. */
export type SupposedIndex = CurrentIndex & { readonly holdsAt: (state: CatalogueState) => boolean };

/** The index in which this process searched last; undefined when it holds none, or has never read one of these words. */
export function supposedIndex(typed: readonly string[]): SupposedIndex | undefined {
  const [catalogue, slot] = [...slots].at(-1) ?? [];
  const held = slot?.held;
  const read = typed.flatMap((text) => {
    const words = known.get(text);
    return words === undefined ? [] : [words];
  });
  if (held === undefined || read.length < typed.length) return undefined;
  const { generation } = held;
  const holdsAt = (state: CatalogueState): boolean => state.catalogue === catalogue && !state.writes && generation >= state.generation;
  return { ...currentOf(held, read), holdsAt };
}

function slotOf(catalogue: string): Slot {
  const slot: Slot = slots.get(catalogue) ?? { held: undefined, work: undefined, db: undefined };
  slots.delete(catalogue);
  slots.set(catalogue, slot);
  for (const oldest of slots.keys()) if (slots.size > MOST_HELD) slots.delete(oldest);
  return slot;
}

/** What is known of the catalogue, at least as it was at the state that was read. */
async function follow(reader: Database, state: SearchState): Promise<Held> {
  const slot = slotOf(state.catalogue);
  for (;;) {
    const { held } = slot;
    if (held !== undefined && held.generation >= state.generation) return held;
    // What this transaction wrote is its own until it is committed: read for it alone, and not kept.
    if (state.writes) return madeAt(state.generation, await loadSearchIndex(reader));
    if (held !== undefined && slot.db !== undefined && needsAll(held, state) && held.index.software.count() > QUICKLY_READ) {
      readBeside(slot, slot.db, state);
      return held;
    }
    // Trap: others wait for this work with a connection each; it must have its own before it is waited for.
    await onOneConnection(reader, (connection) => catchUpOnce(slot, connection, state));
  }
}

function onOneConnection<T>(db: Database, work: (connection: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.connection().execute(work);
}

const needsAll = (held: Held, { wholeAt }: SearchState): boolean => held.generation < wholeAt || held.index.wasted() > MOST_WASTED;

/** One at a time in a process. Whose work it is hears of its failure; the others try by themselves. */
async function catchUpOnce(slot: Slot, connection: Database, state: SearchState): Promise<void> {
  if (slot.work !== undefined) return slot.work.catch(() => undefined);
  slot.work = catchUp(slot, connection, state).finally(() => {
    slot.work = undefined;
  });
  return slot.work;
}

function readBeside(slot: Slot, db: Database, state: SearchState): void {
  if (slot.work !== undefined) return;
  const work = onOneConnection(db, async (connection) => {
    const index = await loadSearchIndex(connection);
    index.warm();
    slot.held = madeAt(state.generation, index);
  });
  // Where it fails, the next search asks for it again.
  slot.work = work
    .catch(() => undefined)
    .finally(() => {
      slot.work = undefined;
    });
}

async function catchUp(slot: Slot, connection: Database, state: SearchState): Promise<void> {
  const { held } = slot;
  if (held !== undefined && held.generation >= state.generation) return;
  const changed = held === undefined || needsAll(held, state) ? undefined : await changedSince(connection, held.generation, mostOf(held));
  if (held === undefined || changed === undefined) {
    // The generation was read first: what changes while the rest is read will be read again.
    slot.held = madeAt(state.generation, await loadSearchIndex(connection));
    return;
  }
  await reloadSoftware(connection, held.index, changed);
  held.lines.follow(state.generation, changed);
  held.answers.forget();
  held.generation = state.generation;
  held.categories = undefined;
}

const mostOf = ({ index }: Held): number => Math.max(FEW, Math.round(MOST_CHANGED * index.software.count()));

function madeAt(generation: number, index: SearchIndex): Held {
  return { index, lines: heldLines(generation), answers: heldAnswers(), generation, categories: undefined };
}

/** Words already read: the dictionaries of PostgreSQL do not change. */
const known = new Map<string, readonly ReadText[]>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 40;

function remember(text: string, words: readonly ReadText[]): void {
  if (text.length > LONGEST_KNOWN) return;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
}
