import { expect, it } from "vitest";
import { average, bySystem, copies, observedToday } from "./observed.ts";
import { ratioOf } from "./share.ts";

const MACHINES = [
  { free: 3, notFree: 1, unknown: 6 },
  { free: 0, notFree: 40, unknown: 0 },
  { free: 0, notFree: 0, unknown: 5 },
];

it("each workstation weighs the same in the average, and one of which nothing is known is not counted", () => {
  // 3 of 4, then 0 of 40; the third has nothing to count.
  expect(average(MACHINES)).toEqual({ ratio: (0.75 + 0) / 2, counted: 2, all: 3 });
});

it("copies weigh by their number", () => {
  expect(copies(MACHINES)).toEqual({ free: 3, known: 44, all: 55, unit: "copy" });
  expect(ratioOf(copies(MACHINES))).toBeCloseTo(3 / 44);
});

it("nothing observed is no share at all", () => {
  expect(average([])).toEqual({ ratio: null, counted: 0, all: 0 });
  expect(observedToday({ software: [{ slug: "gimp", free: true }], workstations: [], systems: [] })).toBeNull();
});

it("a system of which we know nothing is neither free nor not", () => {
  const systems = [
    { system: "linux" as const, systemName: "Debian", machines: 4 },
    { system: "linux" as const, systemName: "Linux Mint", machines: 6 },
    { system: "windows" as const, systemName: "Windows 11", machines: 30 },
    { system: "other" as const, systemName: "", machines: 2 },
  ];
  expect(observedToday({ software: [], workstations: [], systems })?.systems).toEqual({
    free: 10,
    known: 40,
    all: 42,
    unit: "workstation",
  });
  expect(bySystem(systems)).toEqual([
    { system: "linux", machines: 10 },
    { system: "windows", machines: 30 },
    { system: "other", machines: 2 },
  ]);
});
