import { describe, expect, it } from "vitest";
import { backoff, retryAfter, waitBefore } from "./waiting.ts";

describe("the wait before another try", () => {
  it("doubles each time, between half and the whole of it, and never exceeds a minute", () => {
    expect([0, 1, 2].map((tries) => [backoff(tries, 0), backoff(tries, 1)])).toEqual([
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
    ]);
    expect(backoff(40, 1)).toBe(60_000);
  });

  it("is at least what the server asks, in seconds or as a date", () => {
    const now = Date.UTC(2026, 0, 1);
    expect(retryAfter("20", now)).toBe(20_000);
    expect(retryAfter("Thu, 01 Jan 2026 00:00:30 GMT", now)).toBe(30_000);
    expect(retryAfter("Wed, 31 Dec 2025 00:00:30 GMT", now)).toBe(0);
    expect([undefined, "", "-1", "soon", "1e9", "2026-01-01", "Infinity"].map((header) => retryAfter(header, now))).toEqual(
      Array(7).fill(undefined),
    );
    expect(waitBefore(0, 20_000)).toBe(20_000);
    expect(waitBefore(3, 1)).toBeGreaterThanOrEqual(4_000);
  });

  it("is given up when the server asks for more than a minute", () => {
    expect(waitBefore(0, 60_000)).toBe(60_000);
    expect(waitBefore(0, 60_001)).toBeUndefined();
  });
});
