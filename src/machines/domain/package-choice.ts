import { LONGEST_NAME, type MappingRules, type NamedPackage, type Verdict, verdictOf } from "./mapping.ts";

/** What an authority itself said of packages, by `nameKeyOf`. */
export type PackageChoices = ReadonlyMap<string, Verdict>;

/**
 * The name under which an authority's choice is remembered: without case, versions in figures and architecture, so that the next
 * version is known too. « LibreOffice 24.8.4.2 » and « LibreOffice 25.2.1 » are one.
 */
export function nameKeyOf(name: string): string {
  const words = name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && !VERSION.test(word) && !ARCHITECTURES.has(word.replace(/[()[\],]/g, "")));
  return words.join(" ").slice(0, LONGEST_NAME) || name.trim().toLowerCase().slice(0, LONGEST_NAME);
}

/** Figures with a point between them, as 5.09, v2.3.8-I001 or (24.08). */
const VERSION = /^[(v]{0,2}\d{1,9}\.\d[^\s]*$/;
const ARCHITECTURES: ReadonlySet<string> = new Set([
  "x64",
  "x86",
  "x86_64",
  "amd64",
  "64-bit",
  "32-bit",
  "64bit",
  "32bit",
  "64",
  "bits",
  "-",
]);

/** The authority's own word first, then the rules. */
export function verdictFor(pkg: NamedPackage, rules: MappingRules, choices: PackageChoices): Verdict {
  if (choices.size === 0) return verdictOf(pkg, rules);
  return choices.get(nameKeyOf(pkg.name)) ?? verdictOf(pkg, rules);
}
