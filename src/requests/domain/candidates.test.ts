import { expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { candidatesOf, obstaclesOf } from "./candidates.ts";
import type { Examination } from "./examination.ts";
import { examined, play, proposed, type Step, searched, structured, waiverAnswered, waiverAsked } from "./testing.ts";
import { STORIES } from "./testing-stories.ts";

const looked = play(STORIES.atGate2(), structured(), searched("open-source"), proposed("open-source", "Koha"));

/** What stands in the way of the candidate after these steps, and whether the guarantor let it pass. */
function standing(...steps: readonly Step[]): readonly string[] {
  const request = play(looked, ...steps);
  const candidate = candidatesOf(request)[0];
  if (candidate === undefined) throw new Error("No candidate");
  return obstaclesOf(request, candidate).map(({ kind, waived }) => `${kind}${waived ? ", waived" : ""}`);
}

const costing = (years: number, once: number): Partial<Examination> => ({
  cost: { years, lines: [{ heading: "licences", once, yearly: 1_000_000 }] },
});
const ready = (day: string): Partial<Examination> => ({ readyOn: day as LocalDate });

it("a waiver of the budget holds for the cost that it was given for, over whatever years, and for no dearer one", () => {
  const waived = [examined("Koha", costing(5, 1_000_000)), waiverAsked("Koha", "budget"), waiverAnswered(true)];
  expect(standing(...waived)).toEqual(["over-budget, waived"]);
  expect(standing(...waived, examined("Koha", costing(10, 1_000_000), "Sur dix ans."))).toEqual(["over-budget, waived"]);
  expect(standing(...waived, examined("Koha", costing(3, 2_000_000), "Sur trois ans."))).toEqual(["over-budget"]);
});

it("a waiver of the date holds for that day or an earlier one, and for no later one", () => {
  const waived = [examined("Koha", ready("2027-01-15")), waiverAsked("Koha", "time"), waiverAnswered(true)];
  expect(standing(...waived)).toEqual(["too-late, waived"]);
  expect(standing(...waived, examined("Koha", ready("2027-01-15"), "Relu."))).toEqual(["too-late, waived"]);
  expect(standing(...waived, examined("Koha", ready("2027-01-16"), "Un jour de plus."))).toEqual(["too-late"]);
});

it("a waiver that was refused lifts nothing", () => {
  expect(standing(examined("Koha", ready("2027-01-15")), waiverAsked("Koha", "time"), waiverAnswered(false))).toEqual(["too-late"]);
});
