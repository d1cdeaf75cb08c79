import { describe, expect, it } from "vitest";
import { readingsOf, type WordFacts } from "./readings.ts";

const fact = (typed: string, more: Partial<WordFacts> = {}): WordFacts => ({
  at: 0,
  span: 1,
  typed,
  written: typed,
  word: typed,
  ignored: false,
  named: false,
  software: 10,
  lookalikes: [],
  longer: [],
  ...more,
});
const known = (written: string, software = 5) => ({ written, word: written, software });
const typed = (facts: readonly WordFacts[], typing = false): readonly string[] =>
  readingsOf(facts, 500, typing).map((asked) => asked.typed);

describe("the words of a query", () => {
  it("leaves out those that say nothing, unless there are no others", () => {
    const filler = fact("logiciel", { ignored: true, at: 1 });
    expect(typed([fact("cantine"), filler])).toEqual(["cantine"]);
    expect(typed([filler])).toEqual(["logiciel"]);
  });

  it("weighs rare words more than common ones", () => {
    const [rare, common] = readingsOf([fact("cimetière", { software: 1 }), fact("document", { at: 1, software: 200 })], 500, false);
    expect(rare?.weight).toBeGreaterThan(common?.weight ?? Infinity);
  });

  it("counts a word once, however often it is written", () => {
    expect(typed([fact("salle"), fact("salle", { at: 1 })])).toEqual(["salle"]);
  });

  it("takes two words for one that is a name, or of which a half is unknown", () => {
    const pair = (more: Partial<WordFacts>) => [
      fact("libre", { software: more.software ?? 3 }),
      fact("office", { at: 1 }),
      fact("libreoffice", { span: 2, ...more }),
    ];
    expect(typed(pair({ named: true, software: 1 }))).toEqual(["libreoffice"]);
    expect(typed(pair({ named: false, software: 1 }))).toEqual(["libre", "office"]);
    expect(typed([fact("co", { software: 0 }), fact("voiturage", { at: 1, software: 0 }), fact("covoiturage", { span: 2 })])).toEqual([
      "covoiturage",
    ]);
    expect(
      typed([
        fact("libre"),
        fact("ofice", { at: 1, software: 0 }),
        fact("libreofice", { span: 2, software: 0, lookalikes: [known("libreoffice")] }),
      ]),
    ).toEqual(["libreofice"]);
  });

  it("looks for another spelling of unknown words alone", () => {
    const lookalikes = [known("sondage"), known("sonde")];
    expect(readingsOf([fact("sondaje", { software: 0, lookalikes })], 500, false)[0]?.readings).toEqual([
      { kind: "spelling", written: "sondage", word: "sondage", likeness: 1 - 1 / 7, software: expect.any(Number) },
    ]);
    expect(readingsOf([fact("sonda", { lookalikes })], 500, false)[0]?.readings.map(({ kind }) => kind)).toEqual(["exact"]);
  });

  it("reads a rare word as the beginning of longer ones, and the last one while it is being typed", () => {
    const longer = [known("visioconference")];
    const kinds = (fact_: WordFacts, typing: boolean) => readingsOf([fact_], 500, typing)[0]?.readings.map(({ kind }) => kind);
    expect(kinds(fact("visio", { software: 1, longer }), false)).toEqual(["beginning", "exact"]);
    expect(kinds(fact("visio", { software: 1, longer, named: true }), false)).toEqual(["exact"]);
    expect(kinds(fact("visio", { software: 30, longer }), false)).toEqual(["exact"]);
    expect(kinds(fact("visio", { software: 30, longer }), true)).toEqual(["beginning", "exact"]);
  });
});
