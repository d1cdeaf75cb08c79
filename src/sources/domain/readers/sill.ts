import { type Fields, fieldOf, isFields, LONGEST, lineOf, linesOf } from "../facts.ts";
import type { Reading, SourceRecord } from "../source-record.ts";
import { crossIdOf, crossIdsOf } from "./cross-ids.ts";
import { bareRecord, type Entry, entriesIn, type Outcome, readingOfRecords, takeEntries } from "./entries.ts";
import { addressIn, idIn, proseIn } from "./fact-fields.ts";

/** The interministerial list of free software, in its yearly form (members of one or two letters). */
export function readSill(content: unknown): Reading {
  const entries = entriesIn(content, LISTS).flatMap(({ value }) => (isFields(value) ? [value] : []));
  const file = fileOf(entries);
  const nameOf = (fields: unknown): unknown => fieldOf(fields, "i");
  const read = (entry: Entry): Outcome<SourceRecord> => readOne(entry, file);
  return readingOfRecords(takeEntries(content, { lists: LISTS, marks: ["i"], nameOf, keyOf: ({ key }) => key, read }));
}

const LISTS = ["sill", "softwares"];
/** Functions are sentences. */
const LONGEST_FUNCTION = 200;

/** What an entry says is understood by the others. */
type SillFile = {
  readonly newest: number;
  readonly names: ReadonlyMap<string, string>;
  /** What the entries that are part of no other say of themselves. */
  readonly ofWholes: ReadonlySet<string>;
};

function fileOf(entries: readonly Fields[]): SillFile {
  const wholes = entries.filter((fields) => lineOf(fieldOf(fields, "p")) === null);
  const names = entries.flatMap((fields): [string, string][] => {
    const [id, name] = [idIn(fields, "id"), lineOf(fieldOf(fields, "i"))];
    return id === null || name === null ? [] : [[id, name]];
  });
  return {
    newest: entries.reduce((newest, fields) => Math.max(newest, lastEdition(fields)), 0),
    names: new Map(names),
    ofWholes: new Set(wholes.flatMap((fields) => OWN_FACTS.map((fact) => `${fact} ${ownFact(fields, fact)}`))),
  };
}

/** Editions are written « 2019 ; 2020 ; 2021 ». */
function lastEdition(fields: Fields): number {
  return Math.max(0, ...(lineOf(fieldOf(fields, "y"))?.match(/\b20\d\d\b/g) ?? []).map(Number));
}

/**
 * « FR » is the third status, after recommended and under observation: no longer recommended. With it, an entry that the newest edition
 * does not have was withdrawn (MongoDB when it left free licences, CodiMD for its successor). One alone is not enough: an entry may be
 * missing from an edition by oversight, or be kept in it until it is replaced.
 */
function readOne(entry: Entry, file: SillFile): Outcome<SourceRecord> {
  const { fields, name, warn } = entry;
  const noLonger = lineOf(fieldOf(fields, "st")) === "FR";
  if (noLonger && lastEdition(fields) < file.newest) return { skip: { kind: "retired" } };
  if (noLonger) warn("st", "no-longer-recommended");
  const id = idIn(fields, "id");
  const partOf = lineOf(fieldOf(fields, "p"));
  const own = { website: addressIn(fields, "website", warn), repository: addressIn(fields, "sources", warn) };
  const links = { comptoir: ownFact(fields, "comptoir"), framalibre: ownFact(fields, "framalibre") };
  const ofAnother = (fact: OwnFact): boolean => partOf !== null && file.ofWholes.has(`${fact} ${ownFact(fields, fact)}`);
  const foreign = OWN_FACTS.filter((fact) => ownFact(fields, fact) !== null && ofAnother(fact));
  for (const fact of foreign) warn(fact, "of-another");
  const kept = (fact: OwnFact, value: string | null): string | null => (foreign.includes(fact) ? null : value);
  // With its links, the description was copied too.
  const described = !foreign.includes("website") && !foreign.includes("repository");
  const made: SourceRecord = {
    ...bareRecord(id ?? name, name),
    licences: licences(fields, warn),
    descriptionFr: described ? proseIn(fields, "fr-desc", warn) : null,
    descriptionEn: described ? proseIn(fields, "en-desc", warn) : null,
    terms: linesOf([fieldOf(fields, "f"), fieldOf(fields, "c")], LONGEST_FUNCTION).lines,
    website: kept("website", own.website),
    repository: kept("repository", own.repository),
    crossIds: crossIdsOf({ sill: id, comptoir: kept("comptoir", links.comptoir), framalibre: kept("framalibre", links.framalibre) }),
    similar: similar(fields, file, warn),
    partOf: partOf === null || partOf.length > LONGEST.refusedName ? null : partOf,
  };
  return { made };
}

/** A plug-in sometimes bears the links of what it is plugged in: they are no evidence of what it is. */
const OWN_FACTS = ["website", "repository", "comptoir", "framalibre"] as const;
type OwnFact = (typeof OWN_FACTS)[number];

function ownFact(fields: Fields, fact: OwnFact): string | null {
  if (fact === "website") return lineOf(fieldOf(fields, "website"));
  if (fact === "repository") return lineOf(fieldOf(fields, "sources"));
  if (fact === "comptoir") return idIn(fields, "co");
  const encoded = lineOf(fieldOf(fieldOf(fields, "frama"), "encoded-name"));
  return encoded === null ? null : crossIdOf("framalibre", `https://framalibre.org/content/${encoded}`);
}

/** Several licences stand between commas or oblique strokes; « N/A » is none. */
function licences(fields: Fields, warn: Entry["warn"]): readonly string[] {
  const written = (lineOf(fieldOf(fields, "l")) ?? "").split(/\s*[,;]\s*|\s+\/\s+/).filter((each) => !/^n\/?a$/i.test(each));
  const { lines, problems } = linesOf(written, LONGEST.licence);
  for (const problem of problems) warn("l", problem);
  return lines;
}

/** Numbers of other entries (« 162 ; 173 ») or names. */
function similar(fields: Fields, file: SillFile, warn: Entry["warn"]): readonly string[] {
  const written = (lineOf(fieldOf(fields, "si")) ?? "").split(/\s*[,;]\s*/);
  const named = written.map((each) => (/^\d+$/.test(each) ? file.names.get(each) : each));
  if (named.includes(undefined)) warn("si", "unknown-number");
  return linesOf(named).lines;
}
