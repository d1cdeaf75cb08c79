/** Rows that have a key (the stem of a word) and a strength. */
export type PostedRows = {
  readonly length: () => number;
  readonly keyAt: (row: number) => number;
  readonly strengthAt: (row: number) => number;
  /** The order of two rows of the same strength. */
  readonly before: (one: number, other: number) => number;
};

/** For each key, its rows, the strongest first. */
export type Postings = {
  readonly of: (key: number) => Uint32Array;
  /** Makes the lists of `keys` keys anew from all rows, which must have been added in order; only those that `isKept`. */
  readonly settle: (keys: number, isKept: (row: number) => boolean) => void;
  /** Puts the rows added from there on into the lists of their keys. Those that are no longer kept stay until all is settled anew. */
  readonly extend: (from: number) => void;
};

const NONE = new Uint32Array(0);

export function postingsOf(rows: PostedRows): Postings {
  let starts = new Uint32Array(1);
  let listed = NONE;
  /** Lists that changed since all were made. */
  const changed = new Map<number, Uint32Array>();
  const of = (key: number): Uint32Array =>
    changed.get(key) ?? (key + 1 < starts.length ? listed.subarray(starts[key], starts[key + 1]) : NONE);
  const strongestFirst = (a: number, b: number): number => rows.strengthAt(b) - rows.strengthAt(a) || rows.before(a, b);
  return {
    of,
    settle: (keys, isKept) => {
      changed.clear();
      const byStrength = inStrengthOrder(rows, isKept);
      starts = new Uint32Array(keys + 1);
      for (const row of byStrength) starts[rows.keyAt(row) + 1] = (starts[rows.keyAt(row) + 1] ?? 0) + 1;
      for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
      const next = starts.slice();
      listed = new Uint32Array(byStrength.length);
      for (const row of byStrength) {
        const key = rows.keyAt(row);
        const place = next[key] ?? 0;
        listed[place] = row;
        next[key] = place + 1;
      }
    },
    extend: (from) => {
      const added = new Map<number, number[]>();
      for (let row = from; row < rows.length(); row++) {
        const key = rows.keyAt(row);
        const known = added.get(key);
        if (known === undefined) added.set(key, [row]);
        else known.push(row);
      }
      for (const [key, more] of added) changed.set(key, merged(of(key), more.sort(strongestFirst), strongestFirst));
    },
  };
}

/** A counting sort: strengths are some forty values, rows may be millions. Rows of the same strength stay in the order of their numbers. */
function inStrengthOrder(rows: PostedRows, isKept: (row: number) => boolean): Uint32Array {
  const strengths: number[] = [];
  const counts: number[] = [];
  const classes = new Map<number, number>();
  // What is said of a software comes phrase by phrase: most rows have the strength of the row before.
  let [last, lastClass] = [Number.NaN, 0];
  const classOf = (strength: number): number => {
    if (strength === last) return lastClass;
    const known = classes.get(strength) ?? strengths.push(strength) - 1;
    classes.set(strength, known);
    [last, lastClass] = [strength, known];
    return known;
  };
  for (let row = 0; row < rows.length(); row++) {
    if (!isKept(row)) continue;
    const each = classOf(rows.strengthAt(row));
    counts[each] = (counts[each] ?? 0) + 1;
  }
  const next: number[] = [];
  let kept = 0;
  for (const each of [...strengths.keys()].sort((a, b) => (strengths[b] ?? 0) - (strengths[a] ?? 0))) {
    next[each] = kept;
    kept += counts[each] ?? 0;
  }
  const ordered = new Uint32Array(kept);
  for (let row = 0; row < rows.length(); row++) {
    if (!isKept(row)) continue;
    const each = classOf(rows.strengthAt(row));
    const place = next[each] ?? 0;
    ordered[place] = row;
    next[each] = place + 1;
  }
  return ordered;
}

/** Few rows enter a list that may be long: it is copied by pieces between the places where they go. */
function merged(list: Uint32Array, added: readonly number[], order: (a: number, b: number) => number): Uint32Array {
  const all = new Uint32Array(list.length + added.length);
  let copied = 0;
  for (const [before, row] of added.entries()) {
    const place = placeOf(list, row, copied, order);
    all.set(list.subarray(copied, place), copied + before);
    all[place + before] = row;
    copied = place;
  }
  all.set(list.subarray(copied), copied + added.length);
  return all;
}

function placeOf(list: Uint32Array, row: number, from: number, order: (a: number, b: number) => number): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] ?? 0, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
