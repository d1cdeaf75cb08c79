import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { useUiTexts } from "./language.tsx";

export type Definition = { term: Child; value: Child };

/** Names and their values. An unknown value is said, never left blank. */
export function DefinitionList({ items }: { items: readonly Definition[] }): JSX.Element {
  const t = useUiTexts();
  return (
    <dl class="definitions">
      {items.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value === undefined || value === null || value === "" ? <span class="soft">{t.empty}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
