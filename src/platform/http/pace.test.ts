import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openPace } from "./pace.ts";

/** Holds the process, as a native compiler does. */
function hold(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe("a pace", () => {
  it("leaves the process to others between two works, whatever the number of those who ask", async () => {
    const pace = openPace({ line: 5, rest: 3 });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 3 }, () => pace(async () => hold(30))));
    // Three of thirty milliseconds, and two rests of ninety.
    expect(performance.now() - begun).toBeGreaterThan(250);
  });

  it("takes no more than its line holds, and takes again once one is done", async () => {
    const pace = openPace({ line: 2, rest: 0 });
    const works = [1, 2, 3].map((n) => pace(async () => n));
    expect(works.map((work) => work === undefined)).toEqual([false, false, true]);
    expect(await Promise.all(works)).toEqual([1, 2, undefined]);
    expect(await pace(async () => 4)).toBe(4);
  });

  it("goes on after a work that failed", async () => {
    const pace = openPace({ line: 2, rest: 0 });
    const failed = pace(() => Promise.reject(new Error("no")));
    const next = pace(async () => "next");
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe("next");
    await pause(1);
  });
});
