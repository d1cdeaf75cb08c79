import { fieldOf } from "../facts.ts";
import type { Reading, SourceRecord } from "../source-record.ts";
import { crossIdOf, crossIdsOf } from "./cross-ids.ts";
import { bareRecord, type Entry, type Outcome, readingOfRecords, takeEntries } from "./entries.ts";
import { addressIn, organisationsIn } from "./fact-fields.ts";

/** The companies that serve each software of the SILL, as the CNLL's directory publishes them. */
export function readCnll(content: unknown): Reading {
  const nameOf = (fields: unknown): unknown => fieldOf(fields, "nom");
  return readingOfRecords(takeEntries(content, { lists: [], marks: ["prestataires", "sill_id"], nameOf, keyOf: ({ key }) => key, read }));
}

function read({ fields, name, warn }: Entry): Outcome<SourceRecord> {
  const sill = crossIdOf("sill", fieldOf(fields, "sill_id"));
  const providers = organisationsIn(fields, "prestataires", warn, (each, note) => {
    const url = addressIn(each, "url", note);
    // The address there is the company's page in the directory, not the company's own.
    const inDirectory = url !== null && /(^|\.)cnll\.fr$/.test(new URL(url).hostname);
    return { name: fieldOf(each, "nom"), website: inDirectory ? null : url, page: inDirectory ? url : null };
  });
  return { made: { ...bareRecord(sill ?? name, name), crossIds: crossIdsOf({ sill }), providers } };
}
