import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";
import { useUniqueId } from "./unique-id.tsx";

export type TermProps = {
  /** The word as written in the sentence. */
  children?: Child;
  /** What it means, in plain words. */
  definition: Child;
  /** Where more is said. */
  href?: string | undefined;
  linkText?: string | undefined;
};

/** A legal or technical word with its definition one step away: a native popover, no script. */
export function Term({ children, definition, href, linkText }: TermProps): JSX.Element {
  const t = useUiTexts();
  const id = useUniqueId("terme");
  return (
    <span class="term">
      <button type="button" class="term-word" popovertarget={id}>
        {children}
        <span class="visually-hidden"> ({t.definition})</span>
      </button>
      <span class="term-definition" id={id} popover="auto">
        {definition}
        {href !== undefined && linkText !== undefined && (
          <>
            {" "}
            <Link href={href}>{linkText}</Link>
          </>
        )}
      </span>
    </span>
  );
}
