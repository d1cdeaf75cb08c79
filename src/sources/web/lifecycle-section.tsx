import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import type { KnownCycle, Lifecycle } from "../db/release-cycles.ts";
import { sectionTexts } from "./section-texts.ts";

export type LifecyclesProps = {
  /** Undefined where no source knows the product. */
  readonly lifecycle: Lifecycle | undefined;
  /** "2026-11-21". */
  readonly today: string;
  readonly language: Language;
};

export function Lifecycles({ lifecycle, today, language }: LifecyclesProps): JSX.Element {
  const t = sectionTexts(language);
  if (lifecycle === undefined || lifecycle.cycles.length === 0)
    return (
      <Sheet title={t.cyclesTitle}>
        <p class="soft">{t.cyclesNone}</p>
      </Sheet>
    );
  const { cycles, total, source, seenAt } = lifecycle;
  const unknown = <span class="soft">{t.unknown}</span>;
  return (
    <Sheet title={t.cyclesTitle} intro={t.cyclesIntro(source, formatDate(seenAt, language))}>
      <DataTable
        caption={t.cyclesCaption}
        columns={[
          {
            key: "version",
            label: t.cycle,
            render: ({ cycle, label, lts }) => (
              <>
                {label ?? cycle}
                {lts && <span class="soft small"> ({t.lts})</span>}
              </>
            ),
          },
          {
            key: "parue",
            label: t.released,
            render: ({ releasedOn }) => (releasedOn === null ? unknown : formatDate(releasedOn, language)),
          },
          { key: "derniere", label: t.latest, render: ({ latest }) => latest ?? unknown },
          { key: "fin", label: t.end, render: (cycle) => <End cycle={cycle} today={today} language={language} /> },
        ]}
        rows={cycles}
      />
      {total > cycles.length && <p class="soft small">{t.cyclesMore(total - cycles.length)}</p>}
    </Sheet>
  );
}

/** A day that is past is an end, whatever the source said when it was read. */
function End({ cycle, today, language }: { cycle: KnownCycle; today: string; language: Language }): JSX.Element {
  const t = sectionTexts(language);
  const { ended, endsOn, supportEndsOn } = cycle;
  const isOver = ended === true || (endsOn !== null && endsOn <= today);
  if (isOver) return <Tag tone="attention">{endsOn === null ? t.ended : t.endedOn(formatDate(endsOn, language))}</Tag>;
  return (
    <>
      {endsOn !== null ? t.endsOn(formatDate(endsOn, language)) : ended === false ? t.running : <span class="soft">{t.endUnknown}</span>}
      {supportEndsOn !== null && <div class="soft small">{t.supportEnds(formatDate(supportEndsOn, language))}</div>}
    </>
  );
}
