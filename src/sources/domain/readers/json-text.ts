/** What can be known of JSON text without building its values. Never recursive: depth costs nothing here. */

const DEEPEST = 100;
/** Members and elements. The largest public catalogue has some 100,000. */
const MOST_VALUES = 1_000_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];

export type JsonFault = { readonly kind: "too-deep" | "too-many-values"; readonly position: number };

/** What would make the parser, or those who read what it gives, use too much stack or memory. */
export function faultOfJson(text: string): JsonFault | undefined {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (opens(code)) {
      depth++;
      values++;
    } else if (closes(code)) depth--;
    else if (code === COMMA) values++;
    if (depth > DEEPEST) return { kind: "too-deep", position: at };
    if (values > MOST_VALUES) return { kind: "too-many-values", position: at };
  }
  return undefined;
}

export type Salvaged = { readonly elements: readonly unknown[]; readonly position: number };

/**
 * Of text that is not wholly JSON (cut short, or spoilt somewhere), the elements before the break: of the list that the text is, or of
 * the first list that is a member named in `lists`. `position`: where reading stopped, in characters.
 */
export function salvageJson(text: string, lists: readonly string[]): Salvaged {
  const start = startOfList(text, lists);
  const elements: unknown[] = [];
  if (start === undefined) return { elements, position: 0 };
  for (let from = afterSpace(text, start); from < text.length; ) {
    const end = endOfElement(text, from);
    const value = end === undefined ? undefined : parsed(text.slice(from, end));
    if (end === undefined) return { elements, position: text.length };
    if (value === undefined) return { elements, position: from };
    elements.push(value.json);
    const next = afterSpace(text, end);
    if (text.charCodeAt(next) !== COMMA) return { elements, position: next };
    from = afterSpace(text, next + 1);
  }
  return { elements, position: text.length };
}

function startOfList(text: string, lists: readonly string[]): number | undefined {
  const first = afterSpace(text, 0);
  if (text[first] === "[") return first + 1;
  if (text[first] !== "{") return undefined;
  let depth = 1;
  let key = "";
  for (let at = first + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const next = afterSpace(text, end + 1);
      if (depth === 1 && text.charCodeAt(next) === COLON) key = text.slice(at + 1, end);
      at = end;
    } else if (text[at] === "[" && depth === 1 && lists.includes(key)) return at + 1;
    else if (opens(code)) depth++;
    else if (closes(code)) depth--;
  }
  return undefined;
}

/** Where an element ends: after its closing bracket, or before the comma or bracket that follows it. */
function endOfElement(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (opens(code)) depth++;
    else if (closes(code)) {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (code === COMMA && depth === 0) return at;
  }
  return undefined;
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Position of the closing quote, or of the end. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function opens(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

function closes(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}
