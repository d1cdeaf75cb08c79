import type { JSX } from "hono/jsx/jsx-runtime";
import { daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import type { Hits, WatchItem } from "../domain/watched.ts";
import { watchTexts } from "./texts.ts";

/** A day, and how far it is from today. */
export function DayAndDistance({ day, today, language }: { day: LocalDate | null; today: LocalDate; language: Language }): JSX.Element {
  const t = watchTexts(language);
  if (day === null) return <span class="soft">{t.noDay}</span>;
  const days = daysBetween(today, day);
  const distance = counted(Math.abs(days), t.days, language);
  return (
    <>
      {formatDate(day, language)}
      <div class="soft small">{days === 0 ? t.today : days > 0 ? t.in(distance) : t.ago(distance)}</div>
    </>
  );
}

/** An end of life, with what else it says when it is past. */
export function EndOfLife({ item, today, language }: { item: WatchItem; today: LocalDate; language: Language }): JSX.Element {
  const t = watchTexts(language);
  const isPast = item.day === null || item.day < today;
  return (
    <>
      <DayAndDistance day={item.day} today={today} language={language} />
      {(item.last || isPast) && <Tag tone="attention">{item.last ? t.last : t.past}</Tag>}
    </>
  );
}

export function Change({ item, language }: { item: WatchItem; language: Language }): JSX.Element {
  const t = watchTexts(language);
  if (item.what !== "licence") return <>{t.archived}</>;
  return <>{t.licence(item.before ?? t.unknownLicence, item.after)}</>;
}

/** Which installations it concerns, and whose they are. */
export function Where({ hits, language }: { hits: Hits; language: Language }): JSX.Element {
  const t = watchTexts(language);
  if (hits.total === 0) return <span class="soft">{t.nowhere}</span>;
  const hidden = hits.total - hits.installations.length;
  return (
    <>
      {hits.installations.map(({ id, name, departments }) => (
        <div>
          <Link href={`/parc/${id}`}>{name}</Link>
          <div class="soft small">{departments.length === 0 ? t.noDepartment : departments.join(", ")}</div>
        </div>
      ))}
      {hidden > 0 && <div class="soft small">{t.more(formatNumber(hidden, language))}</div>}
    </>
  );
}

/** Who says so, and when it last did. */
export function Source({ item, language }: { item: WatchItem; language: Language }): JSX.Element {
  const t = watchTexts(language);
  const name = item.declared ? t.declared : (item.source ?? t.unknownSource);
  return (
    <span class="small">
      {item.sourceUrl === null ? (
        name
      ) : (
        <Link href={item.sourceUrl} external>
          {name}
        </Link>
      )}
      {item.asOf !== null && <div class="soft">{t.asOf(formatDate(item.asOf, language))}</div>}
    </span>
  );
}
