import type { Language } from "#src/kernel/language.ts";
import type { AssetUrls } from "./assets.ts";

export type NavItem = {
  href: string;
  label: string;
  /** Unless given: the page's path is this one, or under it. */
  current?: boolean | undefined;
  /** Addresses of pages that belong here and lie elsewhere: also for what is under them. */
  also?: readonly string[] | undefined;
  /** Shown beneath while the page is among them. */
  parts?: readonly NavItem[] | undefined;
};

/** What is the same on every page of one request: made once per request, given to each `Page`. */
export type Shell = {
  assets: AssetUrls;
  language: Language;
  /** Of the page itself, with its query: where the language switch comes back to. */
  path: string;
  /** Absent: signed out, or a page of the whole instance. `arms`: the address of the authority's arms, from our own site. */
  authority?: { name: string; isDemo: boolean; arms?: string | undefined } | undefined;
  nav?: readonly NavItem[] | undefined;
  /** Absent: signed out. */
  person?: { name: string; href?: string | undefined } | undefined;
  notifications?: number | undefined;
  /** For those who belong to several authorities. */
  switchHref?: string | undefined;
  version?: string | undefined;
  sourceHref?: string | undefined;
};

/** « / » is current only when it is the page; the others also for what is under them. */
export function isCurrent(item: NavItem, path: string): boolean {
  const end = path.search(/[?#]/);
  return holds(item, end === -1 ? path : path.slice(0, end));
}

function holds({ href, also, parts, current }: NavItem, here: string): boolean {
  return (
    current ??
    (isUnder(href, here) || also?.some((each) => isUnder(each, here)) === true || parts?.some((part) => holds(part, here)) === true)
  );
}

function isUnder(href: string, here: string): boolean {
  return here.startsWith(href) && (here.length === href.length || (href !== "/" && here[href.length] === "/"));
}

/** Of items whose addresses may lie one under the other (« /parc », « /parc/contrats »), the one that holds the page closest. */
export function closest(items: readonly NavItem[], path: string): NavItem | undefined {
  return items.filter((item) => isCurrent(item, path)).sort((one, other) => other.href.length - one.href.length)[0];
}
