import { addressOf, calendarDayOf, type Fields, fieldOf, isFields, LONGEST, lineOf, linesOf, listOf, type Warn } from "../facts.ts";
import type { LifecycleProduct, Reading, ReleaseCycle } from "../source-record.ts";
import { type Entry, type Outcome, readingOfProducts, takeEntries } from "./entries.ts";

/** Releases and names of one product are more numerous than other lists: 437 releases of telephones, 210 identifiers of a Java. */
const MOST = { cycles: 1000, identifiers: 500, aliases: 50 } as const;

/** The products of endoflife.date: its pages as objects (`title`, `permalink`), or its API (`name`, `label`). */
export function readEndoflife(content: unknown): Reading {
  const nameOf = (fields: unknown): unknown =>
    lineOf(fieldOf(fields, "title")) ?? lineOf(fieldOf(fields, "label")) ?? fieldOf(fields, "name");
  const marks = ["releases"];
  return readingOfProducts(takeEntries(content, { lists: ["result", "products"], marks, nameOf, keyOf: ({ product }) => product, read }));
}

function read({ fields, name, warn }: Entry): Outcome<LifecycleProduct> {
  // The permalink is the name in addresses and in the API (« linux »); the slug may be another (« linux-kernel »), and is an alias.
  const slugs = ["permalink", "slug", "name"].flatMap((key) => slugOf(fieldOf(fields, key)) ?? []);
  const product = slugs[0] ?? slugOf(name.toLowerCase().replace(/[^a-z0-9.]+/g, "-"));
  if (product === undefined || product === null) return { skip: { kind: "unreadable", detail: "no-identifier" } };
  const cycles = cyclesIn(fields, warn);
  if (cycles.length === 0) return { skip: { kind: "no-cycle" } };
  const others = [...slugs, ...["alternate_urls", "aliases"].flatMap((key) => listOf(fieldOf(fields, key))).map(slugOf)];
  const aliases = linesOf(others.filter((slug) => slug !== product)).lines.slice(0, MOST.aliases);
  const category = lineOf(fieldOf(fields, "category"));
  const identifiers = linesOf(listOf(fieldOf(fields, "identifiers")).flatMap(identifiersOf), LONGEST.address, MOST.identifiers);
  for (const problem of identifiers.problems) warn("identifiers", problem);
  return {
    made: {
      product,
      name,
      aliases,
      category: category !== null && category.length <= LONGEST.term ? category : null,
      website: addressOf(fieldOf(fields, "releasePolicyLink") ?? fieldOf(fields, "releasePolicy")).url,
      identifiers: identifiers.lines,
      cycles,
    },
  };
}

/** « /apache_hbase » → « apache_hbase ». */
function slugOf(value: unknown): string | null {
  const slug = (lineOf(value) ?? "").replace(/^\/+|\/+$/g, "");
  return /^[a-z0-9][a-z0-9._+-]{0,99}$/i.test(slug) ? slug : null;
}

/** « {"purl": "pkg:npm/x"} », or « {"type": "purl", "id": "pkg:npm/x"} », becomes « purl:pkg:npm/x ». */
function identifiersOf(value: unknown): readonly string[] {
  const [type, id] = [lineOf(fieldOf(value, "type")), lineOf(fieldOf(value, "id"))];
  if (type !== null && id !== null) return [`${type}:${id}`];
  return ["purl", "cpe", "repology"].flatMap((kind) =>
    listOf(fieldOf(value, kind)).flatMap((each) => (lineOf(each) === null ? [] : `${kind}:${lineOf(each)}`)),
  );
}

/** The first of those with one name. */
function cyclesIn(fields: Fields, warn: Warn): readonly ReleaseCycle[] {
  const cycles = new Map<string, ReleaseCycle>();
  if (listOf(fieldOf(fields, "releases")).length > MOST.cycles) warn("releases", "too-many");
  for (const value of listOf(fieldOf(fields, "releases")).slice(0, MOST.cycles)) {
    const cycle = isFields(value) ? (lineOf(fieldOf(value, "releaseCycle")) ?? lineOf(fieldOf(value, "name"))) : null;
    if (!isFields(value) || cycle === null || cycle.length > LONGEST.term) warn("releases", "no-name");
    else if (cycles.has(cycle)) warn("releases", "repeated-key");
    else cycles.set(cycle, cycleOf(cycle, value, warn));
  }
  return [...cycles.values()];
}

function cycleOf(cycle: string, value: Fields, warn: Warn): ReleaseCycle {
  const day = (...keys: readonly string[]): string | null => dayIn(value, keys, warn);
  const latest = fieldOf(value, "latest");
  const ends = day("eol", "eolFrom");
  const said = [fieldOf(value, "eol"), fieldOf(value, "isEol")].find((each) => typeof each === "boolean");
  const lts = [fieldOf(value, "lts"), fieldOf(value, "isLts")];
  return {
    cycle,
    label: labelOf(cycle, value),
    releasedOn: day("releaseDate"),
    ends,
    ended: ends === null && typeof said === "boolean" ? said : null,
    supportEnds: day("eoas", "support", "eoasFrom"),
    latest: short(isFields(latest) ? fieldOf(latest, "name") : latest),
    latestOn: isFields(latest) ? dayIn(latest, ["date"], warn) : day("latestReleaseDate"),
    // A day says from when the cycle is the long-term one.
    lts: lts.some((each) => each === true || calendarDayOf(each) !== null),
  };
}

/** The first of these members that is a day. Booleans stand there too, and are no fault. */
function dayIn(value: Fields, keys: readonly string[], warn: Warn): string | null {
  const written = keys.map((key) => ({ key, text: lineOf(fieldOf(value, key)) })).find(({ text }) => text !== null);
  if (written === undefined) return null;
  const day = calendarDayOf(written.text);
  if (day === null) warn(`releases.${written.key}`, "not-a-day");
  return day;
}

/** Labels are patterns: « __RELEASE_CYCLE__ (__CODENAME__) ». */
function labelOf(cycle: string, value: Fields): string | null {
  const pattern = lineOf(fieldOf(value, "releaseLabel")) ?? lineOf(fieldOf(value, "label"));
  const words = {
    __RELEASE_CYCLE__: cycle,
    __CODENAME__: lineOf(fieldOf(value, "codename")) ?? "",
    __LATEST__: lineOf(fieldOf(value, "latest")) ?? "",
  };
  const label = Object.entries(words).reduce<string | null>((text, [word, meant]) => text?.replaceAll(word, () => meant) ?? null, pattern);
  return short(label?.replace(/\s*(\(\)|'')/g, ""));
}

function short(value: unknown): string | null {
  const line = lineOf(value);
  return line === null || line.length > LONGEST.term ? null : line;
}
