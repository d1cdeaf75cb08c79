/** Single typing errors between two words: a letter too many, missing, changed, or two neighbours swapped (optimal string alignment). */
export function typingErrors(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** From 0 to 1; 0 when there are more errors than a word of this length forgives. */
export function likeness(typed: string, known: string): number {
  const length = Math.max(typed.length, known.length);
  const forgiven = length <= 3 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3;
  const errors = typingErrors(typed, known);
  return errors > forgiven ? 0 : 1 - errors / length;
}
