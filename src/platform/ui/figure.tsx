import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { formatDate } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";
import { useUniqueId } from "./unique-id.tsx";

export type FigureProps = {
  title: Child;
  /** Already written: « 71 % », « 47 jours ». */
  value: string;
  /** The denominator, in words: « des logiciels en service déclarés : 64 sur 90 ». */
  of: Child;
  /** The day it was true. */
  date: string;
  /** Where it comes from, or the whole of it. */
  href?: string | undefined;
  linkText?: string | undefined;
  /** A `Sparkline`, a remark. */
  children?: Child;
};

/** A number, never without its denominator and its date. */
export function Figure({ title, value, of, date, href, linkText, children }: FigureProps): JSX.Element {
  const t = useUiTexts();
  const language = useLanguage();
  const headingId = useUniqueId("chiffre");
  return (
    <section class="sheet fig" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <p class="fig-value num">{value}</p>
      <p class="fig-of">
        {of}, <time datetime={date}>{t.figureAt(formatDate(date, language))}</time>
      </p>
      {children}
      {href !== undefined && linkText !== undefined && (
        <p class="small">
          <Link href={href}>{linkText}</Link>
        </p>
      )}
    </section>
  );
}
