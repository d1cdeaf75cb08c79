import type { DepartmentId } from "#src/kernel/ids.ts";
import { foldedName, nearestName } from "./folded-name.ts";
import type { LineRefusal } from "./import-line.ts";

/** A department in its place in the tree: « Culture › Library » is the path of « Library ». */
export type PlacedDepartment = { readonly id: DepartmentId; readonly name: string; readonly pathName: string; readonly depth: number };

/** A department and all those beneath it. `departments` are in reading order, each followed by those under it. */
export function withDescendants(departments: readonly PlacedDepartment[], id: string): readonly DepartmentId[] {
  const index = departments.findIndex((each) => each.id === id);
  const top = departments[index];
  if (top === undefined) return [];
  const after = departments.slice(index + 1);
  const end = after.findIndex(({ depth }) => depth <= top.depth);
  return [top, ...(end === -1 ? after : after.slice(0, end))].map((each) => each.id);
}

export type Directory = { readonly byName: ReadonlyMap<string, readonly PlacedDepartment[]>; readonly names: readonly string[] };

/** Departments by folded name, and by folded path where a name alone is ambiguous. */
export function directoryOf(departments: readonly PlacedDepartment[]): Directory {
  const entries = departments.flatMap((department) =>
    [...new Set([key(department.name), key(department.pathName)])].map((text) => [text, department] as const),
  );
  const grouped = Map.groupBy(entries, ([folded]) => folded);
  return {
    byName: new Map([...grouped].map(([folded, group]) => [folded, group.map(([, department]) => department)])),
    names: departments.map(({ name }) => name),
  };
}

export type Named = { readonly ids: readonly DepartmentId[]; readonly refusals: readonly LineRefusal[] };

const NAMED_AT_MOST = 100;

/** The departments that a cell names: one whose name is the whole cell, else several set apart by | ; , or a new line. */
export function departmentsNamed(cell: string, directory: Directory): Named {
  const parts = directory.byName.has(key(cell)) ? [cell] : cell.split(/[|;,\n]/);
  const named = parts.map((part) => part.trim()).filter((part) => part !== "");
  const ids = new Set<DepartmentId>();
  const refusals: LineRefusal[] = [];
  for (const name of named.slice(0, NAMED_AT_MOST)) {
    const found = directory.byName.get(key(name)) ?? [];
    const [first] = found;
    const shown = name.slice(0, 100);
    if (first === undefined) refusals.push({ kind: "unknown-department", name: shown, nearest: nearestName(name, directory.names) });
    else if (found.length > 1) refusals.push({ kind: "ambiguous-department", name: shown, paths: found.map(({ pathName }) => pathName) });
    else ids.add(first.id);
  }
  return { ids: [...ids], refusals };
}

/** « A > B », « A › B » and « A / B » are one path. */
function key(text: string): string {
  return foldedName(text.replace(/\s*[>›]\s*| \/ /g, " › "));
}
