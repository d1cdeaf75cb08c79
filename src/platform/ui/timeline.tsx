import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { formatDate, formatDateTime } from "./format.ts";
import { useLanguage } from "./language.tsx";

export type TimelineEntry = {
  /** A day or an instant; an instant is shown with its hour. */
  at: string;
  title: Child;
  /** « par l’instructeur, contresignée par la garante ». */
  by?: Child;
  id?: string | undefined;
  /** Still to come: drawn dashed. */
  upcoming?: boolean | undefined;
  children?: Child;
};

/** One story, newest first or oldest first: the order is the caller's. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): JSX.Element {
  const language = useLanguage();
  return (
    <ol class="story">
      {entries.map((entry) => (
        <li id={entry.id} data-upcoming={entry.upcoming ? "true" : undefined}>
          <time datetime={entry.at}>{entry.at.length > 10 ? formatDateTime(entry.at, language) : formatDate(entry.at, language)}</time>
          <p class="story-title">
            <b>{entry.title}</b> {entry.by && <span class="soft">{entry.by}</span>}
          </p>
          {entry.children && <div class="story-body">{entry.children}</div>}
        </li>
      ))}
    </ol>
  );
}
