import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

/** The story on the left, what accompanies it on the right; one under the other where it is narrow. */
export function TwoColumns({
  aside,
  asideLabel,
  children,
}: {
  aside: Child;
  asideLabel?: string | undefined;
  children?: Child;
}): JSX.Element {
  return (
    <div class="two">
      <div class="stack">{children}</div>
      <aside class="stack" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}

/** Sheets one under the other, evenly spaced. */
export function Stack({ children }: { children?: Child }): JSX.Element {
  return <div class="stack">{children}</div>;
}

/** Things of one kind side by side: figures, cards. */
export function Grid({ children }: { children?: Child }): JSX.Element {
  return <div class="grid">{children}</div>;
}

/** Text kept to a readable width: a form, a statement. */
export function Narrow({ children }: { children?: Child }): JSX.Element {
  return <div class="narrow">{children}</div>;
}

/** For those who hear the page; unseen. */
export function VisuallyHidden({ children }: { children?: Child }): JSX.Element {
  return <span class="visually-hidden">{children}</span>;
}
