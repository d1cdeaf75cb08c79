import { expect, it } from "vitest";
import { agentTexts } from "./agent-texts.ts";

/** What happened, then what to do about it: after a colon, or in the sentence itself. */
const SAYS_ITSELF = ["no-token", "welcome"];

it("each message to an agent is a short line that says what to do, and needs no escaping in XML", () => {
  for (const [name, text] of Object.entries(agentTexts)) {
    expect([name, text.length <= 100, /[<>&\n]/.test(text)]).toEqual([name, true, false]);
    if (!SAYS_ITSELF.includes(name)) expect(text).toMatch(/^[^:]+\u00a0: [^:]+\.$/);
  }
});
