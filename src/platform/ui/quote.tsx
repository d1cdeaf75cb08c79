import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

/** Somebody's own words. Line breaks are kept. */
export function Quote({ source, children }: { source?: Child; children?: Child }): JSX.Element {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      {source && <figcaption class="soft small">{source}</figcaption>}
    </figure>
  );
}
