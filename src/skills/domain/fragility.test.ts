import { describe, expect, it } from "vitest";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import { isFragile, standsAlone, weaknessesOf } from "./fragility.ts";
import type { Ability, Skill, SkillId } from "./skill.ts";

const skill = (name: string, abilities: readonly Ability[], facts: Partial<Skill> = {}): Skill => ({
  id: name as SkillId,
  installationId: "i" as InstallationId,
  holder: "person",
  personId: name as PersonId,
  supplierId: null,
  holderName: "",
  abilities,
  note: "",
  name,
  left: false,
  version: 1,
  ...facts,
});
const supplier = (name: string, abilities: readonly Ability[]): Skill =>
  skill(name, abilities, { holder: "supplier", personId: null, holderName: name });

describe("where one departure would break a service", () => {
  it("is where one alone can do something, a supplier as much as a person", () => {
    expect(weaknessesOf([skill("Ana", ["administer", "repair"]), skill("Bo", ["administer"])])).toEqual([
      { kind: "only-one", ability: "repair", holder: "person", name: "Ana" },
    ]);
    expect(weaknessesOf([supplier("ACME", ["repair"]), skill("Ana", ["administer"]), skill("Bo", ["administer"])])).toMatchObject([
      { kind: "only-one", ability: "repair", holder: "supplier", name: "ACME" },
    ]);
  });

  it("is where nobody can administer or repair; nobody to install or to train is no alarm", () => {
    expect(weaknessesOf([skill("Ana", ["install"]), skill("Bo", ["install"])])).toEqual([
      { kind: "nobody", ability: "administer" },
      { kind: "nobody", ability: "repair" },
    ]);
  });

  it("does not count those who left, nor one holder twice", () => {
    const both = [skill("Ana", ["administer", "repair"]), skill("Bo", ["administer", "repair"], { left: true })];
    expect(weaknessesOf(both).map(({ kind }) => kind)).toEqual(["only-one", "only-one"]);
    const twice = [supplier("Acme", ["administer"]), supplier("ACME", ["administer"])];
    expect(weaknessesOf(twice).filter(({ ability }) => ability === "administer")).toMatchObject([{ kind: "only-one" }]);
    expect(weaknessesOf([skill("Ana", ["administer", "repair"]), skill("Bo", ["administer", "repair"])])).toEqual([]);
  });

  it("makes no alarm of somebody alone to install or to train", () => {
    const two = [skill("Ana", ["administer", "repair", "train"]), skill("Bo", ["administer", "repair"])];
    expect(isFragile(weaknessesOf(two))).toBe(false);
    expect(isFragile(weaknessesOf(two.slice(1)))).toBe(true);
  });

  it("says what one holder alone can do", () => {
    const ana = skill("Ana", ["administer", "repair"]);
    const all = [ana, skill("Bo", ["administer"]), skill("Cy", ["repair"], { left: true })];
    expect(standsAlone(ana, all)).toEqual(["repair"]);
    expect(standsAlone({ ...ana, left: true }, all)).toEqual([]);
  });
});
