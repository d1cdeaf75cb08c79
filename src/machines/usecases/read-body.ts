import { isUtf8 } from "node:buffer";
import { promisify } from "node:util";
import { gunzip, gunzipSync, inflate, inflateSync, type ZlibOptions } from "node:zlib";
import { ok, type Result, refused } from "#src/kernel/result.ts";

/** How a body was compressed, whatever its header says: some agents' headers are wrong. */
export type Compression = "zlib" | "gzip" | "none";
export type BodyRefusal = { readonly kind: "empty" | "too-large" | "truncated" | "not-compressed-as-said" | "too-many-values" };

/** In bytes. Our largest real inventory (3,033 packages) is 1.2 MB, 150 kB compressed. */
export const LARGEST_COMPRESSED = 8 * 1024 * 1024;
export const LARGEST_INFLATED = 16 * 1024 * 1024;
/** Up to here bodies are read side by side. The larger ones, one at a time. */
export const ORDINARY_COMPRESSED = 512 * 1024;
export const ORDINARY_INFLATED = 2 * 1024 * 1024;
/** Objects, lists and members together. A value costs memory whatever its length: a few megabytes of `{},` would fill it. */
const MOST_VALUES = 600_000;

const run = { zlib: promisify<Buffer, ZlibOptions, Buffer>(inflate), gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip) };

const runNow = { zlib: inflateSync, gzip: gunzipSync };
/** Below, handing the bytes over to another thread costs more than inflating them. */
const SMALL = 64 * 1024;
const CHUNK = 128 * 1024;

export function compressionOf(bytes: Buffer): Compression {
  const [first = 0, second = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return "gzip";
  // RFC 1950: a window of 32 kB at most, and a header that is a multiple of 31.
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0 ? "zlib" : "none";
}

/** Never more than `most` bytes are made. */
export async function inflated(bytes: Buffer, compression: Compression, most: number): Promise<Result<Buffer, BodyRefusal>> {
  if (bytes.length === 0) return refused({ kind: "empty" });
  if (compression === "none") return bytes.length > most ? refused({ kind: "too-large" }) : ok(bytes);
  try {
    const options = { maxOutputLength: most, chunkSize: CHUNK };
    return ok(
      bytes.length <= SMALL && most <= ORDINARY_INFLATED ? runNow[compression](bytes, options) : await run[compression](bytes, options),
    );
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return refused({ kind: "too-large" });
    if (code === "Z_BUF_ERROR") return refused({ kind: "truncated" });
    if (code?.startsWith("Z_")) return refused({ kind: "not-compressed-as-said" });
    throw fault;
  }
}

/** Bytes to text. XML says its encoding; what is no UTF-8 is taken for the former encoding of Windows, of which ISO-8859-1 is a part. */
export function textOfBody(bytes: Buffer): Result<string, BodyRefusal> {
  if (bytes.length > MOST_VALUES && valuesIn(bytes) > MOST_VALUES) return refused({ kind: "too-many-values" });
  const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return ok(new TextDecoder("utf-16le").decode(bytes));
  if (mark === 0xfeff) return ok(new TextDecoder("utf-16be").decode(bytes));
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/i.exec(bytes.toString("latin1", 0, 200))?.[1]?.toLowerCase();
  const western = said !== undefined && /^(iso-?8859-?15?|latin-?1|windows-?1252|cp1252|us-ascii)$/.test(said);
  if (!western && isUtf8(bytes)) return ok(bytes.toString("utf8").replace(/^\ufeff/, ""));
  return ok(new TextDecoder("windows-1252").decode(bytes));
}

function valuesIn(bytes: Buffer): number {
  let values = 0;
  // Not by its iterator, which is ten times slower.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === OBJECT || byte === LIST || byte === COMMA || byte === TAG) values += 1;
  }
  return values;
}

const OBJECT = 0x7b;
const LIST = 0x5b;
const COMMA = 0x2c;
const TAG = 0x3c;
