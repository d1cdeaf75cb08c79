import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Figure } from "#src/platform/ui/figure.tsx";
import { formatNumber, formatPercent } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { HomeView } from "./home-view.ts";
import { homeTexts } from "./texts.ts";

type FiguresProps = {
  readonly view: HomeView;
  readonly today: LocalDate;
  readonly language: Language;
};

/** Two figures, each with its denominator and its date; where there is nothing to count, what will be counted. */
export function HomeFigures(props: FiguresProps): JSX.Element {
  return (
    <>
      <ShareOfFree {...props} />
      <LeadTimeFigure {...props} />
    </>
  );
}

function ShareOfFree({ view: { share }, language }: FiguresProps): JSX.Element {
  const t = homeTexts(language);
  if (share.known === 0) {
    return (
      <Sheet title={t.share}>
        <p class="soft small">{t.noShare}</p>
        <p class="small">
          <Link href="/parc">{t.seeInventory}</Link>
        </p>
      </Sheet>
    );
  }
  const unknown = share.inService - share.known;
  return (
    <Figure
      title={t.share}
      value={formatPercent(share.free / share.known, language)}
      of={t.shareOf(formatNumber(share.free, language), formatNumber(share.known, language))}
      date={share.asOf}
      href="/parc/part-du-libre"
      linkText={t.seeShares}
    >
      {unknown > 0 && <p class="soft small">{unknown === 1 ? t.shareUnknownOne : t.shareUnknown(formatNumber(unknown, language))}</p>}
    </Figure>
  );
}

function LeadTimeFigure({ view: { lead }, today, language }: FiguresProps): JSX.Element {
  const t = homeTexts(language);
  if (lead.days === null) {
    return (
      <Sheet title={t.lead}>
        <p class="soft small">{t.noLead}</p>
      </Sheet>
    );
  }
  const days = Math.round(lead.days);
  return <Figure title={t.lead} value={t.leadDays(formatNumber(days, language), days)} of={t.leadOf(lead.served)} date={today} />;
}
