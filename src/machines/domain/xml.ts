/** An element: its text, or its children by name in lower case, those of one name in a list. */
export type XmlValue = string | XmlChildren;
export type XmlChildren = { [name: string]: XmlValue | XmlValue[] };
export type XmlRefusal = "broken" | "document-type";

type Open = { readonly name: string; children: XmlChildren | undefined; text: string };

const DEEPEST = 40;

/**
 * The XML that agents write: elements, text, CDATA, comments, the five entities of XML and characters by their number. Attributes are
 * passed over. What declares a document type is refused, so no entity ever expands into another. Strict where it matters: what is cut
 * short, or closed in another order, is broken.
 */
export function readXml(text: string): { readonly root: XmlChildren } | { readonly refusal: XmlRefusal } {
  const root: Open = { name: "", children: undefined, text: "" };
  const open: Open[] = [root];
  /** A document has some hundred different tags, written thousands of times. */
  const tags = new Map<string, Tag>();
  let position = 0;
  for (;;) {
    const inside = open[open.length - 1] as Open;
    const tag = text.indexOf("<", position);
    const plain = text.slice(position, tag < 0 ? undefined : tag);
    if (plain.trim() !== "") {
      if (inside === root) return { refusal: "broken" };
      inside.text += decoded(plain);
    }
    if (tag < 0) break;
    const special = specialAt(text, tag);
    if (special !== undefined) {
      if (special.end < 0) return { refusal: special.kind === "declaration" ? "document-type" : "broken" };
      if (special.kind === "cdata") inside.text += text.slice(tag + 9, special.end - 3);
      position = special.end;
      continue;
    }
    let end = text.indexOf(">", tag);
    const written = text.slice(tag + 1, end);
    let known = end < 0 ? undefined : tags.get(written);
    if (known === undefined) {
      end = endOfTag(text, tag);
      known = end < 0 ? undefined : tagOf(text.slice(tag + 1, end));
      if (known === undefined) return { refusal: "broken" };
      tags.set(text.slice(tag + 1, end), known);
    }
    position = end + 1;
    if (known.kind === "close") {
      if (inside === root || known.name !== inside.name) return { refusal: "broken" };
      open.pop();
      add(open[open.length - 1] as Open, inside.name, inside.children ?? inside.text.trim());
    } else if (known.kind === "alone") add(inside, known.name, "");
    else if (open.push({ name: known.name, children: undefined, text: "" }) > DEEPEST) return { refusal: "broken" };
  }
  return open.length === 1 && root.children !== undefined ? { root: root.children } : { refusal: "broken" };
}

type Tag = { readonly kind: "open" | "close" | "alone"; readonly name: string };

/** What stands between « < » and « > ». Undefined: no tag. */
function tagOf(written: string): Tag | undefined {
  const close = written.startsWith("/");
  const name = /^[^\s/]*/.exec(close ? written.slice(1) : written)?.[0].toLowerCase() ?? "";
  if (!NAME.test(name)) return undefined;
  return { kind: close ? "close" : written.endsWith("/") ? "alone" : "open", name };
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.:-]{0,99}$/u;

type Special = { readonly kind: "comment" | "cdata" | "instruction" | "declaration"; readonly end: number };

/** Comments, CDATA and instructions, and where they end. Undefined: a tag. */
function specialAt(text: string, tag: number): Special | undefined {
  const after = (mark: string, from: number): number => {
    const at = text.indexOf(mark, from);
    return at < 0 ? -1 : at + mark.length;
  };
  if (text[tag + 1] === "?") return { kind: "instruction", end: after("?>", tag) };
  if (text[tag + 1] !== "!") return undefined;
  if (text.startsWith("<!--", tag)) return { kind: "comment", end: after("-->", tag + 4) };
  if (text.startsWith("<![CDATA[", tag)) return { kind: "cdata", end: after("]]>", tag + 9) };
  return { kind: "declaration", end: -1 };
}

/** A value in quotes may hold what would close the tag. */
function endOfTag(text: string, tag: number): number {
  const end = text.indexOf(">", tag);
  const quote = text.slice(tag, end < 0 ? undefined : end).search(/["']/);
  if (end < 0 || quote < 0) return end;
  for (let at = tag + quote; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === ">") return at;
    if (mark === '"' || mark === "'") {
      at = text.indexOf(mark, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function add(parent: Open, name: string, value: XmlValue): void {
  // Without a prototype: no name means more than itself.
  parent.children ??= Object.create(null) as XmlChildren;
  const there = parent.children[name];
  if (there === undefined) parent.children[name] = value;
  else if (Array.isArray(there)) there.push(value);
  else parent.children[name] = [there, value];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** An entity that XML does not know stays as it is written. */
function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
