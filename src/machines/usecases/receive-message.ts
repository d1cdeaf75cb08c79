import type { AuthorityId } from "#src/kernel/ids.ts";
import { cleanText } from "../domain/clean-text.ts";
import type { AgentMessage } from "../domain/inventory.ts";
import type { StoredInventory, StoreInventory } from "./store-inventory.ts";

export type ReceivedMessage = {
  readonly authorityId: AuthorityId;
  /** The header GLPI-Agent-ID, as it came. */
  readonly agentId: string | undefined;
  readonly message: AgentMessage;
};
/** What the agent is told. */
export type MessageOutcome =
  /** It speaks JSON: it asks again at once, and learns what not to collect before its first inventory. */
  | { readonly kind: "speak-json" }
  | { readonly kind: "send-inventory" }
  | { readonly kind: "collect-less" }
  | ({ readonly kind: "stored" } & StoredInventory)
  | { readonly kind: "unsupported"; readonly what: string }
  | { readonly kind: "unreadable"; readonly why: "no-message" | "no-content" | "no-identity" };

const LONGEST_IDENTITY = 200;

/** Answers one message of an agent whose token was recognised. */
export async function receiveMessage(store: StoreInventory, { authorityId, agentId, message }: ReceivedMessage): Promise<MessageOutcome> {
  if (message.kind === "prolog") return { kind: agentId === undefined ? "send-inventory" : "speak-json" };
  if (message.kind === "contact") return { kind: "collect-less" };
  if (message.kind !== "inventory") return message;
  const { inventory } = message;
  const agentIdentity = cleanText(agentId, LONGEST_IDENTITY).toLowerCase() || inventory.deviceId;
  if (agentIdentity === "") return { kind: "unreadable", why: "no-identity" };
  return { kind: "stored", ...(await store({ authorityId, agentIdentity, inventory })) };
}
