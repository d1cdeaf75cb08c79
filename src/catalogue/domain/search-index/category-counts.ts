import type { Category } from "../software.ts";
import type { SearchIndex } from "./search-index.ts";

export type CountedCategory = Category & { readonly free: number; readonly all: number };

/** Every category of the vocabulary, with how much software it has. */
export function categoryCounts({ categories, software }: SearchIndex): readonly CountedCategory[] {
  const counts = new Map([...categories.keys()].map((id) => [id, { free: 0, all: 0 }]));
  for (const { categories: ids, free } of software.all()) {
    for (const id of ids) {
      const count = counts.get(id);
      if (count === undefined) continue;
      count.all++;
      if (free === true) count.free++;
    }
  }
  return [...categories.values()].map((category) => ({ ...category, ...(counts.get(category.id) ?? { free: 0, all: 0 }) }));
}
