/** What can be known of YAML text before it is parsed: the parser takes minutes, and gigabytes, for some files of one megabyte. */

const DEEPEST = 50;
/** Lines, commas, quotes and other signs of structure. Real files have some hundreds. */
const MOST_MARKS = 10_000;
const MARKS = new Set("\n\r,:\"'&!*#%[]{}\\");

export type YamlFault = { readonly kind: "too-deep" | "too-many-values"; readonly position: number };

/**
 * Counts too much rather than too little: brackets in prose count too. Three things nest: brackets, columns, and the signs « - », « ? »
 * and « : » one after another on one line.
 */
export function faultOfYaml(text: string): YamlFault | undefined {
  const columns: number[] = [];
  let [brackets, run, marks, lineStart, started] = [0, 0, 0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (MARKS.has(sign)) marks++;
    if (sign === "\n") {
      [run, lineStart, started] = [0, at + 1, false];
      continue;
    }
    if (/\s/.test(sign)) continue;
    if (!started) {
      started = true;
      while ((columns.at(-1) ?? -1) >= at - lineStart) columns.pop();
      columns.push(at - lineStart);
    }
    if (sign === "[" || sign === "{") brackets++;
    else if (sign === "]" || sign === "}") brackets = Math.max(0, brackets - 1);
    if (isIndicator(text, at)) run++;
    if (columns.length + brackets + run > DEEPEST) return { kind: "too-deep", position: at };
    if (marks > MOST_MARKS) return { kind: "too-many-values", position: at };
  }
  return marks > MOST_MARKS ? { kind: "too-many-values", position: text.length } : undefined;
}

/** A sign of structure stands before white space, and after it or at the beginning. « : » after a word is only a key. */
function isIndicator(text: string, at: number): boolean {
  const sign = text[at];
  return (sign === "-" || sign === "?" || sign === ":") && isSpace(text[at + 1]) && isSpace(text[at - 1]);
}

function isSpace(sign: string | undefined): boolean {
  return sign === undefined || /\s/.test(sign);
}
