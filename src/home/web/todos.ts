import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { formatDateTime } from "#src/platform/ui/format.ts";
import type { Todo } from "#src/platform/ui/todo-list.tsx";
import { type HomeDraft, type HomeLine, type HomeRequests, standingInWords, standingOf } from "#src/requests/public.ts";
import { type HomeTexts, homeTexts } from "./texts.ts";

/** The sections that wait for somebody's move, in the order in which the page says them. */
export const WAITING = ["countersign", "waiver", "question", "confirm", "review"] as const;
export type Waiting = (typeof WAITING)[number];

type Words = { readonly t: HomeTexts; readonly language: Language; readonly today: LocalDate };

/** How many things wait for the reader, those that are not shown included. */
export function waitingFor(requests: HomeRequests): number {
  return WAITING.reduce((sum, section) => sum + requests[section].total, 0);
}

export function waitingTodos(requests: HomeRequests, language: Language, today: LocalDate): readonly Todo[] {
  const words = { t: homeTexts(language), language, today };
  return WAITING.flatMap((section) =>
    requests[section].lines.map((line) => ({ ...TODOS[section](line, words), gates: line.arcade, strong: true })),
  );
}

const TODOS: Readonly<Record<Waiting, (line: HomeLine, words: Words) => Todo>> = {
  countersign: (line, words) => {
    const { t } = words;
    const retained = line.verdict === "retained";
    const who = line.who === null ? "" : retained ? t.retainedBy(line.who) : t.ruledOutBy(line.who);
    return {
      title: retained || line.gate === 4 ? t.countersignDecision(line.title) : t.countersignExit(line.gate ?? 0, line.title),
      href: pathOf(line),
      detail: t.sentence(line.reference, who, inWords(line, words)),
      action: { label: t.readConclusion, href: `${pathOf(line)}/contreseing` },
    };
  },
  waiver: (line, { t }) => ({
    title: t.waiver(line.title),
    href: line.entryId === null ? pathOf(line) : `${pathOf(line)}/derogations/${line.entryId}`,
    detail: t.sentence(line.reference, line.who === null ? "" : t.waiverAskedBy(line.who), line.departmentName),
    action: { label: t.answer },
  }),
  question: (line, { t }) => ({
    title: t.question(line.title),
    href: `${pathOf(line)}#fil`,
    detail: t.sentence(line.reference, t.questionText),
    action: { label: t.answer },
  }),
  confirm: (line, words) => ({
    title: words.t.confirm(line.solution ?? line.title),
    href: `${pathOf(line)}/bilan`,
    detail: `${words.t.sentence(line.reference, inWords(line, words))} ${words.t.confirmText}`,
    action: { label: words.t.answer },
  }),
  review: (line, words) => ({
    title: line.title,
    href: pathOf(line),
    detail: words.t.sentence(inWords(line, words), line.departmentName, line.reference),
    action: { label: words.t.reviewAction },
  }),
};

/** A request among others: where it stands, and a pill that says its reference, or that it is late. */
export function requestTodo(line: HomeLine, language: Language, today: LocalDate): Todo {
  const t = homeTexts(language);
  const standing = standingOf(line, today);
  return {
    title: line.title,
    href: pathOf(line),
    gates: line.arcade,
    detail: t.sentence(standingInWords(standing, language), line.solution ?? "", line.departmentName),
    tag:
      standing.kind === "late"
        ? { label: `${line.reference}, ${t.late.toLocaleLowerCase(language)}`, tone: "attention" }
        : { label: line.reference },
  };
}

export function draftTodo({ id, title, at }: HomeDraft, language: Language): Todo {
  const t = homeTexts(language);
  return {
    title: title === "" ? t.draftTitle : title,
    href: `/demandes/brouillons/${id}`,
    detail: t.sentence(t.draftSaved(formatDateTime(at, language))),
    action: { label: t.resume },
  };
}

function pathOf({ id }: HomeLine): string {
  return `/demandes/${id}`;
}

function inWords(line: HomeLine, { language, today }: Words): string {
  return standingInWords(standingOf(line, today), language);
}
