import { isAlias, parseDocument, visit } from "yaml";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { faultOfJson, salvageJson } from "../domain/readers/json-text.ts";
import { faultOfYaml } from "../domain/readers/yaml-text.ts";

/** Why a file was not read at all. `line` counts from 1. */
export type DecodeRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly bytes: number; readonly most: number }
  | { readonly kind: "too-deep" | "too-many-values" | "unreadable"; readonly line: number }
  /** References inside YAML: a few lines of them would grow to gigabytes, or never end. */
  | { readonly kind: "references"; readonly line: number };

/** What was done to read it. */
export type DecodeProblem =
  | { readonly kind: "encoding"; readonly encoding: "windows-1252" }
  | { readonly kind: "control-characters"; readonly count: number }
  /** Cut short, or spoilt from this line on; so many elements were read before it. */
  | { readonly kind: "truncated"; readonly line: number; readonly position: number; readonly kept: number }
  | { readonly kind: "several-documents" };

export type Decoded = { readonly content: unknown; readonly problems: readonly DecodeProblem[] };
export type Syntax = "json" | "yaml";

/**
 * Larger files are refused unread. Parsed, JSON weighs several times more, and the server's heap is kept at 256 MB; the largest public
 * catalogue known weighs some megabytes.
 */
export const MOST_BYTES = { json: 16 * 1024 * 1024, yaml: 1024 * 1024 } as const;
/** Members that hold the entries of the catalogues. */
const LISTS = ["softwares", "software", "result", "products", "sill"];

/** Bytes to content. Whatever the bytes, it answers: it neither throws nor takes more than some seconds. */
export function decodeFile(bytes: Uint8Array, syntax: Syntax): Result<Decoded, DecodeRefusal> {
  const most = MOST_BYTES[syntax];
  if (bytes.byteLength > most) return refused({ kind: "too-large", bytes: bytes.byteLength, most });
  const { text, problems } = textOf(bytes);
  if (text.trim() === "") return refused({ kind: "empty" });
  const decoded = syntax === "json" ? decodeJson(text) : decodeYaml(text);
  return decoded.ok ? ok({ content: decoded.value.content, problems: [...problems, ...decoded.value.problems] }) : decoded;
}

type Text = { readonly text: string; readonly problems: readonly DecodeProblem[] };

/** UTF-16 says so by its mark; UTF-8 is recognised by its own rules; all the rest is taken for the former encoding of Windows. */
function textOf(bytes: Uint8Array): Text {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return withoutControls(new TextDecoder("utf-16le").decode(bytes));
  if (mark === 0xfeff) return withoutControls(new TextDecoder("utf-16be").decode(bytes));
  const utf8 = decodedUtf8(bytes);
  if (utf8 !== undefined) return withoutControls(utf8);
  const { text, problems } = withoutControls(new TextDecoder("windows-1252").decode(bytes));
  return { text, problems: [{ kind: "encoding", encoding: "windows-1252" }, ...problems] };
}

/** A file cut short may end inside a character, which takes up to four bytes: that does not make it another encoding. */
function decodedUtf8(bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut <= 3; cut++) {
    const lead = bytes[bytes.length - cut];
    if (cut > 0 && (lead === undefined || lead < 0x80)) return undefined;
    if (cut > 0 && lead !== undefined && lead < 0xc0) continue;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      if (cut > 0) return undefined;
    }
  }
  return undefined;
}

function withoutControls(text: string): Text {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]+/g;
  let count = 0;
  const clean = text.replace(controls, (found) => {
    count += found.length;
    return "";
  });
  return { text: clean, problems: count === 0 ? [] : [{ kind: "control-characters", count }] };
}

function decodeJson(text: string): Result<Decoded, DecodeRefusal> {
  const fault = faultOfJson(text);
  if (fault !== undefined) return refused({ kind: fault.kind, line: lineAt(text, fault.position) });
  try {
    return ok({ content: JSON.parse(text), problems: [] });
  } catch {
    const { elements, position } = salvageJson(text, LISTS);
    const line = lineAt(text, position);
    if (elements.length === 0) return refused({ kind: "unreadable", line });
    return ok({ content: elements, problems: [{ kind: "truncated", line, position, kept: elements.length }] });
  }
}

function decodeYaml(text: string): Result<Decoded, DecodeRefusal> {
  const fault = faultOfYaml(text);
  if (fault !== undefined) return refused({ kind: fault.kind, line: lineAt(text, fault.position) });
  try {
    // Looking for repeated keys takes a time that grows with the square of their number.
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error" });
    const several = document.errors.some(({ code }) => code === "MULTIPLE_DOCS");
    const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
    if (error !== undefined) return refused({ kind: "unreadable", line: lineAt(text, error.pos[0]) });
    let reference: number | undefined;
    visit(document, (_, node) => {
      if (!isAlias(node)) return undefined;
      reference = node.range?.[0] ?? 0;
      return visit.BREAK;
    });
    if (reference !== undefined) return refused({ kind: "references", line: lineAt(text, reference) });
    return ok({ content: document.toJS({ maxAliasCount: 0 }), problems: several ? [{ kind: "several-documents" }] : [] });
  } catch {
    return refused({ kind: "unreadable", line: 1 });
  }
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
