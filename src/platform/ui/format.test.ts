import { describe, expect, it } from "vitest";
import {
  counted,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatList,
  formatLongDate,
  formatMoney,
  formatPercent,
  quoted,
} from "./format.ts";
import { eurosAsTyped, parseEuros, parseInteger } from "./typed-values.ts";

describe("dates", () => {
  it("are written in the reader's language", () => {
    expect(formatDate("2026-11-21", "fr")).toBe("21 novembre 2026");
    expect(formatDate("2026-11-21", "en")).toBe("21 November 2026");
    expect(formatDate("2027-03-01", "fr")).toBe("1er mars 2027");
    expect(formatDayMonth("2027-03-01", "fr")).toBe("1er mars");
    expect(formatLongDate("2026-11-21", "fr")).toBe("samedi 21 novembre 2026");
  });

  it("of an instant are those of Paris", () => {
    expect(formatDate("2026-12-31T23:30:00Z", "fr")).toBe("1er janvier 2027");
    expect(formatDateTime("2026-07-14T09:05:00Z", "fr")).toBe("14 juillet 2026 à 11:05");
  });

  it("that are none come back as they are", () => {
    expect(formatDate("bientôt", "fr")).toBe("bientôt");
  });
});

describe("numbers", () => {
  it("of euros have cents only when there are", () => {
    expect(formatMoney(840_000, "fr")).toMatch(/^8\s400\s€$/);
    expect(formatMoney(840_050, "fr")).toMatch(/^8\s400,50\s€$/);
    expect(formatMoney(840_000, "en")).toBe("€8,400");
  });

  it("take the plural of their language", () => {
    const noun = { one: "demande", other: "demandes" };
    expect(counted(0, noun, "fr")).toBe("0 demande");
    expect(counted(1, noun, "fr")).toBe("1 demande");
    expect(counted(37, noun, "fr")).toBe("37 demandes");
    expect(counted(0, { one: "request", other: "requests" }, "en")).toBe("0 requests");
  });

  it("as shares keep their sign beside them", () => {
    expect(formatPercent(0.71, "fr")).toBe("71\u202f%");
    expect(formatPercent(0.71, "en")).toBe("71%");
  });

  it("typed by people are read with patience", () => {
    expect(parseEuros("8 400,50 €")).toBe(840_050);
    expect(parseEuros("8\u202f400")).toBe(840_000);
    expect(parseEuros("12.5")).toBe(1_250);
    expect(parseEuros("beaucoup")).toBeUndefined();
    expect(parseEuros("1,2,3")).toBeUndefined();
    expect(parseInteger("1 200")).toBe(1200);
    expect(parseInteger("1,5")).toBeUndefined();
    expect(parseEuros(eurosAsTyped(840_050))).toBe(840_050);
  });
});

it("writes lists and quotations as each language does", () => {
  expect(formatList(["a", "b", "c"], "fr")).toBe("a, b et c");
  expect(quoted("mot", "fr")).toBe("«\u202fmot\u202f»");
  expect(quoted("word", "en")).toBe("“word”");
});
