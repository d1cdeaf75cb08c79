const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", "’": "'" };

/** A name as it is compared: without capitals, accents, ligatures nor doubled spaces. */
export function foldedName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæß’]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** The name most like `text`, when one is like enough to be what was meant (Dice coefficient of their pairs of letters). */
export function nearestName(text: string, names: readonly string[], likeness = 0.4): string | null {
  const wanted = pairsOf(text);
  let best: { readonly name: string | null; readonly likeness: number } = { name: null, likeness };
  for (const name of names) {
    const alike = dice(wanted, pairsOf(name));
    if (alike > best.likeness) best = { name, likeness: alike };
  }
  return best.name;
}

function pairsOf(text: string): ReadonlySet<string> {
  const folded = ` ${foldedName(text.slice(0, 200))} `;
  return new Set(Array.from({ length: folded.length - 1 }, (_, index) => folded.slice(index, index + 2)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}
