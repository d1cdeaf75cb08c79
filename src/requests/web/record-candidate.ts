import type { Block, TableBlock } from "#src/platform/documents/model.ts";
import { formatPercent } from "#src/platform/ui/format.ts";
import { type Cost, totalCost } from "../domain/examination.ts";
import { type Gate, KNOCK_OUTS_AT, type KnockOut } from "../domain/gates.ts";
import type { Requirement } from "../domain/need.ts";
import type { RecordedCandidate } from "../domain/record.ts";
import type { Voice } from "./record-voice.ts";

type Examination = NonNullable<RecordedCandidate["examination"]>;
type About = { readonly voice: Voice; readonly gate: Gate; readonly candidate: RecordedCandidate; readonly examination: Examination };

/** One candidate: what it is, its knock-outs, the requirements it covers, its cost, its waivers. */
export function candidateBlocks(
  voice: Voice,
  gate: Gate,
  candidate: RecordedCandidate,
  requirements: readonly Requirement[],
): readonly Block[] {
  const { t } = voice;
  const { examination, name } = candidate;
  const heading: Block = { kind: "heading", level: 3, text: headingOf(voice, candidate) };
  if (examination === null) return [heading, identity(voice, candidate), { kind: "paragraph", text: t.notExamined }];
  const about = { voice, gate, candidate, examination };
  return [
    heading,
    identity(voice, candidate, findings(about)),
    ...knockOutTable(about),
    ...coverageTable(about, requirements),
    ...(examination.cost === null ? [] : [costTable(voice, examination.cost, name)]),
    ...waiverTable(voice, candidate),
  ];
}

function headingOf({ t }: Voice, { name, retained, examination }: RecordedCandidate): string {
  if (retained) return t.retainedName(name);
  return examination?.opinion === "rejected" ? t.rejectedName(name) : name;
}

type Items = Extract<Block, { kind: "definitions" }>["items"];

function identity({ t, words }: Voice, { origin, licence, examination }: RecordedCandidate, more: Items = []): Block {
  const read = examination?.licence ?? null;
  return {
    kind: "definitions",
    items: [
      ...more,
      { term: t.origin, value: words.origins[origin] },
      ...(read === null ? [] : [{ term: t.licenceRead, value: read }]),
      ...(licence === null || licence === read ? [] : [{ term: t.licence, value: licence }]),
    ],
  };
}

function findings({ voice, gate, candidate, examination }: About): Items {
  const { t, words, language } = voice;
  const { percent, judged, total, essentialFull, essential } = candidate.coverage;
  // At gate 1 what runs already has its cost and its date: they may be left out.
  const inHouse = gate === "in-house";
  return [
    { term: t.opinion, value: t.because(words.opinions[examination.opinion], examination.reason) },
    ...(percent === null
      ? []
      : [{ term: t.coverage, value: t.coverageValue(formatPercent(percent / 100, language), judged, total, essentialFull, essential) }]),
    ...(inHouse && examination.cost === null ? [] : [{ term: t.totalCost, value: costText(voice, candidate) }]),
    ...(inHouse && examination.readyOn === null ? [] : [{ term: t.readyOn, value: voice.day(examination.readyOn) }]),
  ];
}

export function costText({ t, money }: Voice, { totalCost: total }: RecordedCandidate): string {
  return total === null ? t.notEstimated : t.exTaxOver(money(total.cents), total.years);
}

function knockOutTable({ voice, gate, candidate, examination }: About): readonly Block[] {
  const { t, words } = voice;
  const { criterion, conclusion, reason } = t.knockOutColumns;
  const rows = KNOCK_OUTS_AT[gate].map((knockOut) => {
    const finding = examination.knockOuts[knockOut];
    if (finding === undefined) return [words.knockOuts[knockOut], words.notJudged, t.none];
    return [
      words.knockOuts[knockOut],
      finding.passes ? t.passes : isWaived(candidate, knockOut) ? t.failsWaived : t.fails,
      finding.reason === "" ? t.none : finding.reason,
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: t.knockOuts(candidate.name),
      columns: [{ label: criterion, share: 1.2 }, { label: conclusion }, { label: reason, share: 1.8 }],
      rows,
    },
  ];
}

function isWaived({ waivers }: RecordedCandidate, knockOut: KnockOut): boolean {
  return waivers.some(({ object, answer }) => object === knockOut && answer?.granted === true);
}

function coverageTable({ voice, candidate, examination }: About, requirements: readonly Requirement[]): readonly Block[] {
  const { t, words } = voice;
  if (requirements.length === 0 || Object.keys(examination.coverage).length === 0) return [];
  const { requirement, importance, coverage } = t.requirementColumns;
  const rows = requirements.map(({ id, text, importance: level }) => {
    const found = examination.coverage[id];
    return [text, words.importances[level], found === undefined ? words.notJudged : words.coverages[found]];
  });
  return [
    {
      kind: "table",
      caption: t.coverageOf(candidate.name),
      columns: [{ label: requirement, share: 2.4 }, { label: importance }, { label: coverage }],
      rows,
    },
  ];
}

function waiverTable({ t, words }: Voice, { name, waivers }: RecordedCandidate): readonly Block[] {
  if (waivers.length === 0) return [];
  const { object, reason, answer } = t.waiverColumns;
  const rows = waivers.map((waiver) => [
    words.waiverObjects[waiver.object],
    waiver.reason,
    waiver.answer === null
      ? words.waiver.waiting
      : t.because(waiver.answer.granted ? words.waiver.granted : words.waiver.denied, waiver.answer.reason),
  ]);
  return [
    {
      kind: "table",
      caption: t.waivers(name),
      columns: [{ label: object }, { label: reason, share: 1.4 }, { label: answer, share: 1.4 }],
      rows,
    },
  ];
}

/** Each heading once, yearly and over the whole horizon, with their total. */
export function costTable({ t, words, money }: Voice, cost: Cost, name: string): TableBlock {
  const { heading, once, yearly, total } = t.costColumns;
  const end = "end" as const;
  const sum = { once: 0, yearly: 0 };
  for (const line of cost.lines) {
    sum.once += line.once;
    sum.yearly += line.yearly;
  }
  return {
    kind: "table",
    caption: t.costOf(name, cost.years),
    columns: [
      { label: heading, share: 1.6 },
      { label: once, align: end },
      { label: yearly, align: end },
      { label: total(cost.years), align: end },
    ],
    rows: [
      ...cost.lines.map((line) => [
        words.costHeadings[line.heading],
        money(line.once),
        money(line.yearly),
        money(line.once + line.yearly * cost.years),
      ]),
      [t.costTotal, money(sum.once), money(sum.yearly), money(totalCost(cost))],
    ],
    total: true,
  };
}
