import type { JSX } from "hono/jsx/jsx-runtime";
import { Link } from "#src/platform/ui/link.tsx";

/** « 123 456 789 », as people read it. */
export function sirenInGroups(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, "$1\u202f");
}

/** An address without what it does not need to be recognised. */
export function Website({ href }: { href: string }): JSX.Element {
  return (
    <Link href={href} external>
      {href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
    </Link>
  );
}
