import { globOf, isGlob } from "./glob.ts";
import { familyOf, type PackageFamily } from "./package-family.ts";
import { type PrefixTree, plant, prefixTree, visitPrefixes } from "./prefix-tree.ts";

/** A package as a machine names it. */
export type NamedPackage = { readonly name: string; readonly publisher: string; readonly origin: string };

/** What a package is: a software of the catalogue, a library or a part of something else, or nothing that we know. */
export type Verdict =
  | { readonly verdict: "software"; readonly slug: string }
  | { readonly verdict: "part" }
  | { readonly verdict: "unknown" };

export type MappingRule = {
  readonly family: PackageFamily;
  /** A whole name, or a pattern in which « * » stands for any text. Case does not count. */
  readonly pattern: string;
  /** A pattern too: the rule holds for the packages of this publisher alone. */
  readonly vendor?: string | undefined;
  readonly verdict: "software" | "part";
  readonly slug?: string | undefined;
};

type Compiled = {
  readonly rule: MappingRule;
  readonly answer: Verdict;
  readonly name: ((text: string) => boolean) | undefined;
  readonly vendor: ((text: string) => boolean) | undefined;
  /** How precise: the written characters of the pattern and of the vendor. */
  readonly weight: number;
};
type FamilyRules = {
  readonly exact: Map<string, Compiled[]>;
  /** Patterns by the text before their first « * ». */
  readonly starting: PrefixTree<Compiled>;
  /** Patterns that begin with « * », by the text after their last one, backwards. */
  readonly ending: PrefixTree<Compiled>;
  /** Patterns that begin and end with « * », the most precise first. */
  readonly inside: Compiled[];
};
/** Rules made ready: reading a package costs a few look-ups, whatever their number. */
export type MappingRules = { readonly families: ReadonlyMap<PackageFamily, FamilyRules>; readonly count: number };

/** Longer names are no names: they are unknown, unread. */
export const LONGEST_NAME = 300;
const UNKNOWN: Verdict = { verdict: "unknown" };
const PART: Verdict = { verdict: "part" };

export function compileRules(rules: readonly MappingRule[]): MappingRules {
  const families = new Map<PackageFamily, FamilyRules>();
  for (const rule of rules) {
    const family = families.get(rule.family) ?? { exact: new Map(), starting: prefixTree(), ending: prefixTree(), inside: [] };
    families.set(rule.family, family);
    place(family, compiled(rule));
  }
  for (const { exact, inside } of families.values())
    for (const list of [...exact.values(), inside]) list.sort((a, b) => b.weight - a.weight);
  return { families, count: rules.length };
}

function compiled(rule: MappingRule): Compiled {
  const pattern = rule.pattern.toLowerCase();
  const vendor = rule.vendor?.toLowerCase();
  return {
    rule,
    answer: rule.verdict === "software" && rule.slug !== undefined ? { verdict: "software", slug: rule.slug } : PART,
    name: isGlob(pattern) ? globOf(pattern) : undefined,
    vendor: vendor === undefined ? undefined : globOf(vendor),
    weight: pattern.replaceAll("*", "").length + (vendor?.replaceAll("*", "").length ?? 0) + (rule.verdict === "software" ? 0.5 : 0),
  };
}

function place({ exact, starting, ending, inside }: FamilyRules, rule: Compiled): void {
  const pattern = rule.rule.pattern.toLowerCase();
  if (rule.name === undefined) exact.set(pattern, [...(exact.get(pattern) ?? []), rule]);
  else if (!pattern.startsWith("*")) plant(starting, pattern.slice(0, pattern.indexOf("*")), rule);
  else if (pattern.endsWith("*")) inside.push(rule);
  else plant(ending, [...pattern.slice(pattern.lastIndexOf("*") + 1)].reverse().join(""), rule);
}

/** A whole name goes before a pattern; of two patterns, the more precise. */
export function verdictOf(pkg: NamedPackage, rules: MappingRules): Verdict {
  return ruleFor(pkg, rules)?.answer ?? UNKNOWN;
}

/** The rule that decides, for who reads or tests the rules. */
export function decidingRule(pkg: NamedPackage, rules: MappingRules): MappingRule | undefined {
  return ruleFor(pkg, rules)?.rule;
}

function ruleFor({ name: said, publisher, origin }: NamedPackage, { families }: MappingRules): Compiled | undefined {
  if (said.length > LONGEST_NAME) return undefined;
  const family = families.get(familyOf(origin));
  if (family === undefined) return undefined;
  const name = said.trim().toLowerCase();
  let best: Compiled | undefined;
  const visit = (rules: readonly Compiled[]): void => {
    for (const rule of rules) if ((best === undefined || rule.weight > best.weight) && holds(rule, name, publisher)) best = rule;
  };
  visit(family.exact.get(name) ?? NONE);
  if (best !== undefined || name === "") return best;
  visitPrefixes(family.starting, name, false, visit);
  visitPrefixes(family.ending, name, true, visit);
  visit(family.inside);
  return best;
}

const NONE: readonly Compiled[] = [];

function holds({ name: matches, vendor }: Compiled, name: string, publisher: string): boolean {
  if (matches !== undefined && !matches(name)) return false;
  return vendor === undefined || vendor(publisher.slice(0, LONGEST_NAME).trim().toLowerCase());
}
