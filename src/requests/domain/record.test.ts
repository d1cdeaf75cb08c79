import { describe, expect, it } from "vitest";
import { type RecordContext, recordOf } from "./record.ts";
import { progressOf, type SoftwareRequest } from "./request.ts";
import {
  aRequest,
  asked,
  CAST,
  countersigned,
  examined,
  play,
  proposed,
  retained,
  returned,
  reworded,
  ruledOut,
  searched,
  structured,
} from "./testing.ts";
import { STORIES } from "./testing-stories.ts";

const NAMES = new Map<string, string>([
  [CAST.requester, "Rose Plantée"],
  [CAST.reviewer, "Ivan Plantée"],
  [CAST.guarantor, "Garance Plantée"],
  ["00000000-0000-4000-8000-0000000000ff", "Quidam Plantée"],
]);
const context: RecordContext = {
  authority: { name: "Ville de Test", siren: "213800196", demonstration: false, countersignature: "required" },
  department: "Culture › Médiathèque",
  names: NAMES,
  solution: "Koha",
};

describe("the stories that tests are built on", () => {
  it("stand where their name says", () => {
    const states = Object.fromEntries(Object.entries(STORIES).map(([name, story]) => [name, progressOf(story()).status]));
    expect(states).toEqual({
      submitted: "searching",
      extended: "settled",
      atGate2: "searching",
      toCountersign: "to-countersign",
      freeWithWaiver: "settled",
      proprietary: "settled",
      builtInHouse: "settled",
      unmet: "unmet",
      singlePerson: "settled",
      withdrawn: "withdrawn",
    });
  });
});

describe("the decision record", () => {
  it("exists for decisions alone", () => {
    expect(() => recordOf(STORIES.freeWithWaiver(), context, "internal")).not.toThrow();
    expect(() => recordOf(STORIES.toCountersign(), context, "internal")).toThrow("Only a decision has a record");
    expect(() => recordOf(STORIES.withdrawn(), context, "internal")).toThrow("Only a decision has a record");
  });

  it("keeps the requester's words beside the structured need", () => {
    const record = recordOf(
      play(aRequest(), structured({ words: "Prêts, réservations, relances" }), ...atGate1("Koha")),
      context,
      "internal",
    );
    expect(record.submitted.need.words).toBe("Nous voulons prêter, réserver et relancer sans tableur.");
    expect(record.need.words).toBe("Prêts, réservations, relances");
  });

  it("tells each gate: how it was left, what was searched, which candidates, who countersigned", () => {
    const record = recordOf(STORIES.freeWithWaiver(), context, "internal");
    expect(record.gates.map(({ outcome }) => outcome)).toEqual(["ruled-out", "retained", "not-reached", "not-reached"]);
    const [first, second] = record.gates;
    expect(first?.countersigned).toBeNull();
    expect(second?.searches).toMatchObject([{ query: "prêt médiathèque", count: 2, found: ["Koha", "PMB"] }]);
    expect(second?.candidates.map(({ name, retained }) => [name, retained])).toEqual([
      ["PMB", false],
      ["Koha", true],
    ]);
    expect(second?.candidates[1]?.waivers).toMatchObject([{ object: "accessibility", answer: { granted: true } }]);
    expect(second?.countersigned).toMatchObject({ by: { role: "guarantor", name: "Garance Plantée" }, singlePerson: false });
  });

  it("tells the last word on a gate that was sent back, and the corrections with their reasons", () => {
    const request = play(
      aRequest(),
      ...leaveGate1,
      structured(),
      searched("open-source"),
      ruledOut("open-source", "Première version"),
      returned(),
      proposed("open-source", "Koha"),
      examined("Koha", { reason: "Trop vite" }),
      examined("Koha", { reason: "Examiné à nouveau" }, "La version testée était ancienne"),
      retained("open-source", "Koha"),
      reworded("open-source", "Dernière version", "Une faute de frappe"),
      countersigned(),
    );
    const record = recordOf(request, context, "internal");
    expect(record.gates[1]).toMatchObject({ outcome: "retained", statement: "Dernière version" });
    expect(record.gates[1]?.candidates[0]?.examination?.reason).toBe("Examiné à nouveau");
    expect(record.corrections).toMatchObject([
      { what: "candidate-examined", why: "La version testée était ancienne" },
      { what: "gate-concluded", why: "Une faute de frappe" },
    ]);
  });

  it("says that one person did it all, where the authority has one", () => {
    const alone = { ...context, authority: { ...context.authority, countersignature: "single-person" as const } };
    const record = recordOf(STORIES.singlePerson(), alone, "public");
    expect(record.countersignature).toBe("single-person");
    expect(record.gates[0]?.countersigned?.singlePerson).toBe(true);
    expect(recordOf(STORIES.extended(), context, "public").gates[0]?.countersigned?.singlePerson).toBe(false);
  });

  it("carries the study of gate 4, feasible or not", () => {
    expect(recordOf(STORIES.builtInHouse(), context, "public").gates[3]?.study).toMatchObject({ feasible: true, licence: "EUPL-1.2" });
    expect(recordOf(STORIES.unmet(), { ...context, solution: null }, "public")).toMatchObject({ outcome: "unmet", solution: null });
  });

  it("names people inside, and nobody in public", () => {
    for (const story of [
      STORIES.extended,
      STORIES.freeWithWaiver,
      STORIES.proprietary,
      STORIES.builtInHouse,
      STORIES.unmet,
      STORIES.singlePerson,
    ]) {
      const request = play(story(), asked("Une question à Rose Plantée"));
      const [inside, outside] = (["internal", "public"] as const).map((visibility) =>
        JSON.stringify(recordOf(request, context, visibility)),
      );
      expect(inside).toContain("Plantée");
      expect(outside).not.toContain("Plantée");
      for (const id of idsOf(request)) expect(outside).not.toContain(id);
    }
  });
});

const leaveGate1 = [searched("in-house"), ruledOut("in-house")];
const atGate1 = (name: string) => [proposed("in-house", name), examined(name), retained("in-house", name), countersigned()];

/** Of the people, the department, the request, its entries, its candidates and their installations. */
function idsOf(request: SoftwareRequest): readonly string[] {
  return [...new Set(JSON.stringify(request).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))];
}
