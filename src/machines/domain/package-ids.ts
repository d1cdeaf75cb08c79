/**
 * Increasing numbers as the differences between them, seven bits a byte, the lowest first, the eighth bit saying that more follow.
 * Neighbours in the dictionary are often installed together: most take one or two bytes instead of four.
 */
export function packIds(sorted: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const id of sorted) {
    let difference = id - previous;
    previous = id;
    while (difference >= 0x80) {
      bytes.push((difference & 0x7f) | 0x80);
      difference = Math.floor(difference / 0x80);
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}

export function unpackIds(bytes: Uint8Array): readonly number[] {
  const ids: number[] = [];
  let previous = 0;
  let difference = 0;
  let weight = 1;
  for (const byte of bytes) {
    difference += (byte & 0x7f) * weight;
    if (byte >= 0x80) {
      weight *= 0x80;
      continue;
    }
    previous += difference;
    ids.push(previous);
    difference = 0;
    weight = 1;
  }
  return ids;
}

/** What came, and what left, between two lists of packages. */
export function changesBetween(
  before: readonly number[],
  after: readonly number[],
): { readonly appeared: readonly number[]; readonly disappeared: readonly number[] } {
  const [earlier, later] = [new Set(before), new Set(after)];
  return { appeared: after.filter((id) => !earlier.has(id)), disappeared: before.filter((id) => !later.has(id)) };
}
