import type { DepartmentId } from "#src/kernel/ids.ts";

export type DepartmentRow = {
  readonly id: DepartmentId;
  readonly parentId: DepartmentId | null;
  readonly name: string;
  readonly closedAt: Date | null;
};

/** A department in its place in the tree. */
export type Department = DepartmentRow & {
  /** 0 at the top. */
  readonly depth: number;
  /** « Direction › Service » : the names from the top. */
  readonly pathName: string;
};

export const DEEPEST = 6;
const collator = new Intl.Collator("fr", { sensitivity: "base", numeric: true });

/** The tree in reading order: each department followed by those under it, by name. A parent that is not among the rows counts as the top. */
export function arrangeDepartments(rows: readonly DepartmentRow[]): readonly Department[] {
  const known = new Set(rows.map(({ id }) => id));
  const children = Map.groupBy(rows, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const under = (parent: Department | null): readonly Department[] =>
    [...(children.get(parent?.id ?? null) ?? [])]
      .sort((a, b) => collator.compare(a.name, b.name))
      .flatMap((row) => {
        const placed = {
          ...row,
          depth: parent === null ? 0 : parent.depth + 1,
          pathName: parent === null ? row.name : `${parent.pathName} › ${row.name}`,
        };
        return [placed, ...under(placed)];
      });
  return under(null);
}

export type MoveRefusal = { readonly kind: "inside-itself" } | { readonly kind: "too-deep" };

/** Why `moved` cannot go under `parentId`: a department is never inside itself, and the tree stays readable. */
export function whyNotUnder(tree: readonly Department[], moved: DepartmentId, parentId: DepartmentId | null): MoveRefusal | undefined {
  const inside = withDescendants(tree, moved);
  if (parentId !== null && inside.has(parentId)) return { kind: "inside-itself" };
  const from = tree.find(({ id }) => id === moved)?.depth ?? 0;
  const height = Math.max(...tree.filter(({ id }) => inside.has(id)).map(({ depth }) => depth), from) - from;
  return depthUnder(tree, parentId) + height >= DEEPEST ? { kind: "too-deep" } : undefined;
}

/** The depth of a department placed under `parentId`. */
export function depthUnder(tree: readonly Department[], parentId: DepartmentId | null): number {
  return parentId === null ? 0 : (tree.find(({ id }) => id === parentId)?.depth ?? -1) + 1;
}

/** Two open departments side by side never bear one name. */
export function isNameTaken(
  open: readonly DepartmentRow[],
  { id, parentId, name }: Pick<DepartmentRow, "id" | "parentId" | "name">,
): boolean {
  return open.some((other) => other.id !== id && other.parentId === parentId && other.name.toLowerCase() === name.toLowerCase());
}

/** What a department is, in one text: a form shown earlier knows by it that somebody changed the department since. */
export function versionOf({ name, parentId }: Pick<DepartmentRow, "name" | "parentId">): string {
  return `${parentId ?? "top"} ${name}`;
}

/** A department and all that is under it. */
export function withDescendants(tree: readonly Department[], root: DepartmentId): ReadonlySet<DepartmentId> {
  const inside = new Set([root]);
  // The tree is in reading order: parents come before their children.
  for (const { id, parentId } of tree) if (parentId !== null && inside.has(parentId)) inside.add(id);
  return inside;
}

/** One name per line, each once whatever its case; empty lines are left out. */
export function departmentNames(lines: string): readonly string[] {
  const names = new Map<string, string>();
  for (const line of lines.split("\n")) {
    const name = line.trim();
    if (name !== "" && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}
