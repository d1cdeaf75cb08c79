import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

/** What not everyone needs, one step away. */
export function Details({
  summary,
  open,
  id,
  children,
}: {
  summary: Child;
  open?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
}): JSX.Element {
  return (
    <details class="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  );
}
