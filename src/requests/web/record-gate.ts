import type { Block, TableBlock } from "#src/platform/documents/model.ts";
import { formatList } from "#src/platform/ui/format.ts";
import type { Study } from "../domain/examination.ts";
import { KNOCK_OUTS_AT } from "../domain/gates.ts";
import type { DecisionRecord, RecordedCandidate, RecordedGate } from "../domain/record.ts";
import { candidateBlocks, costTable, costText } from "./record-candidate.ts";
import type { Voice } from "./record-voice.ts";

/** One gate: what it asked, how it was left and by whom, what was searched, who was examined. */
export function gateBlocks(voice: Voice, record: DecisionRecord, recorded: RecordedGate): readonly Block[] {
  const { t, words } = voice;
  const { gate, outcome, candidates } = recorded;
  const heading: Block = { kind: "heading", level: 2, text: words.gates[gate].long };
  if (outcome === "not-reached") return [heading, { kind: "paragraph", text: t.notReached }];
  return [
    heading,
    { kind: "paragraph", tone: "note", text: words.gates[gate].seeks },
    { kind: "paragraph", tone: "lead", text: gateSentence(voice, record, recorded) },
    ...conclusion(voice, recorded),
    ...(gate === "in-house-development"
      ? studyBlocks(voice, recorded.study)
      : [...searches(voice, recorded), ...comparison(voice, recorded)]),
    ...candidates.flatMap((candidate) => candidateBlocks(voice, gate, candidate, record.need.requirements)),
  ];
}

/** « Koha, un logiciel libre, est retenu. », or why the gate was left. */
export function gateSentence({ t, words }: Voice, { solution }: DecisionRecord, { gate, outcome }: RecordedGate): string {
  if (outcome === "retained") return t.outcomes[gate](solution ?? "");
  return outcome === "ruled-out" ? `${words.gates[gate].ruledOut}.` : words.verdicts[outcome];
}

function conclusion({ t, day, who }: Voice, { statement, concluded, countersigned }: RecordedGate): readonly Block[] {
  return [
    ...(statement === null || concluded === null
      ? []
      : [{ kind: "quote", text: statement, source: t.concluded(day(concluded.at), who(concluded.by)) } as const]),
    ...(countersigned === null
      ? []
      : countersigned.statement === null
        ? [{ kind: "paragraph", text: t.countersigned(day(countersigned.at), who(countersigned.by)) } as const]
        : [
            {
              kind: "quote",
              text: countersigned.statement,
              source: t.countersignedSource(day(countersigned.at), who(countersigned.by)),
            } as const,
          ]),
    ...(countersigned?.singlePerson === true
      ? [{ kind: "notice", tone: "warning", title: t.samePerson, text: t.samePersonText } as const]
      : []),
  ];
}

function searches({ t, words, day, signature, language }: Voice, { searches: made }: RecordedGate): readonly Block[] {
  if (made.length === 0) return [{ kind: "paragraph", text: t.noSearches }];
  const { at, source, query, count, found } = t.searchColumns;
  const table: TableBlock = {
    kind: "table",
    caption: t.searches,
    columns: [
      { label: at, share: 1.2 },
      { label: source },
      { label: query, share: 1.2 },
      { label: count, align: "end", share: 0.7 },
      { label: found, share: 1.5 },
    ],
    rows: made.map((search) => [
      `${day(search.at)}\n${signature(search.by)}`,
      (words.searchSources as Readonly<Record<string, string>>)[search.source] ?? search.source,
      search.query,
      String(search.count),
      search.found.length === 0 ? t.none : formatList(search.found, language),
    ]),
  };
  return [table];
}

/** All the candidates of a gate side by side; of no use for one alone. */
function comparison(voice: Voice, { gate, candidates }: RecordedGate): readonly Block[] {
  const { t } = voice;
  if (candidates.length === 0) return [{ kind: "paragraph", text: t.noCandidates }];
  if (candidates.length === 1) return [];
  const { name, opinion, knockOuts, essential, cost, readyOn } = t.candidateColumns;
  const eliminating = KNOCK_OUTS_AT[gate];
  const full = eliminating.length > 0;
  return [
    {
      kind: "table",
      caption: t.candidates,
      columns: [
        { label: name, share: 1.3 },
        { label: opinion },
        ...(full ? [{ label: knockOuts }] : []),
        { label: essential },
        { label: cost, align: "end", share: 1.1 },
        { label: readyOn },
      ],
      rows: candidates.map((candidate) => [
        candidate.name,
        opinionText(voice, candidate),
        ...(full ? [passedText(voice, candidate, eliminating.length)] : []),
        candidate.examination === null ? t.none : t.outOf(candidate.coverage.essentialFull, candidate.coverage.essential),
        candidate.examination === null ? t.none : costText(voice, candidate),
        candidate.examination?.readyOn == null ? t.none : voice.day(candidate.examination.readyOn),
      ]),
    },
  ];
}

function opinionText({ t, words }: Voice, { examination, retained }: RecordedCandidate): string {
  if (examination === null) return words.notJudged;
  return retained ? words.verdicts.retained : (words.opinions[examination.opinion] ?? t.none);
}

function passedText({ t }: Voice, { examination }: RecordedCandidate, of: number): string {
  if (examination === null) return t.none;
  return t.outOf(Object.values(examination.knockOuts).filter((finding) => finding.passes).length, of);
}

function studyBlocks(voice: Voice, study: Study | null): readonly Block[] {
  if (study === null) return [];
  const { t, day, language } = voice;
  return [
    { kind: "heading", level: 3, text: t.study },
    { kind: "quote", text: study.summary },
    {
      kind: "definitions",
      items: [
        { term: t.feasible, value: study.feasible ? t.yes : t.no },
        { term: t.readyOn, value: day(study.readyOn) },
        { term: t.maintainers, value: study.maintainers.length === 0 ? t.notSaid : formatList(study.maintainers, language) },
        { term: t.studyLicence, value: study.licence ?? t.notSaid },
        { term: t.repository, value: study.repository ?? t.notSaid },
      ],
    },
    ...(study.cost === null ? [] : [costTable(voice, study.cost, t.studyCost)]),
  ];
}
