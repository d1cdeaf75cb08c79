import { describe, expect, it } from "vitest";
import { type Answered, type GridFacts, gridOf, QUESTIONS, type Question, tallyOf } from "./grid.ts";

const NOTHING: GridFacts = {
  free: null,
  hosting: null,
  dataCountry: null,
  governingLaw: [],
  skillsSaid: false,
  canRun: [],
  suppliers: [],
};
const person = (name: string) => ({ name, holder: "person" as const });
const supplier = (name: string) => ({ name, holder: "supplier" as const });

/** « answer because of these ». */
function told(question: Question, facts: Partial<GridFacts>): string {
  const { answer, reasons } = gridOf({ ...NOTHING, ...facts }, [])[question];
  return `${answer}: ${reasons.map(({ kind }) => kind).join(", ")}`;
}

describe("what the facts answer", () => {
  it("nothing is known where nobody said anything: never a no, and always a reason", () => {
    const grid = gridOf(NOTHING, []);
    expect(QUESTIONS.map((question) => grid[question].answer)).toEqual(QUESTIONS.map(() => "unknown"));
    expect(QUESTIONS.every((question) => grid[question].reasons.length > 0)).toBe(true);
  });

  it("the source comes with a free licence", () => {
    expect(told("source", { free: true })).toBe("yes: free-licence");
    expect(told("source", { free: false })).toBe("no: not-free-licence");
    expect(told("source", {})).toBe("unknown: licence-unknown");
  });

  it("we can run what is free where somebody of ours administers it; what is not free runs on our premises as long as its licence lets it", () => {
    expect(told("run-it", { free: true, hosting: "cloud", canRun: [person("Ana")] })).toBe("yes: free-licence, hosted-by-other");
    expect(told("run-it", { free: true, canRun: [supplier("Biblibre")] })).toBe("partly: free-licence, nobody-administers");
    expect(told("run-it", { free: false, hosting: "on-premises" })).toBe("partly: not-free-licence, on-premises");
    expect(told("run-it", { free: false, hosting: "cloud" })).toBe("no: not-free-licence, hosted-by-other");
    expect(told("run-it", { free: false })).toBe("no: not-free-licence, hosting-unknown");
  });

  it("others can serve it when the catalogue knows several, or, in part, when its licence lets anybody", () => {
    expect(told("other-suppliers", { free: false, suppliers: ["A", "B"] })).toBe("yes: several-suppliers");
    expect(told("other-suppliers", { free: true, suppliers: ["A"] })).toBe("partly: free-licence, one-supplier");
    expect(told("other-suppliers", { free: true })).toBe("partly: free-licence, no-supplier-known");
    expect(told("other-suppliers", { free: false, suppliers: ["A"] })).toBe("no: one-supplier");
    expect(told("other-suppliers", { free: false })).toBe("unknown: no-supplier-known");
  });

  it("data in Europe under the law of another continent is said so, wherever it lies", () => {
    expect(told("data", { hosting: "cloud", dataCountry: "FR", governingLaw: ["FR", "DE"] })).toBe("yes: data-in, law-of");
    expect(told("data", { hosting: "cloud", dataCountry: "FR", governingLaw: ["FR", "US"] })).toBe("partly: data-in, law-outside");
    expect(told("data", { hosting: "cloud", dataCountry: "FR" })).toBe("partly: data-in, law-unknown");
    expect(told("data", { hosting: "cloud", dataCountry: "US", governingLaw: ["US"] })).toBe("no: data-in, law-outside");
    expect(told("data", { hosting: "cloud", governingLaw: ["US"] })).toBe("unknown: data-country-unknown, law-outside");
    expect(told("data", { hosting: "on-premises" })).toBe("yes: on-premises");
    expect(told("data", { hosting: "on-premises", governingLaw: ["US"] })).toBe("partly: on-premises, law-outside");
    const outside = gridOf({ ...NOTHING, dataCountry: "FR", governingLaw: ["FR", "US"] }, []).data.reasons;
    expect(outside).toContainEqual({ kind: "law-outside", countries: ["US"] });
  });

  it("several who can are a yes, one alone is not, and nobody is a no only where skills were said", () => {
    expect(told("know-how", { skillsSaid: true, canRun: [person("Ana"), supplier("Biblibre")] })).toBe("yes: several-can");
    expect(told("know-how", { skillsSaid: true, canRun: [person("Ana")] })).toBe("partly: only-one-can");
    expect(told("know-how", { skillsSaid: true })).toBe("no: nobody-can");
    expect(told("know-how", {})).toBe("unknown: no-skill-said");
  });
});

describe("what people answer", () => {
  it("stands above the facts for that question alone, and is theirs", () => {
    const said = [{ question: "exit", answer: "yes", reason: "Export en CSV essayé en mars." }] as const;
    const grid = gridOf({ ...NOTHING, free: true }, said);
    const theirs: Answered = { answer: "yes", reasons: [{ kind: "said", text: "Export en CSV essayé en mars." }], by: "people" };
    expect(grid.exit).toEqual(theirs);
    expect(grid.source.by).toBe("facts");
    expect(gridOf(NOTHING, [{ question: "source", answer: "no", reason: "x" }]).source.answer).toBe("no");
  });
});

it("answers are counted question by question, and never added up", () => {
  const grids = [gridOf({ ...NOTHING, free: true }, []), gridOf({ ...NOTHING, free: false }, []), gridOf(NOTHING, [])];
  expect(tallyOf(grids).source).toEqual({ yes: 1, partly: 0, no: 1, unknown: 1 });
  expect(tallyOf([]).data).toEqual({ yes: 0, partly: 0, no: 0, unknown: 0 });
});
