import { expect, it } from "vitest";
import { type KnownMachine, whichMachine } from "./which-machine.ts";

const SEEN = new Date("2026-01-05T08:00:00Z");

function aMachine(id: string, facts: Partial<KnownMachine> = {}): KnownMachine {
  return { id, agentIdentity: "old", hardware: "aa", replacedBy: null, removedAt: null, lastSeenAt: SEEN, ...facts };
}

const replacedBy = (...known: readonly KnownMachine[]): readonly string[] | undefined => {
  const whose = whichMachine(known, { agentIdentity: "new", hardware: "aa" });
  return "replaces" in whose ? whose.replaces : undefined;
};

it("hardware installed anew stands for the machine that it was, and not for what was put away or replaced before", () => {
  expect(replacedBy(aMachine("kept"))).toEqual(["kept"]);
  expect(replacedBy(aMachine("removed", { removedAt: SEEN }), aMachine("replaced", { replacedBy: "x" }))).toEqual([]);
  expect(replacedBy(aMachine("other", { hardware: "bb" }), aMachine("mute", { hardware: null }))).toEqual([]);
});

it("hardware that says nothing of itself replaces nobody, and is whoever last told its identity", () => {
  const known = [aMachine("first"), aMachine("last", { lastSeenAt: new Date(SEEN.getTime() + 1) })];
  expect(whichMachine(known, { agentIdentity: "new", hardware: null })).toEqual({ known: undefined, replaces: [] });
  expect(whichMachine(known, { agentIdentity: "old", hardware: null }).known?.id).toBe("last");
});
