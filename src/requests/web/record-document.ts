import type { Language } from "#src/kernel/language.ts";
import type { Block, TextDocument } from "#src/platform/documents/model.ts";
import { formatDateTime, formatList, formatNumber } from "#src/platform/ui/format.ts";
import type { DecisionRecord } from "../domain/record.ts";
import { gateBlocks, gateSentence } from "./record-gate.ts";
import { type Voice, voiceIn } from "./record-voice.ts";

/** What makes the record verifiable: its hash, and the file from which it can be computed again. */
export type Seal = { readonly sealedAt: Date; readonly hash: string; readonly file: string; readonly address: string };

/** A decision record as a document: the same content on the page, in PDF and in ODT. */
export function recordDocument(record: DecisionRecord, seal: Seal, language: Language): TextDocument {
  const voice = voiceIn(language);
  const { t } = voice;
  const { authority, reference, visibility } = record;
  return {
    language,
    title: t.title(reference, record.need.title),
    author: authority.name,
    header: {
      start: authority.demonstration ? `${authority.name} · ${t.demonstration}` : authority.name,
      end: t.headerEnd[visibility](reference),
    },
    date: seal.sealedAt,
    blocks: [
      ...(authority.demonstration ? [{ kind: "notice", tone: "warning", title: t.demonstration, text: t.demonstrationText } as const] : []),
      ...decision(voice, record),
      ...need(voice, record),
      ...record.gates.flatMap((gate) => gateBlocks(voice, record, gate)),
      ...corrections(voice, record),
      { kind: "heading", level: 2, text: t.countersignature },
      record.countersignature === "required"
        ? { kind: "paragraph", text: t.countersignatures.required }
        : { kind: "notice", tone: "warning", title: t.samePerson, text: t.countersignatures["single-person"] },
      ...sealBlocks(voice, seal),
    ],
  };
}

/** The decision in one clear sentence. */
export function outcomeSentence(voice: Voice, record: DecisionRecord): string {
  const gate = record.gates.find(({ outcome }) => outcome === "retained");
  return gate === undefined ? voice.t.unmet : gateSentence(voice, record, gate);
}

function decision(voice: Voice, record: DecisionRecord): readonly Block[] {
  const { t, day } = voice;
  const { authority } = record;
  return [
    { kind: "heading", level: 2, text: t.decision },
    { kind: "paragraph", tone: "lead", text: outcomeSentence(voice, record) },
    {
      kind: "definitions",
      items: [
        { term: t.authority, value: authority.name },
        ...(authority.siren === null ? [] : [{ term: t.siren, value: authority.siren.replace(/(\d{3})(?=\d)/g, "$1\u00a0") }]),
        { term: t.reference, value: record.reference },
        { term: t.roundLabel, value: t.round(record.round) },
        { term: t.department, value: record.department },
        { term: t.submittedAt, value: day(record.submittedAt) },
        { term: t.decidedAt, value: day(record.decidedAt) },
        { term: t.versionLabel, value: t.versions[record.visibility] },
      ],
    },
    path(voice, record),
  ];
}

function path(voice: Voice, record: DecisionRecord): Block {
  const { t, words, day } = voice;
  const { gate, conclusion, concluded, countersigned } = t.pathColumns;
  return {
    kind: "table",
    caption: t.path,
    columns: [{ label: gate, share: 1.4 }, { label: conclusion, share: 1.6 }, { label: concluded }, { label: countersigned }],
    rows: record.gates.map((recorded) => [
      words.gates[recorded.gate].long,
      recorded.outcome === "ruled-out" ? words.gates[recorded.gate].ruledOut : words.verdicts[recorded.outcome],
      recorded.concluded === null ? t.none : day(recorded.concluded.at),
      recorded.countersigned !== null ? day(recorded.countersigned.at) : recorded.concluded === null ? t.none : t.countersignatureNotNeeded,
    ]),
  };
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function need(voice: Voice, record: DecisionRecord): readonly Block[] {
  const { t, words, day, money, language } = voice;
  const { need: stated } = record;
  const requesterWords = record.submitted.need.words;
  const { users, budget, personalData } = stated;
  return [
    { kind: "heading", level: 2, text: t.need },
    { kind: "quote", text: requesterWords, source: t.requesterWords(record.department, day(record.submittedAt)) },
    ...(stated.words === requesterWords ? [] : [{ kind: "quote", text: stated.words, source: t.structuredWords } as const]),
    {
      kind: "definitions",
      items: [
        { term: t.users, value: users === null ? t.notSaid : formatNumber(users, language) },
        { term: t.neededBy, value: day(stated.neededBy) },
        { term: t.usedToday, value: stated.usedToday ?? t.notSaid },
        { term: t.budget, value: budget === null ? t.noBudget : t.exTaxOver(money(budget.cents), budget.years) },
        {
          term: t.personalData,
          value:
            personalData.length === 0
              ? t.noPersonalData
              : capitalised(
                  formatList(
                    personalData.map((kind) => words.personalData[kind].toLowerCase()),
                    language,
                  ),
                ),
        },
        { term: t.openToPublic, value: stated.openToPublic ? t.yes : t.no },
        { term: t.mustRunWith, value: stated.mustRunWith ?? t.notSaid },
      ],
    },
    requirements(voice, stated.requirements),
  ];
}

function requirements({ t, words }: Voice, stated: DecisionRecord["need"]["requirements"]): Block {
  if (stated.length === 0) return { kind: "paragraph", text: t.noRequirements };
  const { number, requirement, importance } = t.requirementColumns;
  return {
    kind: "table",
    caption: t.requirements,
    columns: [
      { label: number, share: 0.2 },
      { label: requirement, share: 2.2 },
      { label: importance, share: 0.6 },
    ],
    rows: stated.map(({ text, importance: level }, index) => [String(index + 1), text, words.importances[level]]),
  };
}

function corrections({ t, words, day, signature }: Voice, { corrections: made }: DecisionRecord): readonly Block[] {
  const { at, by, what, why } = t.correctionColumns;
  return [
    { kind: "heading", level: 2, text: t.corrections },
    { kind: "paragraph", tone: "note", text: t.correctionsIntro },
    made.length === 0
      ? { kind: "paragraph", text: t.noCorrections }
      : {
          kind: "table",
          caption: t.corrections,
          columns: [{ label: at }, { label: by }, { label: what }, { label: why, share: 1.8 }],
          rows: made.map((entry) => [
            day(entry.at),
            signature(entry.by),
            (words.entries as Readonly<Record<string, string>>)[entry.what] ?? entry.what,
            entry.why,
          ]),
        },
  ];
}

function sealBlocks({ t, language }: Voice, { sealedAt, hash, file, address }: Seal): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: t.seal },
    { kind: "paragraph", text: t.sealed(formatDateTime(sealedAt, language)) },
    { kind: "code", text: hash },
    { kind: "paragraph", text: t.verify(file) },
    { kind: "code", text: `sha256sum ${file}` },
    { kind: "paragraph", text: t.verified },
    { kind: "paragraph", tone: "note", text: t.address(address) },
  ];
}
