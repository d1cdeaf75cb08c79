import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { AgentMessage } from "../domain/inventory.ts";
import { readJsonMessage, readXmlMessage } from "../domain/read-message.ts";
import { readXml, type XmlRefusal } from "../domain/xml.ts";

export type Syntax = "json" | "xml";
export type ParseRefusal = { readonly kind: "not-a-message" | XmlRefusal };
export type ParsedMessage = { readonly syntax: Syntax; readonly message: AgentMessage };

export function syntaxOf(text: string): Syntax | undefined {
  const first = /^\s*(\S)/.exec(text.slice(0, 1000))?.[1];
  return first === "{" || first === "[" ? "json" : first === "<" ? "xml" : undefined;
}

/** Text to message. Whatever the text, it answers. */
export function parseMessage(text: string): Result<ParsedMessage, ParseRefusal> {
  const syntax = syntaxOf(text);
  if (syntax === undefined) return refused({ kind: "not-a-message" });
  if (syntax === "json") {
    try {
      return ok({ syntax, message: readJsonMessage(JSON.parse(text)) });
    } catch {
      return refused({ kind: "broken" });
    }
  }
  const read = readXml(text);
  return "refusal" in read ? refused({ kind: read.refusal }) : ok({ syntax, message: readXmlMessage(read.root) });
}
