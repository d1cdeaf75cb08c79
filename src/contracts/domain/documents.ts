import { ok, type Result, refused } from "#src/kernel/result.ts";

export type SentDocument = { readonly fileName: string; readonly bytes: Uint8Array };
export type CheckedDocument = SentDocument & { readonly mediaType: string };
export type DocumentRefusal =
  | { readonly kind: "no-file" }
  | { readonly kind: "too-many-files"; readonly most: number }
  | { readonly kind: "file-too-large"; readonly name: string; readonly most: number }
  | { readonly kind: "file-type"; readonly name: string }
  | { readonly kind: "too-many-documents"; readonly most: number };

export const MOST_FILES = 5;
/** Of one contract. */
export const MOST_DOCUMENTS = 50;
/** In bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";
const OPEN_XML = "application/vnd.openxmlformats-officedocument";

/** Extension → media type, and how such a file begins. What a browser declares is not believed. */
const TYPES: Readonly<Record<string, { readonly mediaType: string; readonly begins: readonly number[] }>> = {
  pdf: { mediaType: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46] },
  png: { mediaType: "image/png", begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { mediaType: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
  odt: { mediaType: `${OPEN_DOCUMENT}.text`, begins: ZIP },
  ods: { mediaType: `${OPEN_DOCUMENT}.spreadsheet`, begins: ZIP },
  odp: { mediaType: `${OPEN_DOCUMENT}.presentation`, begins: ZIP },
  docx: { mediaType: `${OPEN_XML}.wordprocessingml.document`, begins: ZIP },
  xlsx: { mediaType: `${OPEN_XML}.spreadsheetml.sheet`, begins: ZIP },
  csv: { mediaType: "text/csv", begins: [] },
  txt: { mediaType: "text/plain", begins: [] },
};

export const ACCEPTED_EXTENSIONS: readonly string[] = Object.keys(TYPES);

/** Checks number, size, type and first bytes; cleans the names. */
export function checkDocuments(files: readonly SentDocument[]): Result<readonly CheckedDocument[], DocumentRefusal> {
  if (files.length === 0) return refused({ kind: "no-file" });
  if (files.length > MOST_FILES) return refused({ kind: "too-many-files", most: MOST_FILES });
  const checked: CheckedDocument[] = [];
  for (const { fileName, bytes } of files) {
    const name = cleanName(fileName);
    const type = typeOf(name);
    if (bytes.byteLength > LARGEST_FILE) return refused({ kind: "file-too-large", name, most: LARGEST_FILE });
    if (type === undefined || !isOf(type, bytes)) return refused({ kind: "file-type", name });
    checked.push({ fileName: name, bytes, mediaType: type.mediaType });
  }
  return ok(checked);
}

/** Trap: « plan.constructor » would find what every object inherits. */
function typeOf(name: string): (typeof TYPES)[string] | undefined {
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
}

/** What begins in no way of its own is text: it holds no zero, unless its first two bytes say that it is UTF-16. */
function isOf({ begins }: { readonly begins: readonly number[] }, bytes: Uint8Array): boolean {
  if (begins.length > 0) return begins.every((byte, index) => bytes[index] === byte);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide || !bytes.includes(0);
}

/** The last part of a path, without what a file system or a header would take amiss. A shortened name keeps no half of a letter. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|?*:;]/gu, "_").trim();
  return (clean.length <= 150 ? clean : `${clean.slice(0, 100)}…${clean.slice(-40)}`).toWellFormed();
}
