import type { JSX } from "hono/jsx/jsx-runtime";
import { useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

/** Without `href`: the page itself, last. */
export type Crumb = { label: string; href?: string | undefined };

export function Breadcrumbs({ items }: { items: readonly Crumb[] }): JSX.Element {
  const t = useUiTexts();
  return (
    <nav class="crumbs" aria-label={t.breadcrumbs}>
      <ol>
        {items.map(({ label, href }) => (
          <li>{href === undefined ? <span aria-current="page">{label}</span> : <Link href={href}>{label}</Link>}</li>
        ))}
      </ol>
    </nav>
  );
}
