import { scaleLinear } from "d3-scale";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { formatMoney, formatNumber, formatPercent } from "#src/platform/ui/format.ts";
import { DataTable } from "#src/platform/ui/table.tsx";
import { useUniqueId } from "#src/platform/ui/unique-id.tsx";
import { ratioOf, type Share, type Unit } from "../domain/share.ts";
import { opennessTexts } from "./texts.ts";

/** A share with its name. `note`: what is counted, in a sentence. */
export type NamedShare = { readonly label: string; readonly share: Share; readonly note?: string };

export type SharesProps = {
  readonly rows: readonly NamedShare[];
  readonly caption: string;
  readonly language: Language;
  /** How many are drawn; the table has them all. */
  readonly drawn?: number;
};

export function amountOf(value: number, unit: Unit, language: Language): string {
  return unit === "cent" ? formatMoney(Math.round(value / 100) * 100, language) : formatNumber(value, language);
}

/** « 34 sur 52 (65,4 %) et 3 à préciser »: never a percentage alone. */
export function shareInWords(share: Share, language: Language): string {
  const t = opennessTexts(language);
  const { free, known, all, unit } = share;
  const ratio = ratioOf(share);
  const unknown = all === known ? "" : ` ${t.shareUnknown(amountOf(all - known, unit, language))}`;
  if (ratio === undefined) return `${t.nothing}${unknown}`;
  return `${t.share(amountOf(free, unit, language), amountOf(known, unit, language), formatPercent(ratio, language))}${unknown}`;
}

/** Shares as bars, each with its figures beside it, and the same as a table. */
export function Shares({ rows, caption, language, drawn = rows.length }: SharesProps): JSX.Element {
  const t = opennessTexts(language);
  return (
    <>
      <ul class="share-bars">
        {rows.slice(0, drawn).map(({ label, share, note }) => (
          <li>
            <span class="share-name">{label}</span>
            <ShareBar label={label} share={share} language={language} />
            <span class="share-figures num">{shareInWords(share, language)}</span>
            {note !== undefined && <span class="share-note soft small">{note}</span>}
          </li>
        ))}
      </ul>
      <Details summary={t.table}>
        <SharesTable rows={rows} caption={caption} language={language} />
      </Details>
    </>
  );
}

/** Free in full, not free hatched, unknown empty within dashes: told apart without colours. Drawn in percents, so that nothing is stretched. */
export function ShareBar({ label, share, language }: { label: string; share: Share; language: Language }): JSX.Element {
  const t = opennessTexts(language);
  const { free, known, all, unit } = share;
  const hatching = useUniqueId("hachures");
  const x = scaleLinear([0, Math.max(all, 1)], [0, 100]);
  const percent = (value: number): string => `${Math.round(x(value) * 100) / 100}%`;
  const words = [free, known - free, all - known].map((value) => amountOf(value, unit, language)) as [string, string, string];
  return (
    <svg class="share-bar" role="img" aria-label={t.barLabel(label, ...words)} width="100%" height="20" focusable="false">
      <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse">
        <path class="share-hatching" d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" />
      </pattern>
      <rect class="share-unknown" x={percent(known)} y="1" width={percent(all === 0 ? 1 : all - known)} height="18" />
      <rect class="share-not-free" x={percent(free)} y="1" width={percent(known - free)} height="18" />
      <rect x={percent(free)} y="1" width={percent(known - free)} height="18" fill={`url(#${hatching})`} />
      <rect class="share-free" x="0" y="1" width={percent(free)} height="18" />
    </svg>
  );
}

/** What the bars mean, drawn as they are. */
export function ShareLegend({ language }: { language: Language }): JSX.Element {
  const t = opennessTexts(language);
  const whole = (free: number, known: number): Share => ({ free, known, all: 1, unit: "software" });
  const keys = [
    [t.free, whole(1, 1)],
    [t.notFree, whole(0, 1)],
    [t.unknown, whole(0, 0)],
  ] as const;
  return (
    <ul class="share-legend small" aria-label={t.legend}>
      {keys.map(([name, share]) => (
        <li>
          <span aria-hidden="true">
            <ShareBar label={name} share={share} language={language} />
          </span>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function SharesTable({ rows, caption, language }: Omit<SharesProps, "drawn">): JSX.Element {
  const t = opennessTexts(language);
  const amount =
    (of: (share: Share) => number) =>
    ({ share }: NamedShare): string =>
      amountOf(of(share), share.unit, language);
  const ratio = ({ share }: NamedShare): string => {
    const known = ratioOf(share);
    return known === undefined ? t.nothing : formatPercent(known, language);
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { key: "quoi", label: t.what, render: ({ label }) => label },
        { key: "libre", label: t.free, align: "end", render: amount(({ free }) => free) },
        { key: "non-libre", label: t.notFree, align: "end", render: amount(({ free, known }) => known - free) },
        { key: "a-preciser", label: t.unknown, align: "end", render: amount(({ known, all }) => all - known) },
        { key: "part", label: t.ratio, align: "end", render: ratio },
      ]}
    />
  );
}
