import { describe, expect, it } from "vitest";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { departmentsNamed, directoryOf, type PlacedDepartment, withDescendants } from "./departments.ts";

const place = (id: string, pathName: string): PlacedDepartment => ({
  id: id as DepartmentId,
  name: pathName.split(" › ").at(-1) ?? "",
  pathName,
  depth: pathName.split(" › ").length - 1,
});
const tree = [
  place("1", "Culture"),
  place("2", "Culture › Accueil"),
  place("3", "Culture › Bibliothèque"),
  place("4", "Culture › Bibliothèque › Numérique"),
  place("5", "Sports, loisirs et vie associative"),
  place("6", "Sports, loisirs et vie associative › Accueil"),
];
const directory = directoryOf(tree);

describe("departments of a file", () => {
  it("are found by name, whatever the capitals and accents, one or several", () => {
    expect(departmentsNamed("BIBLIOTHEQUE", directory)).toEqual({ ids: ["3"], refusals: [] });
    expect(departmentsNamed("culture | numérique|Culture", directory)).toEqual({ ids: ["1", "4"], refusals: [] });
    expect(departmentsNamed("", directory)).toEqual({ ids: [], refusals: [] });
  });

  it("may have a separator in their name", () => {
    expect(departmentsNamed("Sports, loisirs et vie associative", directory).ids).toEqual(["5"]);
  });

  it("are refused when unknown, with the nearest name", () => {
    expect(departmentsNamed("Bibliotéque municipale", directory).refusals).toEqual([
      { kind: "unknown-department", name: "Bibliotéque municipale", nearest: "Bibliothèque" },
    ]);
  });

  it("are refused when two bear the name, and found by their path", () => {
    expect(departmentsNamed("Accueil", directory).refusals).toEqual([
      { kind: "ambiguous-department", name: "Accueil", paths: ["Culture › Accueil", "Sports, loisirs et vie associative › Accueil"] },
    ]);
    expect(departmentsNamed("culture > accueil", directory).ids).toEqual(["2"]);
    expect(departmentsNamed("Culture / Accueil", directory).ids).toEqual(["2"]);
  });
});

describe("a department and those beneath it", () => {
  it("are what follows it more deeply", () => {
    expect(withDescendants(tree, "3")).toEqual(["3", "4"]);
    expect(withDescendants(tree, "1")).toEqual(["1", "2", "3", "4"]);
    expect(withDescendants(tree, "6")).toEqual(["6"]);
    expect(withDescendants(tree, "unknown")).toEqual([]);
  });
});
