import type { JSX } from "hono/jsx/jsx-runtime";
import { counted, type Plural } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

export type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string; label?: string | undefined };

/** First, last, and those around the current one; 0 stands for a gap. */
export function pageWindow(page: number, pages: number): number[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const gap = n - (shown[i - 1] ?? n - 1);
    return gap === 2 ? [n - 1, n] : gap > 2 ? [0, n] : [n];
  });
}

/** Nothing when there is one page. */
export function Pagination({ page, pages, hrefOf, label }: PaginationProps): JSX.Element | null {
  const t = useUiTexts();
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={label ?? t.pagination}>
      <ul>
        {page > 1 && (
          <li>
            <Link href={hrefOf(page - 1)} id="page-precedente">
              <Icon name="previous" label={t.previous} />
            </Link>
          </li>
        )}
        {pageWindow(page, pages).map((n) => (
          <li>
            {n === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link id={`page-${n}`} href={hrefOf(n)} current={n === page ? "page" : undefined}>
                <span class="visually-hidden">{t.page(n)}</span>
                <span aria-hidden="true">{String(n)}</span>
              </Link>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <Link href={hrefOf(page + 1)} id="page-suivante">
              <Icon name="next" label={t.next} />
            </Link>
          </li>
        )}
      </ul>
      <p class="soft small">{t.pageOf(page, pages)}</p>
    </nav>
  );
}

/** « 37 demandes », said again to those who hear the page when it changes. */
export function ResultCount({ total, noun }: { total: number; noun: Plural }): JSX.Element {
  const language = useLanguage();
  return (
    <p class="result-count" role="status">
      {counted(total, noun, language)}
    </p>
  );
}
