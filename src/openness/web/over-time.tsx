import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { formatDate, formatPercent } from "#src/platform/ui/format.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { historyOf, isReconstituted, type KeptMonth, type Measures } from "../domain/months.ts";
import { ratioOf, type Share } from "../domain/share.ts";
import { amountOf } from "./bars.tsx";
import { LineChart } from "./line-chart.tsx";
import { monthName } from "./month-name.ts";
import { opennessTexts } from "./texts.ts";

/** What can be followed over time, by the word in the address. */
export const FOLLOWED = ["installations", "logiciels", "utilisateurs", "depenses", "postes", "systemes"] as const;
export type Followed = (typeof FOLLOWED)[number];

const MEASURE = {
  installations: "installation",
  logiciels: "software",
  utilisateurs: "user",
  depenses: "cost",
  postes: "copy",
  systemes: "system",
} as const;

export function shareIn({ declared, observed }: Measures, followed: Followed): Share | undefined {
  const shares: Readonly<Record<Followed, Share | null | undefined>> = {
    installations: declared?.byInstallation,
    logiciels: declared?.bySoftware,
    utilisateurs: declared?.byUser,
    depenses: declared?.byCost,
    postes: observed?.copies,
    systemes: observed?.systems,
  };
  return shares[followed] ?? undefined;
}

/** One point of the curve: what was counted in a month, or is today; nothing: a gap. */
export type Moment = {
  readonly name: string;
  readonly share: Share | undefined;
  readonly origin: "measured" | "reconstituted" | "today" | "gap";
  readonly measuredOn: LocalDate | undefined;
};

export type TimeProps = {
  readonly months: readonly KeptMonth[];
  readonly now: Measures;
  readonly today: LocalDate;
  readonly language: Language;
};

export function momentsOf({ months, now, today, language }: TimeProps, followed: Followed): readonly Moment[] {
  const t = opennessTexts(language);
  const past = historyOf(months, today).map(({ month, kept }): Moment => {
    const share = kept && shareIn(kept, followed);
    const origin = kept === undefined || share === undefined ? "gap" : isReconstituted(kept) ? "reconstituted" : "measured";
    return { name: monthName(month, language), share, origin, measuredOn: kept?.measuredOn };
  });
  return [...past, { name: t.today, share: shareIn(now, followed), origin: "today", measuredOn: today }];
}

/** One measure, month after month, as a curve and as its table. */
export function OverTime(props: TimeProps & { readonly followed: Followed }): JSX.Element {
  const { language, followed } = props;
  const t = opennessTexts(language);
  const moments = momentsOf(props, followed);
  return (
    <Sheet title={t.timeTitle} intro={t.timeIntro} id="temps">
      <Tabs
        label={t.timeChoose}
        items={FOLLOWED.map((each) => ({
          href: each === "installations" ? "/parc/part-du-libre#temps" : `/parc/part-du-libre?mesure=${each}#temps`,
          label: t.measures[MEASURE[each]],
          current: each === followed,
        }))}
      />
      <ShareCurve moments={moments} followed={followed} today={props.today} language={language} />
      {moments.some(({ origin }) => origin === "reconstituted") && <p class="soft small">{t.reconstitutedNote}</p>}
      <Details summary={t.table}>
        <MomentsTable moments={moments} caption={`${t.timeTitle}, ${t.measures[MEASURE[followed]]}`} language={language} />
      </Details>
    </Sheet>
  );
}

type CurveProps = {
  readonly moments: readonly Moment[];
  readonly followed: Followed;
  readonly today: LocalDate;
  readonly language: Language;
};

export function ShareCurve({ moments, followed, today, language }: CurveProps): JSX.Element {
  const t = opennessTexts(language);
  const ratios = moments.map(({ share }) => (share === undefined ? null : (ratioOf(share) ?? null)));
  const [first, last] = [ratios.find((ratio) => ratio !== null), ratios.findLast((ratio) => ratio !== null)];
  const measure = t.measures[MEASURE[followed]];
  if (ratios.filter((ratio) => ratio !== null).length < 2 || first === undefined || last === undefined) return <p>{t.timeNone}</p>;
  const percent = (ratio: number | null): string => formatPercent(ratio ?? 0, language);
  const from = moments[ratios.indexOf(first)]?.name ?? "";
  // A reconstituted stretch is drawn up to the first point that was measured: one line, of two looks.
  const isPast = moments.map(({ origin }) => origin === "reconstituted");
  const series = [
    {
      name: t.measured,
      look: "plain" as const,
      dots: true,
      values: ratios.map((ratio, place) => (isPast[place] ? null : ratio)),
    },
    {
      name: t.reconstituted,
      look: "dashed" as const,
      dots: false,
      values: ratios.map((ratio, place) => (isPast[place] || isPast[place - 1] || isPast[place + 1] ? ratio : null)),
    },
  ];
  return (
    <LineChart
      label={t.timeLabel(measure, percent(first), percent(last), from, formatDate(today, language))}
      series={isPast.includes(true) ? series : series.slice(0, 1)}
      most={1}
      format={percent}
      first={moments[0]?.name ?? ""}
      last={t.today}
    />
  );
}

export function MomentsTable({
  moments,
  caption,
  language,
}: {
  moments: readonly Moment[];
  caption: string;
  language: Language;
}): JSX.Element {
  const t = opennessTexts(language);
  const amount =
    (of: (share: Share) => number) =>
    ({ share }: Moment): string =>
      share === undefined ? "" : amountOf(of(share), share.unit, language);
  const origin = ({ origin: is, measuredOn }: Moment): string => {
    if (is === "gap") return t.notMeasured;
    if (is === "reconstituted") return t.reconstituted;
    return measuredOn === undefined ? "" : t.measuredOn(formatDate(measuredOn, language));
  };
  return (
    <DataTable
      caption={caption}
      rows={[...moments].reverse()}
      columns={[
        { key: "mois", label: t.month, render: ({ name }) => name },
        { key: "libre", label: t.free, align: "end", render: amount(({ free }) => free) },
        { key: "non-libre", label: t.notFree, align: "end", render: amount(({ free, known }) => known - free) },
        { key: "a-preciser", label: t.unknown, align: "end", render: amount(({ known, all }) => all - known) },
        { key: "origine", label: t.origin, render: origin },
      ]}
    />
  );
}
