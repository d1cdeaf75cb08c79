import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

/** An empty page teaches: what will be here, why, and the first step (`action`: a ButtonLink or a Form). */
export function EmptyState({ title, action, children }: { title: Child; action?: Child; children?: Child }): JSX.Element {
  return (
    <div class="empty">
      <svg class="empty-arch" viewBox="0 0 128 104" width="96" height="78" aria-hidden="true" focusable="false">
        <path d="M14 102V54a50 50 0 0 1 100 0v48M32 102V56a32 32 0 0 1 64 0v46M4 102h120" />
      </svg>
      <p class="empty-title">{title}</p>
      {children && <div class="empty-text">{children}</div>}
      {action && <div class="acts">{action}</div>}
    </div>
  );
}
