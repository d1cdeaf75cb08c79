import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatDate, formatDateTime } from "#src/platform/ui/format.ts";
import { Tag } from "#src/platform/ui/tag.tsx";
import type { CatalogueSource } from "../db/sources.ts";
import { SOURCE_FORMATS, type SourceFormat } from "../domain/source-record.ts";
import { isStale } from "../domain/staleness.ts";
import { STARTER } from "../domain/trust.ts";
import { sourcePagesTexts } from "./texts.ts";
import { sourceFailureInWords } from "./words.ts";

export function formatOfSource(format: string, language: Language): string {
  const { formats } = sourcePagesTexts(language);
  const known: SourceFormat | "starter" | undefined = format === STARTER ? STARTER : SOURCE_FORMATS.find((each) => each === format);
  return known === undefined ? format : formats[known];
}

/** Whether what we hold of a source can be relied on, in plain words. */
export function SourceState({ source, language, now }: { source: CatalogueSource; language: Language; now: Date }): JSX.Element {
  const t = sourcePagesTexts(language);
  const { everyHours, fetchedAt, checkedAt, failure, url } = source;
  if (isStale(source, now))
    return (
      <>
        <Tag tone="attention">{t.stale(fetchedAt === null ? null : formatDate(fetchedAt, language))}</Tag>
        <div class="small">{failure === null ? t.overdue : `${sourceFailureInWords(failure, url, language)} ${t.kept}`}</div>
        {checkedAt !== null && <div class="soft small">{t.lastTry(formatDateTime(checkedAt, language))}</div>}
      </>
    );
  if (fetchedAt === null) return <span class="soft">{t.never}</span>;
  return (
    <>
      <Tag tone="good">{t.upToDate}</Tag>
      {source.format !== STARTER && <div class="soft small">{everyHours === null ? t.byHand : t.every(everyHours)}</div>}
    </>
  );
}
