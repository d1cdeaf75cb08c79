import { describe, expect, it } from "vitest";
import { Arcade, MiniArcade } from "./arcade.tsx";
import { type GateState, glyphOf } from "./arch.tsx";
import { htmlOf, tagWith } from "./testing.ts";

const STATES: readonly GateState[] = ["out", "here", "kept", "later", "waiting"];

describe("the arcade", () => {
  it("says each state in words, beside a drawing that is not read", async () => {
    const html = await htmlOf(<Arcade gates={STATES.map((state) => ({ gate: "in-house", title: state, state }))} />);
    for (const words of ["Écartée", "En cours", "Retenue", "Pas atteinte", "En attente de contreseing"]) expect(html).toContain(words);
    expect([...html.matchAll(/<svg[^>]*aria-hidden="true"/g)]).toHaveLength(5);
    expect(tagWith(html, "<ol")).toContain("aria-label=");
  });

  it("gives each state its own shape, colour aside", async () => {
    const drawings = await Promise.all(
      STATES.map(async (state) => /<svg.*<\/svg>/s.exec(await htmlOf(<Arcade gates={[{ gate: "x", title: "", state }]} />))?.[0] ?? ""),
    );
    expect(new Set(drawings.filter((drawing) => drawing !== "")).size).toBe(5);
  });

  it("marks the current step, and only it", async () => {
    const html = await htmlOf(
      <Arcade
        gates={[
          { gate: "a", title: "A", state: "out" },
          { gate: "b", title: "B", state: "here" },
        ]}
      />,
    );
    expect([...html.matchAll(/aria-current="step"/g)]).toHaveLength(1);
    expect(tagWith(html, "aria-current")).toContain(`data-state="here"`);
  });

  it("draws gates it has never met with their number", async () => {
    expect(glyphOf("open-source")).toBe("book");
    expect(glyphOf("constructor")).toBeUndefined();
    expect(await htmlOf(<Arcade gates={[{ gate: "avis", title: "Avis", state: "here" }]} />)).toContain(">1</text>");
  });
});

it("says in words what the tiny arcade shows", async () => {
  expect(await htmlOf(<MiniArcade states={["out", "waiting"]} />)).toContain("porte 1 écartée, porte 2 en attente de contreseing");
});
