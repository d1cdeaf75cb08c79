import { expect, it } from "vitest";
import {
  countersigned,
  examined,
  play,
  proposed,
  reworded,
  ruledOut,
  searched,
  structured,
  waiverAnswered,
  waiverAsked,
} from "./testing.ts";
import { STORIES } from "./testing-stories.ts";

const failing = { knockOuts: { licence: { passes: true, reason: "GPL" }, accessibility: { passes: false, reason: "Trois écarts" } } };
const asked = play(
  STORIES.atGate2(),
  structured(),
  searched("open-source"),
  proposed("open-source", "Koha"),
  examined("Koha", failing),
  waiverAsked("Koha", "accessibility"),
);

it("a waiver is answered once: neither confirmed nor taken back by another answer", () => {
  const answered = play(asked, waiverAnswered(true));
  expect(() => play(answered, waiverAnswered(true))).toThrow("already-answered");
  expect(() => play(answered, waiverAnswered(false))).toThrow("already-answered");
});

it("a waiver is answered while the gate is open, and not once the gate is concluded", () => {
  const concluded = play(asked, examined("Koha", { ...failing, opinion: "rejected" }, "Trop d’écarts."), ruledOut("open-source"));
  expect(() => play(concluded, waiverAnswered(true))).toThrow("out-of-order");
});

it("what was countersigned is what was signed: its statement is reworded no more, and that of gate 1, which nobody signs, may be", () => {
  const reword = (gate: "in-house" | "open-source") => reworded(gate, "Rien ne convient.", "Plus clair.");
  const waiting = STORIES.toCountersign();
  expect(() => play(waiting, reword("open-source"))).not.toThrow();
  const signed = play(waiting, countersigned());
  expect(() => play(signed, reword("in-house"))).not.toThrow();
  expect(() => play(signed, reword("open-source"))).toThrow("out-of-order");
});
