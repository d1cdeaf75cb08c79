/**
 * More than thirty combining marks on one letter: no language writes so (Unicode, UAX 15, « stream-safe text »).
 * Trap: putting them in order takes a time that grows with the square of their number; two million hold a server for minutes.
 */
const PILED = /\p{M}{31}/u;

export function hasPiledMarks(text: string): boolean {
  return PILED.test(text);
}
