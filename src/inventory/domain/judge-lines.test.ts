import { describe, expect, it } from "vitest";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { directoryOf } from "./departments.ts";
import type { Draft, ReadLine } from "./import-line.ts";
import { judgeLines } from "./judge-lines.ts";
import { NOTHING_DRAFTED } from "./testing.ts";

const directory = directoryOf([{ id: "1" as DepartmentId, name: "Bibliothèque", pathName: "Bibliothèque", depth: 0 }]);
const draft = (name: string, departments = ""): Draft => ({
  name,
  departments,
  users: null,
  state: "in-service",
  free: null,
  purpose: "",
  inServiceOn: null,
  ...NOTHING_DRAFTED,
});
const line = (number: number, facts: Draft): ReadLine => ({ line: number, text: facts.name, draft: facts });

describe("the lines of a file", () => {
  it("are ready when their departments are known and their name is new", () => {
    const { ready, refused } = judgeLines([line(2, draft("GRR", "bibliotheque"))], directory, new Set());
    expect(refused).toEqual([]);
    expect(ready).toMatchObject([{ line: 2, departmentIds: ["1"], draft: { name: "GRR" } }]);
  });

  it("are refused when their name is declared already, whatever its accents and capitals", () => {
    const { ready, refused } = judgeLines([line(2, draft("OpenÉlec")), line(3, draft("GRR"))], directory, new Set(["openelec"]));
    expect(ready.map((each) => each.line)).toEqual([3]);
    expect(refused).toMatchObject([{ line: 2, refusals: [{ kind: "already-declared" }] }]);
  });

  it("are refused when the file has the name twice: the first line is kept", () => {
    const { ready, refused } = judgeLines([line(2, draft("GRR")), line(3, draft("grr "))], directory, new Set());
    expect(ready.map((each) => each.line)).toEqual([2]);
    expect(refused).toMatchObject([{ line: 3, refusals: [{ kind: "twice-in-file", line: 2 }] }]);
  });

  it("do not hold a name when they are refused for something else", () => {
    const { ready } = judgeLines([line(2, draft("GRR", "Piscine")), line(3, draft("GRR"))], directory, new Set());
    expect(ready.map((each) => each.line)).toEqual([3]);
  });

  it("refused at reading stay refused, in the order of the file", () => {
    const { refused } = judgeLines(
      [{ line: 2, text: ";", refusals: [{ kind: "no-name" }] }, line(3, draft("GRR", "Piscine"))],
      directory,
      new Set(),
    );
    expect(refused.map((each) => [each.line, each.refusals[0]?.kind])).toEqual([
      [2, "no-name"],
      [3, "unknown-department"],
    ]);
  });
});
