import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type Stood, stoodAfter, stoodAtDeclaration, stoodSince } from "./standing.ts";
import type { InstallationState } from "./state.ts";

const day = (text: string): LocalDate => text as LocalDate;
const stood = (since: string, state: InstallationState): Stood => ({ since: day(since), state });

describe("the history of an installation", () => {
  it("begins with its declaration, or with its first day of service", () => {
    expect(stoodAtDeclaration("planned", null, day("2026-03-01"))).toEqual([stood("2026-03-01", "planned")]);
    expect(stoodAtDeclaration("in-service", day("2019-09-01"), day("2026-03-01"))).toEqual([stood("2019-09-01", "in-service")]);
    expect(stoodAtDeclaration("in-service", null, day("2026-03-01"))).toEqual([stood("2026-03-01", "in-service")]);
    expect(stoodAtDeclaration("leaving", day("2019-09-01"), day("2026-03-01"))).toEqual([
      stood("2019-09-01", "in-service"),
      stood("2026-03-01", "leaving"),
    ]);
  });

  it("grows with each move, on the same day too; what was noted for later days did not happen", () => {
    const planned = [stood("2026-03-01", "planned")];
    expect(stoodAfter(planned, "pilot", day("2026-03-01"))).toEqual([...planned, stood("2026-03-01", "pilot")]);
    expect(stoodAfter(planned, "in-service", day("2026-01-15"))).toEqual([stood("2026-01-15", "in-service")]);
  });

  it("follows when the first day of service is corrected", () => {
    const history = [stood("2026-01-01", "planned"), stood("2026-02-01", "in-service"), stood("2026-03-01", "leaving")];
    expect(stoodSince(history, day("2026-02-15"))).toEqual([history[0], stood("2026-02-15", "in-service"), history[2]]);
    expect(stoodSince(history, day("2025-12-01"))).toEqual([stood("2025-12-01", "in-service"), history[2]]);
    expect(stoodSince(history, day("2026-04-01"))).toEqual([history[0], stood("2026-04-01", "in-service"), stood("2026-04-01", "leaving")]);
    expect(stoodSince([stood("2026-03-01", "leaving")], day("2019-01-01"))).toEqual([
      stood("2019-01-01", "in-service"),
      stood("2026-03-01", "leaving"),
    ]);
  });
});
