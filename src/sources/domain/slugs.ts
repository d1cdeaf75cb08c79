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

/** The first of « grr », « grr-2 », « grr-3 »… that is not taken. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const base = slugOf(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!RESERVED.has(slug) && !isTaken(slug)) return slug;
  }
}
