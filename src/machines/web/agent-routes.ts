import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import type { MappingRules } from "../domain/mapping.ts";
import { packageDictionary } from "../usecases/package-dictionary.ts";
import { parseMessage } from "../usecases/parse-message.ts";
import { type Compression, textOfBody } from "../usecases/read-body.ts";
import { receiveMessage } from "../usecases/receive-message.ts";
import { recogniseAgent } from "../usecases/recognise-agent.ts";
import { inventoryStore } from "../usecases/store-inventory.ts";
import { type AgentAnswer, type AgentSyntax, answerTo, compressedAnswer, compressionSaid, writtenAnswer } from "./agent-answers.ts";
import { type AgentBodyRefusal, readAgentBody } from "./agent-body.ts";
import { openGate } from "./agent-gate.ts";

/** Messages read at once. More would take the database's connections from those who read pages. */
const AT_ONCE = 4;
const IN_LINE = 2_000;
const PATIENCE_MS = 60_000;
const SLOWEST_BODY_MS = 20_000;

export type AgentDoor = {
  readonly rules: () => MappingRules;
  readonly atOnce?: number;
  readonly inLine?: number;
  readonly patienceMs?: number;
  readonly slowestBodyMs?: number;
};

/**
 * The door of inventory agents: no session, no form, another limit of size. Whatever comes, the answer is one of their protocol, in
 * the compression of what they sent. Whoever has no token is sent away before anything is read.
 */
export function agentRoutes(routes: Routes, deps: Deps, { rules, ...limits }: AgentDoor): void {
  const patienceMs = limits.patienceMs ?? PATIENCE_MS;
  const gate = openGate({ places: limits.atOnce ?? AT_ONCE, line: limits.inLine ?? IN_LINE, patienceMs });
  const large = openGate({ places: 1, line: AT_ONCE, patienceMs });
  const store = inventoryStore(deps, packageDictionary(deps.db, rules));

  const message = async (c: AppContext, token: string): Promise<Response> => {
    const authorityId = await recogniseAgent(deps, token);
    if (authorityId === undefined) return said(c, { status: 403, error: "unknown-token" });
    if (c.req.method !== "POST") return said(c, { status: 200, accepted: "welcome" });
    const leave = await gate.enter();
    if (leave === undefined) return said(c, { status: 503, error: "busy" });
    try {
      const { compression, content } = await readAgentBody(c.req.raw, large, limits.slowestBodyMs ?? SLOWEST_BODY_MS);
      if (!content.ok) return said(c, { status: statusOf(content.error), error: content.error.kind }, compression);
      const text = textOfBody(content.value);
      if (!text.ok) return said(c, { status: statusOf(text.error), error: text.error.kind }, compression);
      const parsed = parseMessage(text.value);
      if (!parsed.ok) return said(c, { status: 400, error: parsed.error.kind }, compression, syntaxGuessed(text.value));
      const agentId = c.req.header("glpi-agent-id");
      const outcome = await receiveMessage(store, { authorityId, agentId, message: parsed.value.message });
      return said(c, answerTo(outcome), compression, parsed.value.syntax);
    } finally {
      leave();
    }
  };
  const answer = async (c: AppContext, token: string | undefined): Promise<Response> => {
    c.header("cache-control", "no-store");
    if (token === undefined || token === "") {
      c.header("www-authenticate", 'Basic realm="Beffroi"');
      return said(c, { status: 401, error: "no-token" });
    }
    try {
      return await message(c, token);
    } catch (fault) {
      const { name, message: text } = fault as Error;
      deps.log.error({ requestId: c.get("requestId"), fault: { name, message: text } }, "fault at the agents' door");
      return said(c, { status: 500, error: "fault" });
    }
  };
  for (const method of ["get", "post"] as const) {
    routes[method]("/agents", "public", (c) => answer(c, basicToken(c.req.header("authorization"))));
    routes[method]("/agents/:token", "public", (c) => answer(c, c.req.param("token")));
  }
}

function said(c: AppContext, answer: AgentAnswer, compression?: Compression, syntax?: AgentSyntax): Response {
  const contentType = c.req.header("content-type") ?? "";
  const spoken = syntax ?? (c.req.method === "GET" || isJson(c, contentType) ? "json" : "xml");
  const written = "pending" in answer ? "json" : spoken;
  const { body, type } = compressedAnswer(writtenAnswer(answer, spoken), written, compression ?? compressionSaid(contentType), contentType);
  const requestId = c.req.header("glpi-request-id");
  if (requestId !== undefined && /^[0-9A-F]{8}$/i.test(requestId)) c.header("glpi-request-id", requestId);
  c.header("content-type", type);
  c.header("content-length", String(body.length));
  return c.body(new Uint8Array(body), answer.status);
}

/** Before the message is read: newer agents say their identity in a header, and speak JSON. */
function isJson(c: AppContext, contentType: string): boolean {
  return c.req.header("glpi-agent-id") !== undefined || /json/i.test(contentType);
}

function syntaxGuessed(text: string): AgentSyntax | undefined {
  const first = text.trimStart()[0];
  return first === "{" || first === "[" ? "json" : first === "<" ? "xml" : undefined;
}

/** The token is the password; the name is whatever the agent's configuration asks for. */
function basicToken(header: string | undefined): string | undefined {
  const encoded = /^basic\s+([\w+/=-]+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const [name = "", ...rest] = pair.split(":");
  return rest.join(":") || name;
}

function statusOf({ kind }: AgentBodyRefusal): AgentAnswer["status"] {
  if (kind === "too-large" || kind === "too-many-values") return 413;
  if (kind === "busy") return 503;
  return kind === "too-slow" ? 408 : 400;
}
