/** The four gates, in the order in which a need passes them. */
export const GATES = ["in-house", "open-source", "proprietary", "in-house-development"] as const;
export type Gate = (typeof GATES)[number];

/** 1 to 4, as people call them. */
export function gateNumber(gate: Gate): number {
  return GATES.indexOf(gate) + 1;
}

export function isGate(value: unknown): value is Gate {
  return GATES.some((gate) => gate === value);
}

/** What may eliminate a candidate by itself. Gates 1 and 4 have none of their own. */
export const KNOCK_OUTS = [
  "licence",
  "personal-data",
  "security",
  "accessibility",
  "interoperability",
  "data-export",
  "data-location",
] as const;
export type KnockOut = (typeof KNOCK_OUTS)[number];

const COMMON = ["personal-data", "security", "accessibility", "interoperability"] as const;

export const KNOCK_OUTS_AT: Readonly<Record<Gate, readonly KnockOut[]>> = {
  "in-house": [],
  "open-source": ["licence", ...COMMON],
  proprietary: [...COMMON, "data-export", "data-location"],
  "in-house-development": [],
};

/** A free licence at gate 2 and the export of all the data at gate 3 are what the gates are for: nobody waives them. */
export function isWaivable(gate: Gate, object: WaiverObject): boolean {
  return !(object === "licence" && gate === "open-source") && !(object === "data-export" && gate === "proprietary");
}

/** What a waiver is about: a knock-out, or the budget or the date of the need. */
export type WaiverObject = KnockOut | "budget" | "time";
export const WAIVER_OBJECTS: readonly WaiverObject[] = [...KNOCK_OUTS, "budget", "time"];
