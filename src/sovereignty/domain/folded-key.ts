/** A name as it is compared: without capitals, accents nor spaces around. */
export function foldedKey(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
