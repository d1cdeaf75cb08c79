import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { counted, formatDate } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { Tag, type Tone } from "#src/platform/ui/tag.tsx";
import { Timeline, type TimelineEntry } from "#src/platform/ui/timeline.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Feed } from "../db/feeds.ts";
import { CALENDAR_KINDS, type CalendarItem, type CalendarKind, inMonths } from "../domain/calendar.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { itemInWords } from "./calendar-words.ts";
import { FeedSheet } from "./feed-sheet.tsx";
import { LIST_PATH } from "./listing.ts";

export const CALENDAR_PATH = "/parc/calendrier";

/** Words of the address. */
export const KIND_WORDS: Readonly<Record<CalendarKind, string>> = {
  notice: "preavis",
  "contract-end": "fins-de-contrat",
  "end-of-life": "fins-de-vie",
  "to-confirm": "a-confirmer",
};
const TONES: Readonly<Record<CalendarKind, Tone>> = {
  notice: "attention",
  "contract-end": "accent",
  "end-of-life": "neutral",
  "to-confirm": "neutral",
};

export type CalendarPageProps = {
  readonly language: Language;
  readonly today: LocalDate;
  readonly items: readonly CalendarItem[];
  /** Undefined: all. */
  readonly kind: CalendarKind | undefined;
  readonly feed: Feed | undefined;
  /** The private address that was just made. */
  readonly address: string | undefined;
};

export function CalendarPage(props: CalendarPageProps): JSX.Element {
  const { language, items, kind } = props;
  const t = calendarTexts(language);
  const tab = (each: CalendarKind | undefined) => ({
    href: each === undefined ? CALENDAR_PATH : `${CALENDAR_PATH}?nature=${KIND_WORDS[each]}`,
    label: each === undefined ? t.all : t.kinds[each],
    current: each === kind,
    count: items.filter((item) => each === undefined || item.kind === each).length,
  });
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <TwoColumns aside={<FeedSheet {...props} />} asideLabel={t.feed.title}>
        <Tabs label={t.filter} items={[tab(undefined), ...CALENDAR_KINDS.map(tab)]} />
        <Days {...props} />
      </TwoColumns>
    </>
  );
}

function Days({ language, today, items, kind }: CalendarPageProps): JSX.Element {
  const t = calendarTexts(language);
  const shown = items.filter((item) => kind === undefined || item.kind === kind);
  if (shown.length === 0) {
    return (
      <EmptyState title={t.emptyTitle} action={<ButtonLink href={LIST_PATH}>{t.contracts}</ButtonLink>}>
        <p>{items.length === 0 ? t.empty : t.emptyKind}</p>
      </EmptyState>
    );
  }
  const { late, months } = inMonths(shown, today);
  const entries = (of: readonly CalendarItem[]): readonly TimelineEntry[] => of.map((item) => entryOf(item, today, language));
  const count = (of: readonly CalendarItem[]) => <span class="soft">{counted(of.length, t.noun, language)}</span>;
  return (
    <>
      {late.length > 0 && (
        <Sheet title={t.late} intro={t.lateIntro} aside={count(late)}>
          <Timeline entries={entries(late)} />
        </Sheet>
      )}
      {months.map(({ month, items: of }) => (
        <Sheet title={monthInWords(month, language)} aside={count(of)}>
          <Timeline entries={entries(of)} />
        </Sheet>
      ))}
    </>
  );
}

function entryOf(item: CalendarItem, today: LocalDate, language: Language): TimelineEntry {
  const t = calendarTexts(language);
  const { title, detail, href } = itemInWords(item, today, language);
  return {
    at: item.day,
    title: <Link href={href}>{title}</Link>,
    by: <Tag tone={TONES[item.kind]}>{t.kinds[item.kind]}</Tag>,
    upcoming: item.day >= today,
    children: <p class="small">{detail}</p>,
  };
}

/** « Novembre 2026 »: the month of a date, without its day. */
function monthInWords(month: string, language: Language): string {
  const words = formatDate(`${month}-02`, language).replace(/^2 /, "");
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
