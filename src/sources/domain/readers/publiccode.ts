import { type Fields, fieldOf, isFields, LONGEST, lineOf, linesOf, namedBy, type Warn, wikidataOf } from "../facts.ts";
import type { Reading, SkippedRecord, SourceRecord } from "../source-record.ts";
import { bareRecord, type EarlyWarning, warnOnce } from "./entries.ts";
import { addressIn, linesIn, organisationsIn, proseIn } from "./fact-fields.ts";

/** Words for the platforms that the catalogue knows. */
const PLATFORM: Readonly<Record<string, string>> = {
  ...{ web: "web", windows: "windows", mac: "mac", macos: "mac", osx: "mac", linux: "linux", android: "android", ios: "ios" },
};
/** What is in every file of this format, of any version, or nearly. */
const MARKS = ["publiccodeYmlVersion", "publiccode-yaml-version", "softwareType", "developmentStatus", "legal", "description"];

/** One publiccode.yml, of versions 0.2 to 0.7. What is missing or wrong is left out and said; a name, or an address that gives one, is enough. */
export function readPubliccode(content: unknown, where: string): Reading {
  const skipped = (reason: SkippedRecord["reason"], name: string | null = null): Reading => ({
    ...NOTHING,
    skipped: [{ where, name, reason }],
  });
  if (!isFields(content)) return skipped({ kind: "not-an-object" });
  if (!MARKS.some((mark) => Object.hasOwn(content, mark))) return skipped({ kind: "not-this-format" });
  const stated = namedBy(fieldOf(content, "name"));
  const named = stated.kind === "no-name" ? namedBy(nameInAddress(lineOf(fieldOf(content, "url")))) : stated;
  if (named.kind !== "name") return skipped({ kind: named.kind });
  const warnings: EarlyWarning[] = [];
  const warn = warnOnce(where, named.name, warnings);
  if (stated.kind === "no-name") warn("name", "missing");
  if (named.cut) warn("name", "cut");
  const record = read(content, named.name, warn);
  return { ...NOTHING, records: [record], warnings: warnings.map((warning) => ({ ...warning, key: record.key })) };
}

const NOTHING: Reading = { records: [], products: [], skipped: [], warnings: [] };

/** « https://github.com/etalab/udata.git » → « udata ». */
function nameInAddress(address: string | null): string | null {
  return /^https?:\/\/[^/]+\/(?:.*\/)?([^/?#]+?)(?:\.git)?\/?$/i.exec((address ?? "").slice(0, LONGEST.address))?.[1] ?? null;
}

function read(fields: Fields, name: string, warn: Warn): SourceRecord {
  const [legal, maintenance] = [fieldOf(fields, "legal"), fieldOf(fields, "maintenance")];
  const { fr, en } = descriptionsIn(fields);
  if (fr === undefined && en === undefined) warn("description", "no-known-language");
  const repository = addressIn(fields, "url", warn);
  const licences = linesIn(legal, "license", (_, problem) => warn("legal.license", problem), LONGEST.licence);
  if (licences.length === 0) warn("legal.license", "missing");
  return {
    ...bareRecord(repository === null ? name : keyOfAddress(repository), name),
    aliases: otherNames(name, [fieldOf(fr, "localisedName"), fieldOf(en, "localisedName")]),
    publisher: shortName(fieldOf(fieldOf(fields, "organisation"), "name")) ?? shortName(fieldOf(legal, "repoOwner")),
    licences,
    descriptionFr: proseIn(fr, "shortDescription", warn),
    descriptionEn: proseIn(en, "shortDescription", warn),
    categories: categories(fields, warn),
    terms: terms([fr, en]),
    website: addressIn(fields, "landingURL", warn),
    repository,
    platforms: platforms(fields, warn),
    wikidata: wikidataOf(fieldOf(fields, "wikidata")),
    archived: lineOf(fieldOf(fields, "developmentStatus"))?.toLowerCase() === "obsolete",
    partOf: wholeOf(fields, name),
    users: organisationsIn(fields, "usedBy", warn, (each, note) => {
      // Some write an object; its address is that of their use, not of the organisation.
      return { name: fieldOf(each, "name"), website: null, page: addressIn(each, "url", note) };
    }),
    providers: organisationsIn(maintenance, "contractors", warn, (each, note) => {
      return { name: fieldOf(each, "name"), website: addressIn(each, "website", note), page: null };
    }),
  };
}

/** Addresses of one repository differ by capitals, by « .git » and by a last stroke. */
function keyOfAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}

/** Descriptions are by language: « fr », « fr-FR », « en_GB ». Other languages are nothing to us. */
function descriptionsIn(fields: Fields): { readonly fr: Fields | undefined; readonly en: Fields | undefined } {
  const description = fieldOf(fields, "description");
  const languages = isFields(description) ? Object.entries(description).slice(0, 200) : [];
  const inLanguage = (language: string): Fields | undefined =>
    languages.flatMap(([key, value]) => (key.toLowerCase().split(/[-_]/)[0] === language && isFields(value) ? [value] : []))[0];
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}

function otherNames(name: string, values: readonly unknown[]): readonly string[] {
  return linesOf(values).lines.filter((line) => line.toLowerCase() !== name.toLowerCase());
}

function shortName(value: unknown): string | null {
  const line = lineOf(value);
  return line === null || line.length > LONGEST.refusedName ? null : line;
}

/** Only what has the shape of the vocabulary's identifiers: « document-management ». */
function categories(fields: Fields, warn: Warn): readonly string[] {
  const lines = linesIn(fields, "categories", warn);
  const known = lines.filter((line) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(line));
  if (known.length < lines.length) warn("categories", "not-an-identifier");
  return known;
}

/** Generic names, and features short enough to be searched for. */
function terms(descriptions: readonly (Fields | undefined)[]): readonly string[] {
  const values = descriptions.flatMap((each) => [fieldOf(each, "genericName"), fieldOf(each, "features")].flat());
  return linesOf(values).lines;
}

function platforms(fields: Fields, warn: Warn): readonly string[] {
  const lines = linesIn(fields, "platforms", warn);
  const known = lines.map((line) => line.toLowerCase()).map((line) => (Object.hasOwn(PLATFORM, line) ? PLATFORM[line] : undefined));
  if (known.includes(undefined)) warn("platforms", "unknown");
  return [...new Set(known.flatMap((platform) => platform ?? []))];
}

/** Of an add-on alone, the suite that it states. A suite's own parts are software by themselves. */
function wholeOf(fields: Fields, name: string): string | null {
  const suite = shortName(fieldOf(fields, "applicationSuite"));
  const isAddon = lineOf(fieldOf(fields, "softwareType"))?.toLowerCase() === "addon";
  return isAddon && suite?.toLowerCase() !== name.toLowerCase() ? suite : null;
}
