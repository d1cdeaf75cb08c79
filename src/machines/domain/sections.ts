import { cleanText } from "./clean-text.ts";

/** A section of an inventory, with its field names in lower case. */
export type Section = Readonly<Record<string, unknown>>;

export function isSection(value: unknown): value is Section {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The section of this name; the first one where several came. Undefined: not sent. */
export function sectionOf(content: Section, name: string): Section | undefined {
  const found = listOf(content[name])?.[0];
  return isSection(found) ? found : undefined;
}

/** XML writes one element where many are expected: it is a list of one. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return Array.isArray(value) ? value : [value];
}

/** The first field that says something. */
export function firstText(section: Section | undefined, names: readonly string[], longest: number): string {
  for (const name of names) {
    const text = cleanText(section?.[name], longest);
    if (text !== "") return text;
  }
  return "";
}
