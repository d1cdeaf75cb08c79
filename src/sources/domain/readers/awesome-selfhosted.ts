import { cutAtWord, fieldOf, LONGEST, lineOf } from "../facts.ts";
import type { Reading, SourceRecord } from "../source-record.ts";
import { bareRecord, type Entry, type Outcome, readingOfRecords, takeEntries } from "./entries.ts";
import { addressIn, linesIn } from "./fact-fields.ts";

/** The list's own spelling, « ⊘ Proprietary »: the sign stands before whatever is not free. */
const NOT_FREE = /⊘|\b(proprietary|non-?free)\b/i;

export function readAwesomeSelfhosted(content: unknown): Reading {
  const nameOf = (fields: unknown): unknown => fieldOf(fields, "name");
  const marks = ["website_url", "source_code_url", "licenses"];
  return readingOfRecords(takeEntries(content, { lists: ["software", "softwares"], marks, nameOf, keyOf: ({ key }) => key, read }));
}

/** The name is the key: each software there is a file of that name. */
function read({ fields, name, warn }: Entry): Outcome<SourceRecord> {
  const licences = linesIn(fields, "licenses", warn, LONGEST.licence);
  const platforms = linesIn(fields, "platforms", warn);
  // Several licences are a choice or parts: what has one that is not free is not free as a whole.
  const saidNotFree = licences.some((licence) => NOT_FREE.test(licence));
  const website = addressIn(fields, "website_url", warn);
  const source = addressIn(fields, "source_code_url", warn);
  const made: SourceRecord = {
    ...bareRecord(name, name),
    licences,
    saidNotFree,
    descriptionEn: description(fields, warn),
    terms: linesIn(fields, "tags", warn),
    website,
    // The member is required there: software whose source is closed repeats its site in it.
    repository: source === website && licences.length > 0 && licences.every((licence) => NOT_FREE.test(licence)) ? null : source,
    // They are languages and ways to install (« PHP », « Docker »). Only a Debian package says on what it runs.
    platforms: platforms.includes("deb") ? ["linux"] : [],
    archived: fieldOf(fields, "archived") === true,
  };
  return { made };
}

/** Links are written « [text](address) »: their text is kept. */
function description(fields: unknown, warn: Entry["warn"]): string | null {
  const line = lineOf(fieldOf(fields, "description"));
  if (line === null) return null;
  const plain = line.replace(/\[([^[\]]{1,200})\]\(https?:[^\s()]{1,300}\)/g, "$1");
  if (plain.length > LONGEST.prose) warn("description", "cut");
  return cutAtWord(plain, LONGEST.prose);
}
