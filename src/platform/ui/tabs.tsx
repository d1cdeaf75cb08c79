import type { JSX } from "hono/jsx/jsx-runtime";
import { formatNumber } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

export type Tab = { href: string; label: string; current?: boolean | undefined; count?: number | undefined };

/** Parts of one thing, each at its own address: links, not a widget. */
export function Tabs({ items, label }: { items: readonly Tab[]; label?: string | undefined }): JSX.Element {
  const t = useUiTexts();
  const language = useLanguage();
  return (
    <nav class="tabs" aria-label={label ?? t.tabs}>
      <ul>
        {items.map((tab) => (
          <li>
            <Link href={tab.href} current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tab-count num"> {formatNumber(tab.count, language)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
