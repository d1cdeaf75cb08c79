import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { candidateOf } from "../domain/candidates.ts";
import type { Candidate } from "../domain/entries.ts";
import { replacedIds } from "../domain/request.ts";
import { EntryBody } from "./entry-body.tsx";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { entryTitle, requestWords, roleName } from "./words.ts";

/** How many entries are told at once: the rest is one link further. */
const TOLD = 40;

/** What happened, the newest first; `before`, only what is older than that entry. What was replaced stays, struck through. */
export function Story({ view, language, before }: { view: RequestView; language: Language; before: number }): JSX.Element {
  const words = requestWords(language);
  const replaced = replacedIds(view.request);
  const told = view.request.entries
    // The examination tells it again, and more.
    .filter(({ content }) => content.kind !== "candidate-added" || isToExamine(view, content.candidate))
    .filter(({ sequence }) => sequence < before);
  const older = told.length;
  const shown = told.slice(-TOLD);
  const oldest = shown[0]?.sequence;
  const entries = shown.toReversed().map((entry) => ({
    id: `entree-${entry.sequence}`,
    at: entry.at.toISOString(),
    title: replaced.has(entry.id) ? <s>{entryTitle(words, entry.content)}</s> : entryTitle(words, entry.content),
    by: `${view.nameOf(entry.personId)}, ${roleName(words, entry.role).toLowerCase()}`,
    children: <EntryBody view={view} entry={entry} language={language} />,
  }));
  return (
    <>
      <Timeline entries={entries} />
      {oldest !== undefined && older > TOLD && (
        <p>
          <Link href={`/demandes/${view.request.id}?avant=${oldest}#fil`}>{requestTexts(language).olderEntries}</Link>
        </p>
      )}
    </>
  );
}

function isToExamine({ request }: RequestView, { id, gate }: Candidate): boolean {
  return gate !== "in-house" && candidateOf(request, id)?.examined === null;
}
