import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { declaredThen } from "./declared.ts";
import { historyOf, inServiceThen, isReconstituted, type KeptMonth, monthsBefore, yearAgo } from "./months.ts";

const day = (text: string): LocalDate => text as LocalDate;
const installed = (id: string) => ({ id, name: id, softwareSlug: null, free: true, layer: "users", users: 1, departments: [] });
const kept = (month: string, measuredOn = month): KeptMonth => ({
  month: day(month),
  measuredOn: day(measuredOn),
  declared: declaredThen([installed("a")], ["users"]),
  observed: null,
});

describe("what was in service on a day", () => {
  const periods = [
    { installationId: "a", since: day("2025-01-10"), until: null },
    { installationId: "b", since: day("2024-01-01"), until: day("2025-03-01") },
    { installationId: "b", since: day("2025-06-01"), until: null },
  ];
  const then = (on: string): readonly string[] => inServiceThen([installed("a"), installed("b")], periods, day(on)).map(({ id }) => id);

  it("is counted from its first day, and no more on the day it left", () => {
    expect(then("2025-01-09")).toEqual(["b"]);
    expect(then("2025-01-10")).toEqual(["a", "b"]);
    expect(then("2025-02-28")).toEqual(["a", "b"]);
    expect(then("2025-03-01")).toEqual(["a"]);
  });

  it("comes back when it came back", () => expect(then("2025-06-01")).toEqual(["a", "b"]));
});

describe("the history", () => {
  it("shows a month that was not measured as one, between those that were", () => {
    const history = historyOf([kept("2025-11-01"), kept("2026-01-01")], day("2026-02-17"));
    expect(history.map(({ month, kept: known }) => [month, known !== undefined])).toEqual([
      ["2025-11-01", true],
      ["2025-12-01", false],
      ["2026-01-01", true],
    ]);
  });

  it("is empty where nothing was kept", () => expect(historyOf([], day("2026-02-17"))).toEqual([]));

  it("goes 24 months back", () => {
    expect(monthsBefore(day("2026-02-17"))).toHaveLength(24);
    expect(monthsBefore(day("2026-02-17"))[0]).toBe("2024-02-01");
    expect(monthsBefore(day("2026-02-17")).at(-1)).toBe("2026-01-01");
  });

  it("says that a month was worked out afterwards when it was over by then", () => {
    expect(isReconstituted(kept("2026-01-01", "2026-01-31"))).toBe(false);
    expect(isReconstituted(kept("2026-01-01", "2026-02-01"))).toBe(true);
  });
});

describe("what today is compared with", () => {
  it("is the same month a year ago", () => {
    const months = [kept("2026-01-01"), kept("2025-02-01"), kept("2025-01-01"), kept("2024-06-01")];
    expect(yearAgo(months, day("2026-02-17"))?.month).toBe("2025-02-01");
  });

  it("is the oldest month since, where nothing was kept a year ago", () => {
    expect(yearAgo([kept("2026-01-01"), kept("2025-09-01"), kept("2024-06-01")], day("2026-02-17"))?.month).toBe("2025-09-01");
  });

  it("is nothing in the first month", () => {
    expect(yearAgo([kept("2026-02-01")], day("2026-02-17"))).toBeUndefined();
  });
});
