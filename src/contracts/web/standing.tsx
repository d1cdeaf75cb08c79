import type { JSX } from "hono/jsx/jsx-runtime";
import { daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate } from "#src/platform/ui/format.ts";
import { Timeline, type TimelineEntry } from "#src/platform/ui/timeline.tsx";
import type { StandingContract } from "../db/costs.ts";
import { pageTexts } from "./page-texts.ts";

type Props = { readonly language: Language; readonly contract: StandingContract; readonly today: LocalDate };

/** Where the contract stands, in one sentence. */
export function standingSentence({ language, contract, today }: Props): string {
  const t = pageTexts(language).sentences;
  const { term, renewal, renewalMonths, closedOn, startsOn } = contract;
  const day = (value: LocalDate | null): string => (value === null ? "" : formatDate(value, language));
  if (closedOn !== null) return closedOn < today ? t.closed(day(closedOn)) : t.closing(day(closedOn));
  if (term.endsOn === null) return startsOn > today ? `${t.toCome(day(startsOn))} ${t.noEnd}` : t.noEnd;
  if (term.state === "ended") return t.ended(day(term.endsOn));
  const begins = startsOn > today ? `${t.toCome(day(startsOn))} ` : "";
  if (renewal === "none") return begins + t.none(day(term.endsOn));
  if (renewal === "express") {
    return begins + (term.canGiveNotice ? t.expressBy(day(term.endsOn), day(term.noticeBy)) : t.express(day(term.endsOn)));
  }
  const months = renewalMonths ?? 0;
  if (term.noticeBy === null) return begins + t.tacitUnknownNotice(day(term.endsOn), months);
  if (term.canGiveNotice) return begins + t.tacit(day(term.endsOn), months, day(term.noticeBy));
  return begins + t.tacitTooLate(day(term.noticeBy), day(term.endsOn), day(term.thenEndsOn));
}

/** The running term as a line of dates, with today in its place. */
export function TermLine(props: Props): JSX.Element {
  return <Timeline entries={entriesOf(props)} />;
}

function entriesOf({ language, contract, today }: Props): readonly TimelineEntry[] {
  const t = pageTexts(language).line;
  const { term, renewal, closedOn } = contract;
  const { startsOn, endsOn, noticeBy, thenEndsOn, renewals } = term;
  const left = (day: LocalDate): string | undefined => {
    const days = daysBetween(today, day);
    return days > 0 ? t.daysLeft(counted(days, t.days, language)) : undefined;
  };
  const goesOn = renewal === "tacit" && closedOn === null;
  const dates: readonly (readonly [LocalDate | null, string])[] = [
    [startsOn, renewals > 0 ? t.termStart(renewals) : t.start],
    [noticeBy, renewal === "express" ? t.decide : t.notice],
    [endsOn, goesOn ? t.end : t.lastEnd],
    [goesOn ? thenEndsOn : null, t.nextEnd],
  ];
  const entries = dates.flatMap(([at, title]) => (at === null ? [] : [{ at, title, by: left(at), upcoming: at > today }]));
  if (entries.some(({ at }) => at === today)) return entries.toSorted(byDay);
  return [...entries, { at: today, title: t.today }].toSorted(byDay);
}

function byDay(one: TimelineEntry, other: TimelineEntry): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
