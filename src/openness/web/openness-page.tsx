import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks } from "#src/platform/ui/filter-bar.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { OpennessView } from "../usecases/view-openness.ts";
import { ShareLegend } from "./bars.tsx";
import { ByDepartment, ByLayer, CountedFourWays, ObservedShares } from "./measure-sheets.tsx";
import { type Followed, OverTime } from "./over-time.tsx";
import { SystemsOverTime } from "./systems-over-time.tsx";
import { opennessTexts } from "./texts.ts";
import { ToComplete } from "./to-complete.tsx";

export const OPENNESS_PATH = "/parc/part-du-libre";

export type OpennessPageProps = {
  readonly view: OpennessView;
  readonly followed: Followed;
  readonly manages: boolean;
  readonly language: Language;
};

export function OpennessPage({ view, followed, manages, language }: OpennessPageProps): JSX.Element {
  const t = opennessTexts(language);
  const { declared, observed, months, today } = view;
  const isEmpty = declared.byInstallation.all === 0 && observed === null;
  if (isEmpty && months.length === 0) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.emptyTitle} action={<ButtonLink href="/parc">{manages ? t.declareFirst : t.seeInventory}</ButtonLink>}>
          <p>{t.emptyText}</p>
        </EmptyState>
      </>
    );
  }
  const time = { months, now: { declared, observed: observed?.measures ?? null }, today, language };
  return (
    <>
      <Title
        title={t.title}
        lead={<Headline view={view} language={language} />}
        actions={<ButtonLink href={`${OPENNESS_PATH}/elus`}>{t.forElected}</ButtonLink>}
      />
      <Stack>
        <ShareLegend language={language} />
        <CountedFourWays view={view} language={language} />
        <OverTime {...time} followed={followed} />
        <ByLayer view={view} language={language} />
        <ByDepartment view={view} language={language} />
        <ObservedShares view={view} language={language} />
        <SystemsOverTime {...time} />
        {declared.byInstallation.all > 0 && <ToComplete view={view} manages={manages} language={language} />}
        <Sheet title={t.methodTitle}>
          <ul>
            {t.method.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Sheet>
        <ExportLinks
          hrefs={{ csv: `${OPENNESS_PATH}/export.csv`, ods: `${OPENNESS_PATH}/export.ods`, json: `${OPENNESS_PATH}/export.json` }}
        />
      </Stack>
    </>
  );
}

/** The same figure as on the home page, in a sentence: numerator, denominator, date, and what is not known. */
export function Headline({ view: { declared, today }, language }: { view: OpennessView; language: Language }): Child {
  const t = opennessTexts(language);
  const { free, known, all } = declared.byInstallation;
  const number = (value: number): string => formatNumber(value, language);
  const date = formatDate(today, language);
  if (known === 0) return t.headlineNone(date);
  const rest = all === known ? t.headlineWhole : t.headlineRest(number(all - known), number(all), all - known);
  return `${t.headline(number(free), number(known), date, { free, known })} ${rest}`;
}
