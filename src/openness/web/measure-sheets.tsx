import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatDate, formatNumber, formatPercent } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Spent } from "../domain/declared.ts";
import type { OpennessView } from "../usecases/view-openness.ts";
import { amountOf, Shares } from "./bars.tsx";
import { opennessTexts } from "./texts.ts";

export type MeasureProps = { readonly view: OpennessView; readonly language: Language };

const DRAWN_DEPARTMENTS = 15;
const LISTED_DEPARTMENTS = 200;

/** What is declared in service, by software, by installation, by user and by cost: each says another thing. */
export function CountedFourWays({ view: { declared, today }, language }: MeasureProps): JSX.Element {
  const t = opennessTexts(language);
  const { bySoftware, byInstallation, byUser, byCost } = declared;
  const users = byUser.uncounted === 0 ? "" : ` ${t.uncountedUsers(byUser.uncounted)}`;
  const rows = [
    { label: t.measures.installation, share: byInstallation, note: t.explanations.installation },
    { label: t.measures.software, share: bySoftware, note: t.explanations.software },
    { label: t.measures.user, share: byUser, note: `${t.explanations.user}${users}` },
    ...(byCost === null ? [] : [{ label: t.measures.cost, share: byCost, note: costNote(byCost, language) }]),
  ];
  return (
    <Sheet title={t.declaredTitle} intro={t.declaredIntro(formatDate(today, language))}>
      <Shares rows={rows} caption={t.caption(t.declaredTitle, formatDate(today, language))} language={language} />
    </Sheet>
  );
}

function costNote({ uncounted, elsewhere, unattached, withoutAmount }: Spent, language: Language): string {
  const t = opennessTexts(language);
  const money = (cents: number): string => amountOf(cents, "cent", language);
  return [
    t.explanations.cost,
    ...(uncounted > 0 ? [t.uncountedCosts(uncounted)] : []),
    ...(elsewhere > 0 ? [t.elsewhere(money(elsewhere))] : []),
    ...(unattached > 0 ? [t.unattached(money(unattached))] : []),
    ...(withoutAmount > 0 ? [t.withoutAmount(withoutAmount)] : []),
  ].join(" ");
}

export function ByLayer({ view: { declared, today }, language }: MeasureProps): JSX.Element | null {
  const t = opennessTexts(language);
  if (declared.byLayer.length === 0) return null;
  const date = formatDate(today, language);
  const rows = declared.byLayer.map(({ layer, share }) => ({ label: t.layers[layer] ?? layer, share }));
  return (
    <Sheet title={t.layerTitle} intro={t.layerIntro(date)}>
      <Shares rows={rows} caption={t.caption(t.layerTitle, date)} language={language} />
    </Sheet>
  );
}

/** Those with most installations are drawn; the table has them all. */
export function ByDepartment({ view: { declared, today }, language }: MeasureProps): JSX.Element | null {
  const t = opennessTexts(language);
  const rows = (declared.byDepartment ?? [])
    .map(({ department, share }) => ({ label: department?.name ?? t.noDepartment, share }))
    .sort((one, other) => other.share.all - one.share.all)
    .slice(0, LISTED_DEPARTMENTS);
  if (rows.length === 0) return null;
  const date = formatDate(today, language);
  return (
    <Sheet title={t.departmentTitle} intro={t.departmentIntro(date)}>
      <Shares rows={rows} caption={t.caption(t.departmentTitle, date)} language={language} drawn={DRAWN_DEPARTMENTS} />
      {rows.length > DRAWN_DEPARTMENTS && <p class="soft small">{t.moreDepartments(rows.length - DRAWN_DEPARTMENTS)}</p>}
    </Sheet>
  );
}

export function ObservedShares({ view: { observed }, language }: MeasureProps): JSX.Element {
  const t = opennessTexts(language);
  const link = (
    <p class="small">
      <Link href="/parc/postes">{t.observedLink}</Link>
    </p>
  );
  if (observed === null) {
    return (
      <Sheet title={t.observedTitle}>
        <p class="soft">{t.observedNone}</p>
        {link}
      </Sheet>
    );
  }
  const { software, copies, average, systems } = observed.measures;
  const rows = [
    { label: t.measures["observed-software"], share: software },
    { label: t.measures.copy, share: copies },
    { label: t.measures.system, share: systems, note: t.systemsNote },
  ];
  const [counted, all] = [formatNumber(average.counted, language), formatNumber(average.all, language)];
  return (
    <Sheet title={t.observedTitle} intro={t.observedIntro(formatDate(observed.measuredOn, language))}>
      <Shares rows={rows} caption={t.caption(t.observedTitle, formatDate(observed.measuredOn, language))} language={language} />
      {average.ratio !== null && <p>{t.average(formatPercent(average.ratio, language), counted, all)}</p>}
      {link}
    </Sheet>
  );
}
