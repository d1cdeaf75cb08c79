import { foldedName } from "./folded-name.ts";
import type { ImportWords } from "./import-line.ts";

/** Cells are read as they come, and mostly say little. */
const MOST_NAMED = 60;

/** The one of several things that a cell names. Undefined: none of them. */
export function among<K extends string>(text: string, sayings: Readonly<Record<K, readonly string[]>>): K | undefined {
  if (text.length > 300) return undefined;
  const folded = foldedName(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (Object.keys(sayings) as K[]).find((key) => sayings[key].includes(folded));
}

/** The same; null when the cell says nothing, or that nobody knows. */
export function oneOf<K extends string>(text: string, sayings: Readonly<Record<K, readonly string[]>>): K | null | undefined {
  return text === "" || text === "?" ? null : among(text, sayings);
}

/** All that a cell names, each once: one name whole, or several set apart by | ; , or a new line. Undefined when one is not understood. */
export function severalOf<K extends string>(text: string, sayings: Readonly<Record<K, readonly string[]>>): readonly K[] | undefined {
  const whole = oneOf(text, sayings);
  if (whole !== undefined) return whole === null ? [] : [whole];
  const bars = text.split("|").map((part) => part.trim());
  const parts = bars.every((part) => among(part, sayings) !== undefined) ? bars : text.split(/[|;,\n]/).map((part) => part.trim());
  const named = parts.filter((part) => part !== "");
  if (named.length > MOST_NAMED) return undefined;
  const found = named.map((part) => among(part, sayings));
  return found.every((key) => key !== undefined) ? [...new Set(found)] : undefined;
}

export function usersIn(text: string, max: number): number | null | undefined {
  const digits = text.replace(/\s/g, "");
  if (digits === "") return null;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= max ? Number(digits) : undefined;
}

export function freeIn(text: string, words: Pick<ImportWords, "yes" | "no">): boolean | null | undefined {
  const folded = foldedName(text.slice(0, 100));
  if (folded === "" || folded === "?") return null;
  if (words.yes.includes(folded)) return true;
  return words.no.includes(folded) ? false : undefined;
}
