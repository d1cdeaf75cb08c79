import type { JSX } from "hono/jsx/jsx-runtime";
import { Quote } from "#src/platform/ui/quote.tsx";

/** What somebody wrote on a request, line by line as they typed it. */
export function Quoted({ source, children }: { source?: string; children: string }): JSX.Element {
  return (
    <Quote source={source}>
      <p class="kept-lines">{children}</p>
    </Quote>
  );
}
