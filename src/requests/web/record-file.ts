import type { Language } from "#src/kernel/language.ts";
import type { TextDocument } from "#src/platform/documents/model.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { openPace } from "#src/platform/http/pace.ts";
import type { SealedRecord } from "../db/decision-records.ts";
import type { DecisionRecord } from "../domain/record.ts";
import { recordDocument } from "./record-document.ts";
import { recordPageTexts } from "./record-page-texts.ts";

export const RECORD_FORMATS = ["pdf", "odt", "json"] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** One of the two versions of a sealed record, with where it is published. */
export type PublishedRecord = {
  readonly record: DecisionRecord;
  /** Canonical JSON, as hashed. */
  readonly json: string;
  readonly hash: string;
  readonly sealedAt: Date;
  /** Absolute, of the page; the files are beside it. */
  readonly address: string;
};

export function internalVersion({ document, hash, sealedAt }: SealedRecord, address: string): PublishedRecord {
  return { record: JSON.parse(document) as DecisionRecord, json: document, hash, sealedAt, address };
}

export function publicVersion({ publicDocument, publicHash, sealedAt }: SealedRecord, address: string): PublishedRecord {
  return { record: JSON.parse(publicDocument) as DecisionRecord, json: publicDocument, hash: publicHash, sealedAt, address };
}

/** « decision-2026-041.pdf »; the version that names people says so in its name, lest it be sent by mistake. */
export function fileName({ reference, visibility }: DecisionRecord, format: RecordFormat): string {
  return `decision-${reference}${visibility === "internal" ? "-interne" : ""}.${format}`;
}

export function documentOf({ record, hash, sealedAt, address }: PublishedRecord, language: Language): TextDocument {
  return recordDocument(record, { hash, sealedAt, file: fileName(record, "json"), address: `${address}.json` }, language);
}

const TYPES: Readonly<Record<RecordFormat, string>> = {
  pdf: "application/pdf",
  odt: "application/vnd.oasis.opendocument.text",
  json: "application/json; charset=utf-8",
};

/** The record as a file. It never changes: whoever has it is told so. */
export async function answerRecord(c: AppContext, published: PublishedRecord, format: RecordFormat): Promise<Response> {
  const { record, hash, json } = published;
  const language = c.get("language");
  const open = record.visibility === "public";
  const tag = format === "json" ? `"${hash}"` : `"${hash}-${language}.${format}"`;
  c.header("etag", tag);
  c.header("cache-control", open && format === "json" ? "public, no-cache" : "private, no-cache");
  if (open && format === "json") c.header("access-control-allow-origin", "*");
  if (isKnown(c.req.header("if-none-match"), tag)) return c.body(null, 304);
  const body = format === "json" ? json : await bytesOf(published, language, format);
  if (body === undefined) return busy(c);
  c.header("content-type", TYPES[format]);
  c.header("content-disposition", `${format === "pdf" ? "inline" : "attachment"}; filename="${fileName(record, format)}"`);
  return c.body(body);
}

function busy(c: AppContext): Promise<Response> {
  const t = recordPageTexts(c.get("language"));
  c.header("etag", undefined);
  c.header("cache-control", "no-store");
  c.header("retry-after", "60");
  return showProblem(c, 503, t.busyTitle, t.busyText);
}

/** The writers are loaded at the first use: they cost no memory at start. Undefined: too many PDFs are asked for at once. */
async function bytesOf(
  published: PublishedRecord,
  language: Language,
  format: "pdf" | "odt",
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (format === "pdf") return keptPdf(published, language);
  const { odtOf } = await import("#src/platform/documents/odt.ts");
  return new Uint8Array(odtOf(documentOf(published, language)));
}

/** In PDF files of some 150 kB each. A sealed record never changes, and a long one takes a second to set. */
const MOST_KEPT = 40;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
/** Setting a PDF holds the process: what anybody may ask takes a quarter of it at most, and members never wait for strangers. */
const publicPace = openPace({ line: 20, rest: 3 });

function keptPdf(published: PublishedRecord, language: Language): Promise<Uint8Array<ArrayBuffer>> | undefined {
  const key = `${published.hash} ${published.address} ${language}`;
  const make = (): Promise<Uint8Array<ArrayBuffer>> => makePdf(published, language);
  const made = kept.get(key) ?? (published.record.visibility === "public" ? publicPace(make) : make());
  if (made === undefined) return undefined;
  // Put last again: the first is then the one longest unasked.
  kept.delete(key);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

async function makePdf(published: PublishedRecord, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { pdfOf } = await import("#src/platform/documents/pdf.ts");
  return new Uint8Array(await pdfOf(documentOf(published, language)));
}

/** Weak comparison (RFC 9110, 13.1.2): a proxy that compresses weakens the tag. */
function isKnown(header: string | undefined, tag: string): boolean {
  const known = (header ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return known.includes(tag) || known.includes("*");
}
