import { describe, expect, it } from "vitest";
import { isKind } from "./entries.ts";
import { missingEvidence } from "./evidence.ts";
import { aRequest, examined, play, proposed, ruledOut, type Step, searched, structured, studied } from "./testing.ts";
import { STORIES } from "./testing-stories.ts";

const RULED_OUT = { kind: "ruled-out" } as const;

describe("a gate", () => {
  it("is not ruled out while one of its candidates was found to suit, nor while one was not examined", () => {
    const looked = play(STORIES.atGate2(), structured(), searched("open-source"), proposed("open-source", "Koha"));
    const missing = (...steps: readonly Step[]) => missingEvidence(play(looked, ...steps), "open-source", RULED_OUT);
    const awaited = [{ kind: "candidate-rejected", done: false, name: "Koha" }];
    expect(missing()).toMatchObject(awaited);
    expect(missing(examined("Koha"))).toMatchObject(awaited);
    expect(() => play(looked, examined("Koha"), ruledOut("open-source"))).toThrow("missing-evidence");
    expect(missing(examined("Koha", { opinion: "rejected" }))).toEqual([]);
  });

  it("is ruled out without the candidates of the gates before it", () => {
    const suits = play(aRequest({ fits: "Koha" }), proposed("in-house", "Koha"), examined("Koha"), structured());
    const missing = missingEvidence(suits, "open-source", RULED_OUT);
    expect(missing.map(({ kind }) => kind)).toEqual(["search"]);
  });
});

describe("the fourth gate", () => {
  const built = STORIES.builtInHouse();
  const opened = {
    ...built,
    entries: built.entries.slice(
      0,
      built.entries.findIndex((entry) => isKind(entry, "study-recorded")),
    ),
  };
  const missing = (maintainers: readonly string[]) =>
    missingEvidence(play(opened, studied({ maintainers })), "in-house-development", { kind: "retained", candidateId: "" });

  it("asks for two posts that maintain what is built: one named twice is one", () => {
    expect(missing(["Développeur de la DSI", "Administrateur des bases"])).toEqual([]);
    expect(missing(["Développeur de la DSI", "Développeur de la DSI"])).toMatchObject([
      { kind: "study-complete", missing: ["maintainers"] },
    ]);
  });
});
