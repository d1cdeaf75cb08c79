import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

export type Tone = "neutral" | "accent" | "good" | "attention";

/** In characters: what is this short stays on one line, in the narrowest column. */
const SHORT = 20;

function isShort(words: Child): boolean {
  return typeof words === "string" && words.length <= SHORT;
}

/** A short fact about a thing, in a pill. Its words carry the meaning, its colour only helps. */
export function Tag({ tone, children }: { tone?: Tone | undefined; children?: Child }): JSX.Element {
  return (
    <span class="tag" data-tone={tone ?? "neutral"} data-length={isShort(children) ? "short" : "long"}>
      {children}
    </span>
  );
}
