import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatMoney } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Meter } from "#src/platform/ui/meter.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { costOf, coverageOf, type ExaminedCandidate, type Obstacle, obstaclesOf } from "../domain/candidates.ts";
import { gateTexts } from "./gate-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

type Props = { view: RequestView; candidates: readonly ExaminedCandidate[]; language: Language };

/** The candidates side by side: requirements covered, cost, knock-outs, opinion. */
export function CandidatesTable({ view, candidates, language }: Props): JSX.Element {
  const t = gateTexts(language);
  const inHouse = candidates.every(({ gate }) => gate === "in-house");
  const name = {
    key: "name",
    label: t.candidate,
    rowHeader: true,
    render: (candidate: ExaminedCandidate) => <Name view={view} candidate={candidate} language={language} />,
  };
  const opinion = {
    key: "opinion",
    label: t.opinion,
    render: (candidate: ExaminedCandidate) => <Opinion candidate={candidate} language={language} />,
  };
  const coverage = {
    key: "coverage",
    label: t.coverage,
    render: (candidate: ExaminedCandidate) => <Coverage view={view} candidate={candidate} language={language} />,
  };
  const cost = { key: "cost", label: t.cost, render: (candidate: ExaminedCandidate) => <Cost candidate={candidate} language={language} /> };
  const knockOuts = {
    key: "knock-outs",
    label: t.knockOuts,
    render: (candidate: ExaminedCandidate) => <KnockOuts view={view} candidate={candidate} language={language} />,
  };
  return (
    <DataTable caption={t.candidates} columns={inHouse ? [name, opinion] : [name, coverage, cost, knockOuts, opinion]} rows={candidates} />
  );
}

type One = { view: RequestView; candidate: ExaminedCandidate; language: Language };

function Name({ view, candidate, language }: One): JSX.Element {
  const words = requestWords(language);
  return (
    <>
      <Link href={`/demandes/${view.request.id}/candidats/${candidate.id}`}>{candidate.name}</Link>
      <br />
      {candidate.licence === null ? (
        <span class="soft small">{words.origins[candidate.origin.type]}</span>
      ) : (
        <Tag tone={candidate.gate === "open-source" ? "good" : "neutral"}>{candidate.licence}</Tag>
      )}
    </>
  );
}

function Coverage({ view, candidate, language }: One): JSX.Element {
  const t = gateTexts(language);
  const { percent, judged, total, essentialFull, essential } = coverageOf(view.need, candidate.examined?.content.examination);
  if (percent === null) return <span class="soft">{t.notJudged}</span>;
  const detail = judged < total ? t.judgedOf(judged, total) : t.essentialOf(essentialFull, essential);
  return <Meter ratio={percent / 100} detail={detail} />;
}

function Cost({ candidate, language }: Omit<One, "view">): JSX.Element {
  const cost = costOf(candidate.examined?.content.examination);
  if (cost === null) return <span class="soft">{gateTexts(language).notCosted}</span>;
  return (
    <span class="num">
      {formatMoney(cost.cents, language)} HT
      <br />
      <span class="soft small">{requestTexts(language).over(cost.years)}</span>
    </span>
  );
}

function KnockOuts({ view, candidate, language }: One): JSX.Element {
  const t = gateTexts(language);
  const words = requestWords(language);
  if (candidate.examined === null) return <span class="soft">{t.toExamine}</span>;
  const failed = obstaclesOf(view.request, candidate).filter(
    (obstacle): obstacle is Extract<Obstacle, { kind: "knock-out" }> => obstacle.kind === "knock-out",
  );
  if (failed.length === 0) return <span class="ok">{t.none}</span>;
  return (
    <ul class="plain">
      {failed.map(({ knockOut, waived }) => (
        <li class={waived ? "soft" : "ko"}>{waived ? `${words.knockOuts[knockOut]} (${t.waived})` : words.knockOuts[knockOut]}</li>
      ))}
    </ul>
  );
}

function Opinion({ candidate, language }: Omit<One, "view">): JSX.Element {
  const words = requestWords(language);
  const examination = candidate.examined?.content.examination;
  if (examination === undefined) return <Tag>{gateTexts(language).toExamine}</Tag>;
  return <Tag tone={examination.opinion === "suitable" ? "good" : "neutral"}>{words.opinions[examination.opinion]}</Tag>;
}
