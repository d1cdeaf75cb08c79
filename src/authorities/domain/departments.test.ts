import { describe, expect, it } from "vitest";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { slugOf } from "./authority.ts";
import { arrangeDepartments, departmentNames, isNameTaken, whyNotUnder } from "./departments.ts";

const row = (name: string, parent: string | null = null) => ({
  id: name as DepartmentId,
  parentId: parent as DepartmentId | null,
  name,
  closedAt: null,
});
const tree = arrangeDepartments([row("b", "a"), row("c", "b"), row("Ö"), row("a"), row("é", "a")]);

describe("the tree of departments", () => {
  it("is read from the top, each followed by those under it, by name", () => {
    expect(tree.map(({ pathName, depth }) => [pathName, depth])).toEqual([
      ["a", 0],
      ["a › b", 1],
      ["a › b › c", 2],
      ["a › é", 1],
      ["Ö", 0],
    ]);
  });

  it("shows at the top what is under a department that is not shown", () => {
    expect(arrangeDepartments([row("b", "closed")])).toMatchObject([{ name: "b", depth: 0 }]);
  });

  it("never holds a department inside itself", () => {
    const id = (name: string) => name as DepartmentId;
    expect(whyNotUnder(tree, id("c"), id("a"))).toBeUndefined();
    expect(whyNotUnder(tree, id("a"), id("c"))).toEqual({ kind: "inside-itself" });
    expect(whyNotUnder(tree, id("a"), id("a"))).toEqual({ kind: "inside-itself" });
  });

  it("has six levels at most, what moves along included", () => {
    const chain = ["1", "2", "3", "4", "5"].map((name, index, all) => row(name, all[index - 1] ?? null));
    const deep = arrangeDepartments([...chain, row("x"), row("y", "x")]);
    expect(whyNotUnder(deep, "x" as DepartmentId, "4" as DepartmentId)).toBeUndefined();
    expect(whyNotUnder(deep, "x" as DepartmentId, "5" as DepartmentId)).toEqual({ kind: "too-deep" });
    expect(whyNotUnder(deep, "y" as DepartmentId, "5" as DepartmentId)).toBeUndefined();
  });

  it("has no two departments of one name side by side", () => {
    const named = (name: string, parentId: string | null) => ({
      id: "new" as DepartmentId,
      name,
      parentId: parentId as DepartmentId | null,
    });
    expect(isNameTaken(tree, named("B", "a"))).toBe(true);
    expect(isNameTaken(tree, named("B", null))).toBe(false);
  });

  it("is typed one a line, each once", () => {
    expect(departmentNames(" État civil\n\nécole\nÉcole\n")).toEqual(["État civil", "école"]);
  });
});

describe("an authority's name in addresses", () => {
  it("is made of its letters without accents", () => {
    expect(slugOf("Ville d’Échirolles")).toBe("ville-d-echirolles");
    expect(slugOf("Œuvre — 京都")).toBe("oeuvre");
    expect(slugOf("!!!")).toBe("collectivite");
    expect(slugOf(`${"a".repeat(59)} bcd`)).toMatch(/^[a-z0-9][a-z0-9-]*[a-z0-9]$/);
  });
});
