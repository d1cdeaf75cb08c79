import { createHash } from "node:crypto";
import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { CalendarItem } from "../domain/calendar.ts";
import { uidOf } from "../domain/calendar.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { itemInWords } from "./calendar-words.ts";

export type CalendarFile = {
  readonly authorityName: string;
  readonly today: LocalDate;
  readonly items: readonly CalendarItem[];
  /** Where this instance is found: events lead there. */
  readonly publicUrl: string;
};

const REFRESHED_EVERY_S = 6 * 3_600;

/** The calendar as an iCalendar file (RFC 5545): each item is a day, under an identifier that stays while it is the same. In French. */
export function calendarFile({ authorityName, today, items, publicUrl }: CalendarFile): string {
  const t = calendarTexts("fr");
  const host = new URL(publicUrl).host;
  const calendar = ical({
    name: plain(t.calendarName(authorityName)),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Beffroi", product: "Calendrier", language: "FR" },
    ttl: REFRESHED_EVERY_S,
  });
  // The day's midnight: the file is the same all day long, and so is its ETag.
  const stamp = new Date(`${today}T00:00:00Z`);
  for (const item of items) {
    const { title, detail, href } = itemInWords(item, today, "fr");
    calendar.createEvent({
      id: `${uidOf(item)}@${host}`,
      start: new Date(`${item.day}T00:00:00Z`),
      allDay: true,
      stamp,
      summary: plain(title),
      description: plain(detail),
      url: new URL(href, publicUrl).href,
      categories: [{ name: plain(t.kinds[item.kind]) }],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Lines and tabs become spaces, and what is no character goes: a value stays the one value that it is. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "");
}

/** Changes when the content does. */
export function etagOf(file: string): string {
  return `"${createHash("sha256").update(file).digest("base64url").slice(0, 27)}"`;
}
