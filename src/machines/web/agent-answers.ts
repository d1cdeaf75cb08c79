import { deflateSync, gzipSync } from "node:zlib";
import type { Compression } from "../usecases/read-body.ts";
import type { MessageOutcome } from "../usecases/receive-message.ts";
import { type AgentText, agentTexts } from "./agent-texts.ts";

export type AgentSyntax = "json" | "xml";
/** `content`: of the answer, before it is written. */
export type AgentAnswer = { readonly status: 200 | 400 | 401 | 403 | 408 | 413 | 422 | 500 | 503 } & (
  | { readonly pending: true }
  | { readonly accepted: "prolog" | "contact" | "inventory" | "welcome" }
  | { readonly error: AgentText }
);

/** In hours: agents report once a day. */
const EVERY_HOURS = 24;
/** Of GLPI, whose protocol we speak: agents look at it to choose the form of their inventory. */
const SPOKEN_VERSION = "11.0.0";
/**
 * What agents must not even collect: people, their accounts, what they run, where their machine is on the network, keys of licences.
 * Trap: an agent that does not know one of these names sends no inventory at all; all of them are in FusionInventory 2.6 and since.
 */
export const NOT_COLLECTED = [
  "environment",
  "licenseinfo",
  "local_group",
  "local_user",
  "network",
  "printer",
  "process",
  "remote_mgmt",
  "usb",
  "user",
] as const;

export function answerTo(outcome: MessageOutcome): AgentAnswer {
  switch (outcome.kind) {
    case "speak-json":
      return { status: 200, pending: true };
    case "send-inventory":
      return { status: 200, accepted: "prolog" };
    case "collect-less":
      return { status: 200, accepted: "contact" };
    case "stored":
      return { status: 200, accepted: "inventory" };
    case "unsupported":
      return { status: 422, error: "unsupported" };
    default:
      return { status: 400, error: outcome.why };
  }
}

/** Pending is always JSON: only an agent that knows it is told so, were its message XML. */
export function writtenAnswer(answer: AgentAnswer, syntax: AgentSyntax): string {
  return "pending" in answer ? JSON.stringify({ status: "pending" }) : syntax === "json" ? asJson(answer) : asXml(answer);
}

type Said = Exclude<AgentAnswer, { readonly pending: true }>;

function asJson(answer: Said): string {
  const expiration = EVERY_HOURS;
  if ("error" in answer) return JSON.stringify({ status: "error", message: agentTexts[answer.error], expiration });
  if (answer.accepted === "welcome") return JSON.stringify({ status: "ok", message: agentTexts.welcome, expiration });
  if (answer.accepted !== "contact") return JSON.stringify({ status: "ok", expiration });
  const inventory = { server: "glpi", version: SPOKEN_VERSION, "no-category": NOT_COLLECTED.join(",") };
  return JSON.stringify({ status: "ok", expiration, tasks: { inventory } });
}

function asXml(answer: Said): string {
  const content =
    "error" in answer
      ? `<ERROR>${agentTexts[answer.error]}</ERROR>`
      : answer.accepted === "inventory"
        ? "<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>"
        : `<PROLOG_FREQ>${EVERY_HOURS}</PROLOG_FREQ><RESPONSE>SEND</RESPONSE>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<REPLY>${content}</REPLY>\n`;
}

const TYPES: Readonly<Record<Exclude<Compression, "none">, readonly string[]>> = {
  zlib: ["application/x-compress-zlib", "application/x-compress", "application/x-compressed"],
  gzip: ["application/x-compress-gzip", "application/x-gzip", "application/gzip", "x-gzip"],
};

/** The compression that a content type names: for messages of which nothing could be read. */
export function compressionSaid(contentType: string): Compression {
  const type = typeOf(contentType);
  if (TYPES.gzip.includes(type)) return "gzip";
  return TYPES.zlib.includes(type) ? "zlib" : "none";
}

/** In the compression of the message, under the very type that the agent used when it is a right one. */
export function compressedAnswer(
  text: string,
  syntax: AgentSyntax,
  compression: Compression,
  contentType: string,
): { readonly body: Buffer; readonly type: string } {
  if (compression === "none") return { body: Buffer.from(text), type: syntax === "json" ? "application/json" : "application/xml" };
  const said = typeOf(contentType);
  const types = TYPES[compression];
  const type = types.includes(said) ? said : (types[0] ?? "");
  return { body: compression === "zlib" ? deflateSync(text) : gzipSync(text), type };
}

function typeOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}
