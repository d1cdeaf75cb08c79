import type { JSX } from "hono/jsx/jsx-runtime";

/** The HTML of a component, for tests. */
export async function htmlOf(element: JSX.Element | null): Promise<string> {
  return element === null ? "" : String(await element.toString());
}

/** The tags and attribute names of a text of HTML, in order: what a string from outside must never change. */
export function structureOf(html: string): string[] {
  const found: string[] = [];
  for (const [, tag = "", attributes = ""] of html.matchAll(/<(\/?[a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const names = [...attributes.matchAll(/\s([\w:-]+)(?:="[^"]*")?/g)].map((match) => match[1] ?? "");
    found.push([tag, ...names].join(" "));
  }
  return found;
}

/** The opening tag that has this attribute and value. */
export function tagWith(html: string, attribute: string): string {
  return [...html.matchAll(/<[a-zA-Z][^>]*>/g)].map((match) => match[0]).find((tag) => tag.includes(attribute)) ?? "";
}
