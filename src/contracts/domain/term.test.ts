import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { Terms } from "./contract.ts";
import { termOf } from "./term.ts";

const day = (text: string): LocalDate => text as LocalDate;
const YEARLY: Terms = {
  startsOn: day("2024-01-01"),
  endsOn: day("2024-12-31"),
  renewal: "tacit",
  renewalMonths: 12,
  noticeMonths: 3,
  closedOn: null,
};
const on = (today: string, terms: Partial<Terms> = {}) => termOf({ ...YEARLY, ...terms }, day(today));

describe("the term of a contract", () => {
  it("is the first one until its last day, then the renewed ones", () => {
    expect(on("2024-12-31")).toMatchObject({ renewals: 0, startsOn: "2024-01-01", endsOn: "2024-12-31" });
    expect(on("2025-01-01")).toMatchObject({ renewals: 1, startsOn: "2025-01-01", endsOn: "2025-12-31", thenEndsOn: "2026-12-31" });
    expect(on("2034-06-01")).toMatchObject({ renewals: 10, endsOn: "2034-12-31" });
  });

  it("ends on the last day of a month whatever its length, when it began on a first", () => {
    const monthly = { startsOn: day("2024-02-01"), endsOn: day("2024-04-30"), renewalMonths: 1, noticeMonths: 0 };
    expect(on("2024-05-15", monthly).endsOn).toBe("2024-05-31");
    expect(on("2025-02-10", monthly).endsOn).toBe("2025-02-28");
    expect(on("2028-02-10", { startsOn: day("2024-03-01"), endsOn: day("2025-02-28") }).endsOn).toBe("2028-02-29");
  });

  it("counts notice as the law counts months: 31 August less six months is the last day of February", () => {
    const summer = { startsOn: day("2025-09-01"), noticeMonths: 6 };
    expect(on("2026-01-01", { ...summer, endsOn: day("2026-08-31") }).noticeBy).toBe("2026-02-28");
    expect(on("2028-01-01", { ...summer, startsOn: day("2027-09-01"), endsOn: day("2028-08-31") }).noticeBy).toBe("2028-02-29");
    expect(on("2024-06-01").noticeBy).toBe("2024-09-30");
  });

  it("can still be given notice on the last day for it, and no longer the next day", () => {
    expect(on("2024-09-30")).toMatchObject({ canGiveNotice: true, state: "notice-due" });
    expect(on("2024-10-01")).toMatchObject({ canGiveNotice: false, state: "current", thenEndsOn: "2025-12-31" });
  });

  it("asks for attention ninety days before the last day for notice", () => {
    expect(on("2024-07-01").state).toBe("current");
    expect(on("2024-07-02").state).toBe("notice-due");
  });

  it("says whether it is to come, renewed, closing or ended", () => {
    expect(on("2023-12-31").state).toBe("to-come");
    expect(on("2025-02-01").state).toBe("renewed");
    expect(on("2024-11-01", { closedOn: day("2024-12-31") })).toMatchObject({ state: "closing", noticeBy: null, endsOn: "2024-12-31" });
    expect(on("2025-01-01", { closedOn: day("2024-12-31") }).state).toBe("ended");
    expect(on("2025-01-01", { renewal: "none", renewalMonths: null }).state).toBe("ended");
    expect(on("2025-01-01", { renewal: "express", renewalMonths: null }).state).toBe("ended");
    expect(on("2050-01-01", { renewal: "none", endsOn: null })).toMatchObject({ state: "current", endsOn: null, noticeBy: null });
  });

  it("has no day for notice where nobody said how long it is, or where nothing is renewed", () => {
    expect(on("2024-06-01", { noticeMonths: null })).toMatchObject({ noticeBy: null, canGiveNotice: false, state: "current" });
    expect(on("2024-06-01", { renewal: "none" }).noticeBy).toBeNull();
    expect(on("2024-06-01", { renewal: "express" }).noticeBy).toBe("2024-09-30");
  });
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day("1990-01-01"), days));
const tacit = fc
  .record({
    startsOn: anyDay,
    length: fc.integer({ min: 1, max: 4_000 }),
    renewalMonths: fc.integer({ min: 1, max: 120 }),
    noticeMonths: fc.integer({ min: 0, max: 60 }),
  })
  .map(
    ({ startsOn, length, ...rest }): Terms => ({ ...rest, startsOn, endsOn: addDays(startsOn, length), renewal: "tacit", closedOn: null }),
  );

describe("any contract renewed tacitly", () => {
  it("has, on any day from its start, one term that holds that day, which follows the one before without a gap", () => {
    fc.assert(
      fc.property(tacit, fc.integer({ min: 0, max: 20_000 }), (terms, later) => {
        const today = addDays(terms.startsOn, later);
        const term = termOf(terms, today);
        expect(term.startsOn <= today && today <= (term.endsOn ?? today)).toBe(true);
        const before = termOf(terms, addDays(term.startsOn, -1));
        if (term.renewals > 0) expect(before).toMatchObject({ endsOn: addDays(term.startsOn, -1), renewals: term.renewals - 1 });
        expect(termOf(terms, addDays(term.endsOn ?? today, 1)).endsOn).toBe(term.thenEndsOn);
      }),
    );
  });

  it("has its last day for notice as many months before the end, never after it", () => {
    fc.assert(
      fc.property(tacit, fc.integer({ min: 0, max: 20_000 }), (terms, later) => {
        const { noticeBy, endsOn } = termOf(terms, addDays(terms.startsOn, later));
        expect(noticeBy).toBe(addMonths(endsOn ?? terms.startsOn, -(terms.noticeMonths ?? 0)));
        expect((noticeBy ?? "") <= (endsOn ?? "")).toBe(true);
        const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(endsOn ?? "") - months(noticeBy ?? "")).toBe(terms.noticeMonths);
      }),
    );
  });
});
