import type { JSX } from "hono/jsx/jsx-runtime";
import { Link } from "#src/platform/ui/link.tsx";

const ADDRESS = /(https?:\/\/[^\s<>"'«»)]*[^\s<>"'«»).,;:!?])/;

/** Somebody's reason; the addresses in it can be followed. */
export function Reason({ children }: { readonly children: string }): JSX.Element {
  return (
    <>
      {children.split(ADDRESS).map((part) =>
        ADDRESS.test(part) ? (
          <Link href={part} external>
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </>
  );
}
