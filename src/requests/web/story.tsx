import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { candidateOf } from "../domain/candidates.ts";
import type { Attached, Candidate, Entry, EntryContent } from "../domain/entries.ts";
import { replacedIds } from "../domain/request.ts";
import { gateTexts } from "./gate-texts.ts";
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

function EntryBody({ view, entry, language }: { view: RequestView; entry: Entry; language: Language }): JSX.Element {
  const { content } = entry;
  return (
    <>
      {bodyOf(view, content, language)}
      {"replaces" in content && content.replaces !== undefined && <p class="soft small">{content.replaces.why}</p>}
    </>
  );
}

function bodyOf(view: RequestView, content: EntryContent, language: Language): Child {
  const t = gateTexts(language);
  const words = requestWords(language);
  switch (content.kind) {
    case "question-asked":
    case "answer-given":
      return (
        <>
          <Text>{content.text}</Text>
          <Files requestId={view.request.id} files={content.attached} language={language} />
        </>
      );
    case "search-recorded":
      return (
        <p>
          {t.searchIn(content.search.query, words.searchSources[content.search.source], counted(content.search.count, t.results, language))}
        </p>
      );
    case "candidate-added":
      return <p>{content.candidate.name}</p>;
    case "candidate-examined":
      return (
        <>
          <p>
            <Link href={`/demandes/${view.request.id}/candidats/${content.candidateId}`}>
              {requestTexts(language).labelled(
                candidateOf(view.request, content.candidateId)?.name ?? "",
                words.opinions[content.examination.opinion].toLowerCase(),
              )}
            </Link>
          </p>
          <Text>{content.examination.reason}</Text>
        </>
      );
    case "gate-concluded":
      return <Text>{content.statement}</Text>;
    case "countersigned":
      return content.statement === null ? null : <Text>{content.statement}</Text>;
    case "waiver-requested":
      return (
        <>
          <p>
            {words.waiverObjects[content.object]}, {candidateOf(view.request, content.candidateId)?.name}
          </p>
          <Text>{content.reason}</Text>
        </>
      );
    case "returned":
    case "withdrawn":
    case "waiver-answered":
      return <Text>{content.reason}</Text>;
    case "study-recorded":
      return <Text>{content.study.summary}</Text>;
    case "use-started":
      return <p>{formatDate(content.on, language)}</p>;
    case "use-confirmed":
      return (
        <>
          <p>
            <strong>{words.useOutcomes[content.outcome]}</strong>
          </p>
          <Text>{content.reason}</Text>
        </>
      );
    default:
      return null;
  }
}

function Text({ children }: { children: string }): JSX.Element {
  return (
    <Quote>
      <p class="kept-lines">{children}</p>
    </Quote>
  );
}

function Files({ requestId, files, language }: { requestId: string; files: readonly Attached[]; language: Language }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, name, size }) => (
        <li>
          <Link href={`/demandes/${requestId}/fichiers/${id}`} download>
            {name}
          </Link>{" "}
          <span class="soft small">{`${formatNumber(Math.ceil(size / 1024), language)} ${language === "fr" ? "ko" : "kB"}`}</span>
        </li>
      ))}
    </ul>
  );
}
