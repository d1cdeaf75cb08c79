import { readAwesomeSelfhosted } from "../domain/readers/awesome-selfhosted.ts";
import { readCnll } from "../domain/readers/cnll.ts";
import { readComptoir } from "../domain/readers/comptoir.ts";
import { readEndoflife } from "../domain/readers/endoflife.ts";
import { readPubliccode } from "../domain/readers/publiccode.ts";
import { readSill } from "../domain/readers/sill.ts";
import type { Reading, SkippedRecord, SourceFormat, SourceRecord } from "../domain/source-record.ts";
import { type DecodeProblem, type DecodeRefusal, decodeFile } from "./decode-file.ts";

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** A problem of a whole file. Of those of `DecodeRefusal`, nothing was read; of the others, all that could be. */
export type FileProblem = {
  readonly file: string;
  readonly problem: DecodeRefusal | DecodeProblem | { readonly kind: "no-file" | "one-too-many" };
};

export type SourceReading = Reading & { readonly problems: readonly FileProblem[] };

const READERS: Readonly<Record<Exclude<SourceFormat, "publiccode">, (content: unknown) => Reading>> = {
  sill: readSill,
  comptoir: readComptoir,
  cnll: readCnll,
  "awesome-selfhosted": readAwesomeSelfhosted,
  endoflife: readEndoflife,
};

/** Some 3,000 public repositories of the world have a publiccode.yml. */
const MOST_FILES = { publiccode: 5000, others: 1 } as const;

/** What these files say. One file holds a whole catalogue, but for publiccode.yml: there, one file is one software. */
export function readSource(format: SourceFormat, files: readonly SourceFile[]): SourceReading {
  const most = format === "publiccode" ? MOST_FILES.publiccode : MOST_FILES.others;
  const problems: FileProblem[] = files.length === 0 ? [{ file: "", problem: { kind: "no-file" } }] : [];
  const read: FileReading[] = [];
  for (const { name, bytes } of files.slice(0, most)) {
    const decoded = decodeFile(bytes, format === "publiccode" ? "yaml" : "json");
    for (const problem of decoded.ok ? decoded.value.problems : [decoded.error]) problems.push({ file: name, problem });
    if (!decoded.ok) continue;
    const { content } = decoded.value;
    read.push({ file: name, reading: format === "publiccode" ? readPubliccode(content, name) : READERS[format](content) });
  }
  for (const { name } of files.slice(most)) problems.push({ file: name, problem: { kind: "one-too-many" } });
  return { ...joined(read), problems };
}

type FileReading = { readonly file: string; readonly reading: Reading };

/** One reading of several. A record met again under the same key, in another file, is left out. */
function joined(read: readonly FileReading[]): Reading {
  const records = new Map<string, SourceRecord>();
  const repeated: SkippedRecord[] = [];
  for (const { file, record } of read.flatMap(({ file, reading }) => reading.records.map((record) => ({ file, record })))) {
    if (records.has(record.key)) repeated.push({ where: file, name: record.name, reason: { kind: "repeated-key" } });
    else records.set(record.key, record);
  }
  const left = new Set(repeated.map(({ where }) => where));
  return {
    records: [...records.values()],
    products: read.flatMap(({ reading }) => reading.products),
    skipped: [...read.flatMap(({ reading }) => reading.skipped), ...repeated],
    warnings: read.flatMap(({ reading }) => reading.warnings).filter(({ where }) => !left.has(where)),
  };
}
