import type { DepartmentId } from "#src/kernel/ids.ts";
import { type Directory, departmentsNamed } from "./departments.ts";
import { foldedName } from "./folded-name.ts";
import { type Draft, isRefused, type LineRefusal, type ReadLine, type RefusedLine } from "./import-line.ts";

export type ReadyLine = {
  readonly line: number;
  readonly draft: Draft;
  readonly departmentIds: readonly DepartmentId[];
  readonly answerableDepartmentId: DepartmentId | null;
};
export type Judged = { readonly ready: readonly ReadyLine[]; readonly refused: readonly RefusedLine[] };

/** Pure: which lines may be created now. `taken`: folded names of what is declared already and not retired. */
export function judgeLines(lines: readonly ReadLine[], directory: Directory, taken: ReadonlySet<string>): Judged {
  const ready: ReadyLine[] = [];
  const refused: RefusedLine[] = [];
  const firstLines = new Map<string, number>();
  for (const each of lines) {
    if (isRefused(each)) {
      refused.push(each);
      continue;
    }
    const { line, text, draft } = each;
    const { ids, refusals } = departmentsNamed(draft.departments, directory);
    const answerable = departmentsNamed(draft.answerableDepartment, directory);
    const several: readonly LineRefusal[] = answerable.ids.length > 1 ? [{ kind: "several-answerable" }] : [];
    const all = [...refusals, ...answerable.refusals, ...several, ...nameRefusals(draft.name, taken, firstLines)];
    if (all.length > 0) refused.push({ line, text, refusals: all });
    else {
      firstLines.set(foldedName(draft.name), line);
      ready.push({ line, draft, departmentIds: ids, answerableDepartmentId: answerable.ids[0] ?? null });
    }
  }
  return { ready, refused };
}

function nameRefusals(name: string, taken: ReadonlySet<string>, firstLines: ReadonlyMap<string, number>): readonly LineRefusal[] {
  const folded = foldedName(name);
  if (taken.has(folded)) return [{ kind: "already-declared" }];
  const line = firstLines.get(folded);
  return line === undefined ? [] : [{ kind: "twice-in-file", line }];
}
