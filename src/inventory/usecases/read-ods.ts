import { inflateRawSync } from "node:zlib";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { odsRows } from "../domain/ods-rows.ts";
import { FILE_BYTES_MAX, type FileRefusal, type Table, tableOf } from "../domain/read-file.ts";

/** What the content of a spreadsheet of 5,000 lines takes, ten times over: a small archive may hold gigabytes. */
const CONTENT_BYTES_MAX = 40 * 1024 * 1024;
const ENTRY = 0x02014b50;
const END_OF_ENTRIES = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The table that the first sheet of an OpenDocument spreadsheet holds; or why the file as a whole cannot be read. */
export function readOds(bytes: Uint8Array): Result<Table, FileRefusal> {
  if (bytes.length > FILE_BYTES_MAX) return refused({ kind: "too-large", max: FILE_BYTES_MAX });
  const content = contentOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!content.ok) return content;
  return content.value.includes("<office:spreadsheet") ? tableOf(odsRows(content.value)) : refused({ kind: "not-text" });
}

/** The file content.xml of an archive (the format ZIP, APPNOTE 4.3). */
function contentOf(archive: Buffer): Result<string, FileRefusal> {
  try {
    const entry = entryOf(archive, "content.xml");
    if (entry === undefined) return refused({ kind: "not-text" });
    const start = entry.offset + 30 + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
    const packed = archive.subarray(start, start + entry.size);
    if (entry.method !== STORED && entry.method !== DEFLATED) return refused({ kind: "not-text" });
    return ok((entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: CONTENT_BYTES_MAX })).toString("utf8"));
  } catch (fault) {
    // Too large once unpacked; or no archive at all: an address beyond its end, or a content that is not deflated.
    if (!(fault instanceof RangeError) && !(fault instanceof Error && "code" in fault)) throw fault;
    const isTooLarge = "code" in fault && fault.code === "ERR_BUFFER_TOO_LARGE";
    return refused(isTooLarge ? { kind: "too-large", max: FILE_BYTES_MAX } : { kind: "not-text" });
  }
}

type Entry = { readonly method: number; readonly size: number; readonly offset: number };

function entryOf(archive: Buffer, name: string): Entry | undefined {
  const end = archive.lastIndexOf(Buffer.from(Uint32Array.of(END_OF_ENTRIES).buffer));
  if (end === -1) return undefined;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count && archive.readUInt32LE(at) === ENTRY; index += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const found = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (found === name)
      return { method: archive.readUInt16LE(at + 10), size: archive.readUInt32LE(at + 20), offset: archive.readUInt32LE(at + 42) };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return undefined;
}
