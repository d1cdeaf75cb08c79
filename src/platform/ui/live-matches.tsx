import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { fieldId } from "./form-context.tsx";
import { safeHref } from "./link.tsx";

/** Suggestions while typing in the field `name`: asks `src?q=…`, which answers a fragment of HTML. `children`: what is known already. */
export function LiveMatches({
  src,
  name,
  param,
  children,
}: {
  src: string;
  name: string;
  param?: string | undefined;
  children?: Child;
}): JSX.Element {
  return (
    <live-matches class="matches" data-src={safeHref(src)} data-for={fieldId(name)} data-param={param ?? "q"} aria-live="polite">
      {children}
    </live-matches>
  );
}
