import { cleanText } from "./clean-text.ts";
import type { AgentMessage } from "./inventory.ts";
import { readInventory } from "./read-inventory.ts";
import { isSection, type Section } from "./sections.ts";

const LONGEST_IDENTITY = 200;

/** A message written in JSON: what newer agents send after the first contact. */
export function readJsonMessage(message: unknown): AgentMessage {
  if (!isSection(message)) return { kind: "unreadable", why: "no-message" };
  const deviceId = cleanText(message.deviceid, LONGEST_IDENTITY);
  const action = cleanText(message.action, 50).toLowerCase();
  if (action === "contact") return { kind: "contact", deviceId };
  // An inventory saved in a file and sent by hand has no action.
  if (action !== "inventory" && (action !== "" || message.content === undefined))
    return action === "" ? { kind: "unreadable", why: "no-message" } : { kind: "unsupported", what: action };
  const itemType = cleanText(message.itemtype, 50).toLowerCase();
  if (itemType !== "" && itemType !== "computer" && itemType !== "phone") return { kind: "unsupported", what: itemType };
  return inventoryMessage(message.content, deviceId, message.partial === true || message.partial === 1);
}

/** A message written in XML, its tags in lower case: the first contact, and all that older agents send. */
export function readXmlMessage(message: unknown): AgentMessage {
  const request = isSection(message) ? message.request : undefined;
  if (!isSection(request)) return { kind: "unreadable", why: "no-message" };
  const deviceId = cleanText(request.deviceid, LONGEST_IDENTITY);
  const query = cleanText(request.query, 50).toLowerCase();
  if (query === "prolog") return { kind: "prolog", deviceId };
  if (query !== "inventory") return query === "" ? { kind: "unreadable", why: "no-message" } : { kind: "unsupported", what: query };
  return inventoryMessage(request.content, deviceId, false);
}

function inventoryMessage(content: unknown, deviceId: string, partial: boolean): AgentMessage {
  if (!isSection(content) || !saysSomething(content)) return { kind: "unreadable", why: "no-content" };
  return { kind: "inventory", inventory: readInventory(content, { deviceId, partial }) };
}

/** A machine says its hardware, its system or its software at the least. */
function saysSomething(content: Section): boolean {
  return ["hardware", "operatingsystem", "softwares", "bios"].some((name) => content[name] !== undefined && content[name] !== "");
}
