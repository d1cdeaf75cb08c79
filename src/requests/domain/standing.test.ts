import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { isToConfirm, type StandingFacts, standingOf } from "./standing.ts";

const day = (text: string): LocalDate => text as LocalDate;

function facts(change: Partial<StandingFacts> = {}): StandingFacts {
  return {
    state: "searching",
    gate: 2,
    since: day("2026-03-01"),
    dueOn: day("2026-03-21"),
    targetDays: 20,
    waitsFor: "reviewer",
    solution: null,
    usedSince: null,
    confirmOn: null,
    confirmed: null,
    ...change,
  };
}

describe("where a request stands", () => {
  it("counts the day when the gate opened as the first", () => {
    expect(standingOf(facts(), day("2026-03-01"))).toEqual({ kind: "searching", gate: 2, day: 1, of: 20, waitsFor: "reviewer" });
    expect(standingOf(facts(), day("2026-03-09"))).toMatchObject({ day: 9, of: 20 });
  });

  it("is not late on the day when it is due, and is the day after", () => {
    expect(standingOf(facts(), day("2026-03-21"))).toMatchObject({ kind: "searching", day: 20, of: 20 });
    expect(standingOf(facts(), day("2026-03-22"))).toEqual({ kind: "late", gate: 2, days: 1, waitsFor: "reviewer" });
  });

  it("goes on counting from the opening of the gate when a conclusion was sent back", () => {
    expect(standingOf(facts({ since: day("2026-03-11") }), day("2026-03-12"))).toMatchObject({ day: 12, of: 20 });
  });

  it("never counts from before the request came there, when the authority has shortened its target since", () => {
    expect(standingOf(facts({ targetDays: 5 }), day("2026-03-03"))).toMatchObject({ day: 3, of: 20 });
  });

  it("says since when a conclusion waits, and that it is late before that", () => {
    const waiting = facts({ state: "to-countersign", waitsFor: "guarantor", since: day("2026-03-10") });
    expect(standingOf(waiting, day("2026-03-13"))).toEqual({ kind: "to-countersign", gate: 2, days: 3 });
    expect(standingOf(waiting, day("2026-03-25"))).toEqual({ kind: "late", gate: 2, days: 4, waitsFor: "guarantor" });
  });

  it("tells a decision from its use, and what was said of the use", () => {
    const decided = facts({ state: "settled", dueOn: null, waitsFor: null, solution: "Koha", confirmOn: day("2026-09-01") });
    expect(standingOf(decided, day("2026-04-01"))).toEqual({ kind: "decided", gate: 2, on: "2026-03-01" });
    const used = { ...decided, usedSince: day("2026-05-01") };
    expect(standingOf(used, day("2026-06-01"))).toEqual({ kind: "in-use", since: "2026-05-01", confirm: "later" });
    expect(standingOf(used, day("2026-09-01"))).toMatchObject({ confirm: "due" });
    expect(standingOf({ ...used, confirmed: "partly" }, day("2026-09-01"))).toMatchObject({ confirm: "partly" });
  });

  it("asks for a confirmation only of what is in use, not confirmed, and due", () => {
    const due = { usedSince: day("2026-05-01"), confirmOn: day("2026-09-01"), confirmed: null };
    expect(isToConfirm(due, day("2026-09-01"))).toBe(true);
    expect(isToConfirm(due, day("2026-08-31"))).toBe(false);
    expect(isToConfirm({ ...due, usedSince: null }, day("2026-09-01"))).toBe(false);
    expect(isToConfirm({ ...due, confirmed: "no" }, day("2026-09-01"))).toBe(false);
  });

  it("says when a need was recorded as unmet, or withdrawn", () => {
    expect(standingOf(facts({ state: "unmet", gate: null, dueOn: null }), day("2026-06-01"))).toEqual({ kind: "unmet", on: "2026-03-01" });
    expect(standingOf(facts({ state: "withdrawn", dueOn: null }), day("2026-06-01"))).toEqual({ kind: "withdrawn", on: "2026-03-01" });
  });
});
