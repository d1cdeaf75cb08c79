import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type CalendarItem, contractDays, inMonths, lastDay, uidOf } from "./calendar.ts";
import type { Contract, ContractId } from "./contract.ts";

const day = (text: string): LocalDate => text as LocalDate;
const CONTRACT: Contract = {
  id: "c" as ContractId,
  title: "Maintenance",
  reference: "",
  supplierId: null,
  supplierName: "Éditeur",
  kind: "support",
  startsOn: day("2025-01-01"),
  endsOn: day("2025-12-31"),
  renewal: "tacit",
  renewalMonths: 12,
  noticeMonths: 3,
  yearlyAmount: null,
  indexation: "",
  notes: "",
  closedOn: null,
  declaredBy: null,
  version: 1,
};
const days = (today: string, facts: Partial<Contract> = {}): readonly string[] =>
  contractDays({ ...CONTRACT, ...facts }, day(today), lastDay(day(today))).map(({ kind, day: at }) => `${kind} ${at}`);

describe("the days of a contract in the calendar", () => {
  it("are its notice and the end of its term, and those of the next term while a year is not over", () => {
    expect(days("2025-06-01")).toEqual(["notice 2025-09-30", "contract-end 2025-12-31"]);
    expect(days("2025-11-01")).toEqual(["notice 2025-09-30", "contract-end 2025-12-31", "notice 2026-09-30"]);
    expect(days("2026-01-01")).toEqual(["notice 2026-09-30", "contract-end 2026-12-31"]);
  });

  it("keep a notice that is late as long as its term runs, and an end that nobody explained for a year", () => {
    const none = { renewal: "none" as const, renewalMonths: null };
    expect(days("2026-02-01", none)).toEqual(["contract-end 2025-12-31"]);
    expect(days("2026-12-31", none)).toEqual(["contract-end 2025-12-31"]);
    expect(days("2027-01-01", none)).toEqual([]);
    expect(days("2026-02-01", { ...none, renewal: "express" })).toEqual(["contract-end 2025-12-31"]);
  });

  it("are only the end that was decided, until it is past", () => {
    expect(days("2025-06-01", { closedOn: day("2025-12-31") })).toEqual(["contract-end 2025-12-31"]);
    expect(days("2026-01-01", { closedOn: day("2025-12-31") })).toEqual([]);
  });

  it("are none without an end, and those of two terms at most for a monthly one", () => {
    expect(days("2025-06-01", { endsOn: null, renewal: "none" })).toEqual([]);
    const monthly = days("2025-06-10", { endsOn: day("2025-01-31"), renewalMonths: 1, noticeMonths: 1 });
    expect(monthly.filter((each) => each.startsWith("contract-end"))).toHaveLength(2);
  });

  it("never ask notice before the contract began", () => {
    expect(days("2024-12-20", { endsOn: day("2025-02-28"), noticeMonths: 6 })).not.toContain("notice 2024-08-28");
  });

  it("are grouped by month, the late ones apart; and keep one identifier for one term", () => {
    const today = day("2025-11-01");
    const items = contractDays(CONTRACT, today, lastDay(today));
    const { late, months } = inMonths(items, today);
    expect(late.map(({ day: at }) => at)).toEqual(["2025-09-30"]);
    expect(months.map(({ month }) => month)).toEqual(["2025-12", "2026-09"]);
    expect(new Set(items.map(uidOf)).size).toBe(items.length);
    const cycle: CalendarItem = {
      kind: "end-of-life",
      day: today,
      installationId: "i",
      name: "",
      slug: "s",
      software: "",
      cycle: "a b@é",
      certain: true,
    };
    expect(uidOf(cycle)).toBe("end-of-life-i-s-a_20b_40_e9");
  });

  it("are the same event in a calendar that is read again, once the notice of their term was corrected", () => {
    const today = day("2025-06-01");
    const [before, after] = [3, 2].map((noticeMonths) => contractDays({ ...CONTRACT, noticeMonths }, today, lastDay(today)));
    expect(after?.map(({ day: at }) => at)).not.toEqual(before?.map(({ day: at }) => at));
    expect(after?.map(uidOf)).toEqual(before?.map(uidOf));
  });
});
