import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { useUniqueId } from "./unique-id.tsx";

export type SheetProps = {
  /** None where the page's own title would be said twice. */
  title?: Child;
  level?: 2 | 3 | undefined;
  id?: string | undefined;
  /** One soft line under the heading. */
  intro?: Child;
  /** Beside the heading, at the end of its line. */
  aside?: Child;
  children?: Child;
};

/** A section of the page on its own sheet, named by its heading; alone on its page, it needs none. */
export function Sheet({ title, level, id, intro, aside, children }: SheetProps): JSX.Element {
  const headingId = useUniqueId("titre");
  if (title === undefined) {
    return (
      <div class="sheet" id={id}>
        {intro && <p class="soft small">{intro}</p>}
        {children}
      </div>
    );
  }
  return (
    <section class="sheet" aria-labelledby={headingId} id={id}>
      <div class="sheet-head">
        {level === 3 ? <h3 id={headingId}>{title}</h3> : <h2 id={headingId}>{title}</h2>}
        {aside}
      </div>
      {intro && <p class="soft small sheet-intro">{intro}</p>}
      {children}
    </section>
  );
}
