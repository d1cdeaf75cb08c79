import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatDateTime, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { JobProgress, type ProgressState } from "#src/platform/ui/progress.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { CatalogueImport } from "../db/imports.ts";
import { OUTCOMES, type Outcome, type ReportLine } from "../domain/statement.ts";
import { sourceTexts } from "../texts.ts";
import { sourcePagesTexts } from "./texts.ts";
import { countsInWords, detailInWords, failureInWords, problemsInWords } from "./words.ts";

export const LINES_A_PAGE = 50;

export type ProgressPageProps = {
  readonly language: Language;
  readonly report: CatalogueImport;
  readonly sourceName: string;
  readonly lines: readonly (ReportLine & { readonly line: number })[];
  readonly outcome: Outcome | undefined;
  readonly page: number;
  readonly mayStop: boolean;
};

/** How far an import is, then what became of each record. */
export function ProgressPage(props: ProgressPageProps): JSX.Element {
  const { language, report, sourceName, mayStop } = props;
  const t = sourcePagesTexts(language).progress;
  const address = `/catalogue/imports/${report.id}`;
  const isOpen = report.state === "waiting" || report.state === "running";
  const state: ProgressState = isOpen && report.stopAsked ? "stopping" : report.state;
  const facts = [
    t.asked(formatDateTime(report.startedAt, language)),
    ...(report.finishedAt === null ? [] : [t.ended(formatDateTime(report.finishedAt, language))]),
    ...(report.askedBy === null ? [t.scheduled] : []),
  ];
  const counts = countsInWords(report, language);
  return (
    <Stack>
      <Title title={t.title(sourceName)} facts={facts} />
      <JobProgress
        id="import"
        label={t.label}
        state={state}
        done={report.done}
        total={report.total === 0 ? undefined : report.total}
        detail={state === "stopping" ? t.stopAsked : counts === "" ? undefined : counts}
        stopAction={mayStop ? `${address}/arreter` : undefined}
        refreshHref={address}
      />
      <Problems report={report} language={language} />
      <Report {...props} address={address} isOpen={isOpen} />
    </Stack>
  );
}

function Problems({ report, language }: { report: CatalogueImport; language: Language }): JSX.Element | null {
  const t = sourcePagesTexts(language).progress;
  const said = problemsInWords(report.problems, language);
  const why = report.failure === null ? undefined : failureInWords(report.failure, language);
  if (said.length === 0 && why === undefined) return null;
  return (
    <Notice kind={why === undefined ? "info" : "warning"} title={why ?? t.remarks}>
      {said.length > 0 && (
        <ul>
          {said.slice(0, 20).map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Report(props: ProgressPageProps & { address: string; isOpen: boolean }): JSX.Element {
  const { language, report, lines, outcome, page, address, isOpen } = props;
  const texts = sourcePagesTexts(language);
  const t = texts.progress;
  const { outcomes } = sourceTexts(language);
  const total = outcome === undefined ? OUTCOMES.reduce((sum, each) => sum + report[each], 0) : report[outcome];
  const query = outcome === undefined ? "" : `resultat=${outcome}&`;
  return (
    <Sheet title={t.report} intro={t.reportIntro} aside={total > 0 && <Link href={`${address}/compte-rendu.csv`}>{t.csv}</Link>}>
      <ListRegion id="compte-rendu">
        <FilterBar
          action={address}
          filters={[
            {
              name: "resultat",
              label: t.filter,
              empty: t.all,
              value: outcome,
              options: OUTCOMES.map((value) => ({ value, label: `${outcomes[value]} (${formatNumber(report[value], language)})` })),
            },
          ]}
          clearHref={outcome === undefined ? undefined : address}
        />
        <ResultCount total={total} noun={t.lines} />
        <DataTable
          caption={t.reportCaption}
          columns={[
            { key: "nom", label: t.name, rowHeader: true, render: ({ name, key }) => name ?? key ?? "—" },
            { key: "resultat", label: t.filter, render: (line) => outcomes[line.outcome] },
            {
              key: "logiciel",
              label: t.software,
              render: ({ slug }) => (slug === null ? "" : <Link href={`/catalogue/${slug}`}>{slug}</Link>),
            },
            { key: "pourquoi", label: t.why, render: (line) => <span class="small">{detailInWords(line, language)}</span> },
          ]}
          rows={lines}
          empty={<p class="soft">{isOpen ? t.reportWaiting : t.reportNone}</p>}
        />
        <Pagination page={page} pages={Math.ceil(total / LINES_A_PAGE)} hrefOf={(each) => `${address}?${query}page=${each}`} />
      </ListRegion>
    </Sheet>
  );
}
