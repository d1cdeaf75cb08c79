import { describe, expect, it } from "vitest";
import { type LocalDate, parseLocalDate } from "#src/kernel/dates.ts";
import { dayRefusal, type InstallationState, moved, nextStates, STATES, type Standing } from "./state.ts";

const day = (text: string): LocalDate => parseLocalDate(text) as LocalDate;
const today = day("2026-11-21");
const at = (state: InstallationState, facts: Partial<Standing> = {}): Standing => ({ state, inServiceOn: null, retiredOn: null, ...facts });

describe("the states of an installation", () => {
  it("go forward; a plan may be cancelled; what was to be left may stay; nothing comes back from retirement", () => {
    const allowed = Object.fromEntries(STATES.map((state) => [state, nextStates(state)]));
    expect(allowed).toEqual({
      planned: ["pilot", "in-service", "retired"],
      pilot: ["in-service", "leaving", "retired"],
      "in-service": ["leaving", "retired"],
      leaving: ["in-service", "retired"],
      retired: [],
    });
  });

  it("refuse every move that is not listed, and accept every move that is", () => {
    for (const from of STATES) {
      for (const to of STATES) {
        const standing = from === "retired" ? at(from, { retiredOn: today }) : at(from);
        expect(moved(standing, { to, day: today }, today).ok, `${from} to ${to}`).toBe(nextStates(from).includes(to));
      }
    }
  });

  it("note the day of entering service, today or before, never in the future", () => {
    const entered = moved(at("pilot"), { to: "in-service", day: day("2026-11-02") }, today);
    expect(entered).toEqual({ ok: true, value: at("in-service", { inServiceOn: day("2026-11-02") }) });
    expect(moved(at("pilot"), { to: "in-service", day: today }, today).ok).toBe(true);
    expect(moved(at("pilot"), { to: "in-service", day: day("2026-11-22") }, today)).toEqual({
      ok: false,
      error: { kind: "day-in-future" },
    });
  });

  it("keep the first day of service when what was to be left stays after all", () => {
    const back = moved(at("leaving", { inServiceOn: day("2019-03-01") }), { to: "in-service", day: today }, today);
    expect(back.ok && back.value.inServiceOn).toBe("2019-03-01");
  });

  it("note the day of retirement, not before the day of entering service", () => {
    const running = at("in-service", { inServiceOn: day("2020-01-10") });
    expect(moved(running, { to: "retired", day: day("2020-01-10") }, today).ok).toBe(true);
    expect(moved(running, { to: "retired", day: day("2020-01-09") }, today)).toEqual({
      ok: false,
      error: { kind: "day-before-service", inServiceOn: "2020-01-10" },
    });
  });
});

describe("the day since which something is said to be in service", () => {
  it("need not be known, has come, and belongs to what has entered service", () => {
    expect(dayRefusal("in-service", null, today)).toBeUndefined();
    expect(dayRefusal("in-service", today, today)).toBeUndefined();
    expect(dayRefusal("leaving", today, today)).toBeUndefined();
    expect(dayRefusal("in-service", day("2026-11-22"), today)).toEqual({ kind: "day-in-future" });
    expect(dayRefusal("planned", today, today)).toEqual({ kind: "not-in-service-yet" });
    expect(dayRefusal("pilot", today, today)).toEqual({ kind: "not-in-service-yet" });
  });
});
