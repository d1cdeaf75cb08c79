import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import type { CalendarItem } from "../domain/calendar.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { LIST_PATH } from "./listing.ts";

export type ItemInWords = { readonly title: string; readonly detail: string; readonly href: string };

/** What a date of the calendar is about, and where one reads more: the same words in the page and in the feed. */
export function itemInWords(item: CalendarItem, today: LocalDate, language: Language): ItemInWords {
  const t = calendarTexts(language);
  const late = item.day < today;
  switch (item.kind) {
    case "notice":
      return { ...noticeInWords(item, late, language), href: `${LIST_PATH}/${item.contractId}` };
    case "contract-end": {
      const { title, supplierName, goesOn } = item;
      const detail = goesOn ? t.renewalDetail(supplierName) : late ? t.endedDetail(supplierName) : t.endDetail(supplierName);
      return { title: goesOn ? t.renewal(title) : t.end(title), detail, href: `${LIST_PATH}/${item.contractId}` };
    }
    case "end-of-life": {
      const { software, cycle, name, certain } = item;
      const fixes = late ? t.endOfLifePast : t.endOfLifeDetail;
      return {
        title: t.endOfLife(software, cycle, name),
        detail: certain ? fixes : `${fixes} ${t.uncertain}`,
        href: `/parc/${item.installationId}`,
      };
    }
    case "to-confirm": {
      const { what, reference, name, requestId } = item;
      const detail = what === "use" ? t.useDetail(reference) : t.neededDetail(reference);
      return { title: t[what](name), detail, href: `/demandes/${requestId}` };
    }
  }
}

function noticeInWords(
  { title, supplierName, endsOn, renewal }: Extract<CalendarItem, { kind: "notice" }>,
  late: boolean,
  language: Language,
): Omit<ItemInWords, "href"> {
  const t = calendarTexts(language);
  const end = formatDate(endsOn, language);
  if (renewal === "express") return { title: t.decide(title), detail: t.decideDetail(supplierName, end) };
  return late
    ? { title: t.noticeMissed(title), detail: t.missedDetail(supplierName, end) }
    : { title: t.notice(title), detail: t.noticeDetail(supplierName, end) };
}
