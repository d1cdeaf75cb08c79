import { describe, expect, it } from "vitest";
import { detailsRefusals, NO_DETAILS } from "./details.ts";
import type { Installation } from "./installation.ts";
import { factsOf, missingFacts } from "./missing-facts.ts";

const kinds = (stated: Partial<typeof NO_DETAILS>): readonly string[] =>
  detailsRefusals({ ...NO_DETAILS, ...stated }).map(({ kind }) => kind);

describe("what is stated of an installation", () => {
  it("contradicts nothing when it says nothing", () => {
    expect(kinds({})).toEqual([]);
  });

  it("names a host exactly where there is one", () => {
    for (const hosting of ["authority", "operator", "cloud"] as const) {
      expect(kinds({ hosting, hostName: "Scaleway" })).toEqual([]);
      expect(kinds({ hosting })).toEqual(["host-needed"]);
    }
    expect(kinds({ hosting: "on-premises" })).toEqual([]);
    expect(kinds({ hosting: "on-premises", hostName: "Scaleway" })).toEqual(["host-is-ours"]);
    expect(kinds({ hostName: "Scaleway" })).toEqual(["hosting-needed"]);
  });

  it("names kinds of personal data only where there is some, and calls sensitive what is", () => {
    expect(kinds({ personalData: "ordinary", personalDataKinds: ["identity"] })).toEqual([]);
    expect(kinds({ personalData: "none", personalDataKinds: ["identity"] })).toEqual(["kinds-without-data"]);
    expect(kinds({ personalDataKinds: ["identity"] })).toEqual(["kinds-without-data"]);
    expect(kinds({ personalData: "ordinary", personalDataKinds: ["health-social"] })).toEqual(["kinds-are-sensitive"]);
    expect(kinds({ personalData: "sensitive", personalDataKinds: ["health-social"] })).toEqual([]);
  });
});

describe("what is not stated yet", () => {
  it("asks neither a day of service of what is planned, nor a country of what is on our premises", () => {
    expect(factsOf({ state: "in-service", hosting: null })).toHaveLength(12);
    expect(factsOf({ state: "planned", hosting: null })).toHaveLength(11);
    expect(factsOf({ state: "planned", hosting: "on-premises" })).toHaveLength(9);
  });

  it("is every fact of one that says nothing, and none of one that says all", () => {
    const nothing = { ...NO_DETAILS, state: "in-service", purpose: "", departments: [], users: null, free: null, inServiceOn: null };
    expect(missingFacts(nothing as unknown as Installation)).toHaveLength(12);
    const all = {
      ...nothing,
      ...{ purpose: "x", departments: [{}], users: 0, free: false, inServiceOn: "2020-01-01", softwareVersion: "1", criticality: "vital" },
      ...{ hosting: "cloud", dataCountry: "FR", governingLaw: ["FR"], personalData: "none", answerableRole: "régie" },
    };
    expect(missingFacts(all as unknown as Installation)).toEqual([]);
  });
});
