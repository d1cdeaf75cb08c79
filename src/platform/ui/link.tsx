import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { useUiTexts } from "./language.tsx";

const SAFE_PROTOCOLS = new Set(["https:", "http:", "mailto:", "tel:"]);

/** The address if a browser may follow it; undefined for `javascript:`, `data:` and what is no address. */
export function safeHref(href: string): string | undefined {
  if (/^[#?]|^\/(?![/\\])/.test(href)) return href;
  if (!URL.canParse(href, "https://relative.invalid/")) return undefined;
  return SAFE_PROTOCOLS.has(new URL(href, "https://relative.invalid/").protocol) ? href : undefined;
}

export type LinkProps = {
  href: string;
  /** Leaves our site: no referrer, and says so. */
  external?: boolean | undefined;
  class?: string | undefined;
  current?: "page" | "step" | "true" | undefined;
  lang?: string | undefined;
  download?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
};

/** A link whose address may come from data: an unsafe one stays text. */
export function Link({ href, external, class: className, current, lang, download, id, children }: LinkProps): JSX.Element {
  const t = useUiTexts();
  const rel = external ? "noopener noreferrer external" : undefined;
  return (
    <a
      href={safeHref(href)}
      class={className}
      rel={rel}
      aria-current={current}
      hreflang={lang}
      lang={lang}
      download={download || undefined}
      id={id}
    >
      {children}
      {external && <span class="visually-hidden"> {t.newWindow}</span>}
    </a>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant,
  size,
  ...link
}: Omit<LinkProps, "class"> & { variant?: "primary" | "secondary" | "tertiary" | undefined; size?: "sm" | "md" | undefined }): JSX.Element {
  return (
    <a
      class="ds-button"
      data-variant={variant ?? "secondary"}
      data-size={size}
      href={safeHref(link.href)}
      rel={link.external ? "noopener noreferrer external" : undefined}
      aria-current={link.current}
      download={link.download || undefined}
      id={link.id}
    >
      {link.children}
    </a>
  );
}
