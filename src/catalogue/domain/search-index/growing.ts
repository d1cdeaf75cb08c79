/** Columns of numbers begin with this room, in rows. */
export const FIRST_ROOM = 1_024;

/** The room that a column takes when it is full. */
export function roomFor(rows: number): number {
  return Math.ceil(rows * 1.5);
}

/** The same column with more room. */
export function grown<T extends Uint32Array | Uint8Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
