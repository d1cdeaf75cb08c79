import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

export type Tone = "neutral" | "accent" | "good" | "attention";

/** A short fact about a thing, in a pill. Its words carry the meaning, its colour only helps. */
export function Tag({ tone, children }: { tone?: Tone | undefined; children?: Child }): JSX.Element {
  return (
    <span class="tag" data-tone={tone ?? "neutral"}>
      {children}
    </span>
  );
}
