import { Document } from "yaml";
import { dayOf } from "#src/kernel/dates.ts";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import type { Software } from "./domain/software.ts";
import { exportTexts } from "./publiccode-texts.ts";

/** Of the standard publiccode.yml (yml.publiccode.tools), the version whose rules are followed here. */
const VERSION = "0.5.0";
const SHORTEST = { longDescription: 150 } as const;
const LONGEST = { shortDescription: 150, longDescription: 10_000 } as const;

/** The fields that the standard asks for, each by its path; of those under a language, one language is enough. */
const MANDATORY = [
  "url",
  "platforms",
  "categories",
  "developmentStatus",
  "softwareType",
  "description",
  "description/[lang]/longDescription",
  "description/[lang]/features",
  "legal/license",
  "maintenance/type",
  "localisation/localisationReady",
  "localisation/availableLanguages",
] as const;

/** What the authority that exports says itself: written on the first lines, for whoever maintains the software upstream. */
export type OwnPart = { readonly by: string; readonly fields: readonly string[]; readonly reason: string };

/** Where the file says each fact of the catalogue. What is not here has no place in the standard. */
const PATHS: Readonly<Record<string, string>> = {
  name: "name",
  licence: "legal/license",
  descriptionFr: "description/fr/shortDescription",
  descriptionEn: "description/en/shortDescription",
  categories: "categories",
  website: "landingURL",
  repository: "url",
  terms: "description/fr/features",
};

/** The format describes published code: what is known to be proprietary has no such file. */
export function isPublishable({ free }: Software): boolean {
  return free !== false;
}

/** One software as a publiccode.yml: what is known of it, and in its first lines what is not, and what the authority says itself. */
export function publiccodeOf(software: Software, language: Language, now: Date, own?: OwnPart): string {
  const content = contentOf(software);
  // Words that YAML 1.1 takes for something else (« no », « 1e3 ») are quoted: many readers still speak it.
  const document = new Document(content, { compat: "yaml-1.1" });
  document.commentBefore = [...commentOf(software, missingIn(content), language, now), ...commentOfOwn(software, content, own, language)]
    .map((line) => ` ${line.replace(/[\p{Cc}\u2028\u2029]/gu, " ")}`)
    .join("\n");
  return document.toString({ lineWidth: 0 });
}

/** Several in one stream of YAML documents. What is proprietary is left out, and counted in the first lines. */
export function publiccodeStream(
  software: readonly Software[],
  language: Language,
  now: Date,
  ownOf: (slug: string) => OwnPart | undefined = () => undefined,
): string {
  const published = software.filter(isPublishable);
  const leftOut = software.length - published.length;
  const head = leftOut === 0 ? "" : `# ${exportTexts(language).leftOut(leftOut)}\n`;
  return `${head}${published.map((each) => `---\n${publiccodeOf(each, language, now, ownOf(each.slug))}`).join("")}`;
}

type Content = Readonly<Record<string, unknown>>;

function contentOf(software: Software): Content {
  const { name, repository, website, platforms, categories, archived, licence } = software;
  const description = Object.fromEntries(LANGUAGES.flatMap((language) => describedIn(software, language)));
  return {
    publiccodeYmlVersion: VERSION,
    name,
    ...(repository === null ? {} : { url: repository }),
    ...(website === null ? {} : { landingURL: website }),
    ...(platforms.length === 0 ? {} : { platforms }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(archived ? { developmentStatus: "obsolete" } : {}),
    ...(Object.keys(description).length === 0 ? {} : { description }),
    ...(licence === null ? {} : { legal: { license: licence } }),
    ...(archived ? { maintenance: { type: "none" } } : {}),
  };
}

/** The business words of the catalogue are French. */
function describedIn({ description, terms }: Software, language: Language): readonly [Language, Content][] {
  const text = description[language];
  if (text === "") return [];
  const long = text.length >= SHORTEST.longDescription ? { longDescription: text.slice(0, LONGEST.longDescription).toWellFormed() } : {};
  const features = language === "fr" && terms.length > 0 ? { features: terms } : {};
  return [[language, { shortDescription: shortened(text), ...long, ...features }]];
}

/** A sentence that is too long is cut after a word. */
function shortened(text: string): string {
  if (text.length <= LONGEST.shortDescription) return text;
  return `${text
    .slice(0, LONGEST.shortDescription - 1)
    .toWellFormed()
    .replace(/\s+\S*$/, "")}…`;
}

function missingIn(content: Content): readonly string[] {
  return MANDATORY.filter((path) => !hasPath(content, path.split("/")));
}

function hasPath(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== undefined;
  if (typeof value !== "object" || value === null) return false;
  if (key === "[lang]") return Object.values(value).some((each) => hasPath(each, rest));
  return Object.hasOwn(value, key) && hasPath((value as Content)[key], rest);
}

function commentOf(
  { licence, licenceSaid, provenance }: Software,
  missing: readonly string[],
  language: Language,
  now: Date,
): readonly string[] {
  const t = exportTexts(language);
  const sources = [...new Set(Object.values(provenance))].sort();
  return [
    t.written(dayOf(now)),
    ...(missing.length === 0 ? [t.complete] : [t.incomplete, ...missing.map((path) => `- ${path}`)]),
    ...(licence !== null && licenceSaid !== null ? [t.guess(licenceSaid)] : []),
    ...(sources.length === 0 ? [] : [t.sources(sources.join(", "))]),
  ];
}

/** Which lines are the authority's, why, and what it says that the standard has no place for. */
function commentOfOwn(software: Software, content: Content, own: OwnPart | undefined, language: Language): readonly string[] {
  if (own === undefined) return [];
  const t = exportTexts(language);
  const paths = own.fields.flatMap((field) => PATHS[field] ?? []).filter((path) => hasPath(content, path.split("/")));
  const elsewhere = own.fields.flatMap((field): string[] => {
    const label = t.elsewhere[field];
    const value = software[field as keyof Software];
    const said = Array.isArray(value) ? value.join(", ") : value;
    return label === undefined || typeof said !== "string" || said === "" ? [] : [t.otherFact(label, said)];
  });
  return [t.own(own.by), ...paths.map((path) => `* ${path}`), ...elsewhere, t.reason(own.reason)];
}
