import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { candidateOf } from "../domain/candidates.ts";
import type { Attached, ContentOf, Entry, EntryContent, EntryKind } from "../domain/entries.ts";
import { gateTexts } from "./gate-texts.ts";
import { Quoted } from "./quoted.tsx";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

/** What the story tells of one entry, under its title: what was written, and why it was where it replaces another. */
export function EntryBody({ view, entry, language }: { view: RequestView; entry: Entry; language: Language }): JSX.Element {
  const { content } = entry;
  return (
    <>
      {bodyOf(view, content, language)}
      {"replaces" in content && content.replaces !== undefined && <p class="soft small">{content.replaces.why}</p>}
    </>
  );
}

function bodyOf(view: RequestView, content: EntryContent, language: Language): Child {
  switch (content.kind) {
    case "question-asked":
    case "answer-given":
      return <Message view={view} content={content} language={language} />;
    case "search-recorded":
      return <SearchMade content={content} language={language} />;
    case "candidate-added":
      return <p>{content.candidate.name}</p>;
    case "candidate-examined":
      return <Opinion view={view} content={content} language={language} />;
    case "gate-concluded":
    case "countersigned":
      return content.statement === null ? null : <Quoted>{content.statement}</Quoted>;
    case "waiver-requested":
      return <WaiverAsked view={view} content={content} language={language} />;
    case "returned":
    case "withdrawn":
    case "waiver-answered":
      return <Quoted>{content.reason}</Quoted>;
    case "study-recorded":
      return <Quoted>{content.study.summary}</Quoted>;
    case "use-started":
      return <p>{formatDate(content.on, language)}</p>;
    case "use-confirmed":
      return <InUse content={content} language={language} />;
    default:
      return null;
  }
}

type Told<K extends EntryKind> = { content: ContentOf<K>; language: Language };
type ToldOf<K extends EntryKind> = Told<K> & { view: RequestView };

function Message({ view, content, language }: ToldOf<"question-asked" | "answer-given">): JSX.Element {
  return (
    <>
      <Quoted>{content.text}</Quoted>
      <Files requestId={view.request.id} files={content.attached} language={language} />
    </>
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

function SearchMade({ content: { search }, language }: Told<"search-recorded">): JSX.Element {
  const t = gateTexts(language);
  const where = requestWords(language).searchSources[search.source];
  return <p>{t.searchIn(search.query, where, counted(search.count, t.results, language))}</p>;
}

function Opinion({ view, content, language }: ToldOf<"candidate-examined">): JSX.Element {
  const { opinion, reason } = content.examination;
  const name = candidateOf(view.request, content.candidateId)?.name ?? "";
  return (
    <>
      <p>
        <Link href={`/demandes/${view.request.id}/candidats/${content.candidateId}`}>
          {requestTexts(language).labelled(name, requestWords(language).opinions[opinion].toLowerCase())}
        </Link>
      </p>
      <Quoted>{reason}</Quoted>
    </>
  );
}

function WaiverAsked({ view, content, language }: ToldOf<"waiver-requested">): JSX.Element {
  return (
    <>
      <p>
        {requestWords(language).waiverObjects[content.object]}, {candidateOf(view.request, content.candidateId)?.name}
      </p>
      <Quoted>{content.reason}</Quoted>
    </>
  );
}

function InUse({ content, language }: Told<"use-confirmed">): JSX.Element {
  return (
    <>
      <p>
        <strong>{requestWords(language).useOutcomes[content.outcome]}</strong>
      </p>
      <Quoted>{content.reason}</Quoted>
    </>
  );
}
