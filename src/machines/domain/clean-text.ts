/** One line of at most `longest` characters, from whatever came: no control character, no half of a character, no double space. */
export function cleanText(value: unknown, longest: number): string {
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  const short = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  const line = PLAIN.test(short) ? short.trim() : short.toWellFormed().replace(UNWANTED, " ").replace(/ {2,}/g, " ").trim();
  return line.length <= longest ? line : line.slice(0, longest).toWellFormed().trim();
}

/** Most names: nothing to do. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
/** Controls, marks of direction and the replacement of what could not be read. */
const UNWANTED = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\s]+/gu;
