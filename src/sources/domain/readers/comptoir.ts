import { fieldOf, LONGEST, wikidataOf } from "../facts.ts";
import type { Reading, SourceRecord } from "../source-record.ts";
import { crossIdOf, crossIdsOf } from "./cross-ids.ts";
import { bareRecord, type Entry, type Outcome, readingOfRecords, takeEntries } from "./entries.ts";
import { addressIn, idIn, linesIn, organisationsIn } from "./fact-fields.ts";

/** The export of the Comptoir du Libre, version 1. A link that is absent is an empty list; one that is there is an object. */
export function readComptoir(content: unknown): Reading {
  const nameOf = (fields: unknown): unknown => fieldOf(fields, "name");
  const marks = ["external_resources", "licence", "providers", "users"];
  return readingOfRecords(takeEntries(content, { lists: ["softwares"], marks, nameOf, keyOf: ({ key }) => key, read }));
}

function read({ fields, name, warn }: Entry): Outcome<SourceRecord> {
  const links = fieldOf(fields, "external_resources");
  const page = addressIn(fields, "url", warn);
  const id = idIn(fields, "id") ?? crossIdOf("comptoir", page);
  const organisation = (each: unknown, note: typeof warn) => ({
    name: fieldOf(each, "name"),
    website: addressIn(fieldOf(each, "external_resources"), "website", note),
    page: addressIn(each, "url", note),
  });
  const made: SourceRecord = {
    ...bareRecord(id ?? page ?? name, name),
    licences: linesIn(fields, "licence", warn, LONGEST.licence),
    terms: linesIn(fields, "keywords", warn),
    website: addressIn(links, "website", warn),
    repository: addressIn(links, "repository", warn),
    wikidata: wikidataOf(fieldOf(links, "wikidata")),
    crossIds: crossIdsOf({
      comptoir: id,
      sill: crossIdOf("sill", fieldOf(links, "sill")),
      cnll: crossIdOf("cnll", fieldOf(links, "cnll")),
      framalibre: crossIdOf("framalibre", fieldOf(links, "framalibre")),
      wikipedia: crossIdOf("wikipedia", fieldOf(links, "wikipedia")),
    }),
    users: organisationsIn(fields, "users", warn, organisation),
    providers: organisationsIn(fields, "providers", warn, organisation),
  };
  return { made };
}
