import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { monthsGained, nextBudgetYear } from "./budget-cycle.ts";

const gained = (submitted: string, used: string): number => monthsGained(submitted as LocalDate, used as LocalDate);

describe("the months gained on the yearly budget", () => {
  it("run from the first use to the next 1 January after the submission", () => {
    expect(nextBudgetYear("2026-03-10" as LocalDate)).toBe("2027-01-01");
    expect(gained("2026-03-10", "2026-04-26")).toBe(8);
    expect(gained("2026-03-10", "2026-05-01")).toBe(8);
    expect(gained("2026-12-01", "2026-12-31")).toBe(0);
  });

  it("are none when the use began later than the budget would have allowed", () => {
    expect(gained("2025-11-02", "2026-01-01")).toBe(0);
    expect(gained("2025-11-02", "2026-06-15")).toBe(0);
  });
});
