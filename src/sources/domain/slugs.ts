const LONGEST = 60;

/** The address of a software of this name: « Démarches simplifiées » is « demarches-simplifiees ». Never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\+/g, "-plus-")
    .replace(/#/g, "-sharp-")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "logiciel" : slug;
}

/** Addresses under /catalogue that are pages of ours. */
const RESERVED = new Set([
  ...["sources", "doublons", "imports", "fonctions", "suggestions", "recherches-sans-reponse"],
  ...["nouveau", "nos-corrections", "comparer"],
]);

/** Beyond, a file has thousands of one name: each is no longer looked at in turn. */
const FEW = 32;

/** « grr », « grr-2 », « grr-3 »…: the first that is not taken, or where many are, one of the first. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const base = slugOf(name);
  const numbered = (number: number): string => (number === 1 ? base : `${base}-${number}`);
  const isFree = (number: number): boolean => !RESERVED.has(numbered(number)) && !isTaken(numbered(number));
  for (let number = 1; number <= FEW; number += 1) if (isFree(number)) return numbered(number);
  let [taken, free] = [FEW, FEW * 2];
  while (!isFree(free)) [taken, free] = [free, free * 2];
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (isFree(middle)) free = middle;
    else taken = middle;
  }
  return numbered(free);
}
