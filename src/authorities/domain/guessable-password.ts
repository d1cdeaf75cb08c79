/** What people put first into a long password, and so what is tried first: the product, the place, the keyboard, the season. Folded. */
const TRIED_FIRST: readonly string[] = [
  "intercommunalite",
  "administrateur",
  "administrator",
  "abcdefghijkl",
  "collectivite",
  "departement",
  "qwertyuiop",
  "azertyuiop",
  "changezmoi",
  "motdepasse",
  "qsdfghjklm",
  "asdfghjkl",
  "bienvenue",
  "printemps",
  "superuser",
  "changeme",
  "commune",
  "iloveyou",
  "letmein",
  "login",
  "passwort",
  "password",
  "passwd",
  "trustno",
  "utilisateur",
  "welcome",
  "automne",
  "azerty",
  "beffroi",
  "bonjour",
  "dragon",
  "france",
  "jetaime",
  "mairie",
  "monkey",
  "qwerty",
  "qwertz",
  "region",
  "secret",
  "soleil",
  "doudou",
  "loulou",
  "admin",
  "chouchou",
  "hiver",
  "agent",
  "ville",
  "root",
  "test",
  "user",
  "ete",
].toSorted((a, b) => b.length - a.length);

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const LONGEST_PIECE = 6;
/** Letters that must be left once the well-known words are taken away. */
const FEWEST_LEFT = 4;
/** Of the steps from one character to the next: a sequence with one stumble is a sequence. */
const MOSTLY = 0.8;

/** Whether a password is among those that anybody would try first. Long enough and not this: it is accepted, whatever it is made of. */
export function isGuessable(password: string): boolean {
  const folded = password.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return isRepeated(folded) || isSequence(folded) || isOfKnownWords(folded);
}

/** « abcabcabcabc », « aaaaaaaaaaaa »: one short piece again and again, the last one cut or not. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= LONGEST_PIECE; size += 1) {
    const piece = text.slice(0, size);
    if (piece.repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}

/** « 123456789012 », « zyxwvutsrqpo »: each character follows the one before, or precedes it. */
function isSequence(text: string): boolean {
  const codes = [...text].map((each) => each.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  const regular = steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length;
  return regular >= steps.length * MOSTLY;
}

/** « Mairie2026!! », « P@ssw0rd1234 »: well-known words, and hardly a letter beside. */
function isOfKnownWords(text: string): boolean {
  const letters = [...text].map((each) => LOOK_ALIKE[each] ?? each).join("");
  return [text, letters].some((written) => {
    const spelt = written.replace(/\P{L}/gu, "");
    const left = TRIED_FIRST.reduce((rest, word) => rest.replaceAll(word, ""), spelt);
    return left !== spelt && left.length < FEWEST_LEFT;
  });
}
