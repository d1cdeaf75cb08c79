import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatDateTime, formatNumber } from "#src/platform/ui/format.ts";
import { uiTexts } from "#src/platform/ui/language.tsx";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { CatalogueImport } from "../db/imports.ts";
import type { PairCounts } from "../db/pair-queue.ts";
import type { CountedSource } from "../db/sources.ts";
import { AUTHORITY, STARTER } from "../domain/trust.ts";
import { OWN_PATH } from "./own-query.ts";
import { ownTexts } from "./own-texts.ts";
import { formatOfSource, SourceState } from "./source-facts.tsx";
import { sourcePagesTexts } from "./texts.ts";
import { countsInWords } from "./words.ts";

export type SourcesPageProps = {
  readonly language: Language;
  readonly now: Date;
  readonly sources: readonly CountedSource[];
  readonly imports: readonly CatalogueImport[];
  readonly pairs: PairCounts;
  readonly mayManage: boolean;
  readonly mayCorrect: boolean;
};

export function SourcesPage(props: SourcesPageProps): JSX.Element {
  const { language, mayManage, imports, sources } = props;
  const t = sourcePagesTexts(language);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return (
    <Stack>
      <Title
        title={t.title}
        lead={t.lead}
        actions={
          mayManage && (
            <ButtonLink href="/catalogue/sources/import" variant="primary">
              {t.import}
            </ButtonLink>
          )
        }
      />
      <Pairs {...props} />
      <Sources {...props} sources={sources.filter(({ format }) => format !== AUTHORITY)} />
      <Authorities {...props} sources={sources.filter(({ format }) => format === AUTHORITY)} />
      <Sheet title={t.importsTitle}>
        <DataTable
          caption={t.importsCaption}
          columns={[
            {
              key: "date",
              label: t.columns.asked,
              render: ({ id, startedAt }) => <Link href={`/catalogue/imports/${id}`}>{formatDateTime(startedAt, language)}</Link>,
            },
            { key: "source", label: t.columns.name, render: ({ sourceId }) => names.get(sourceId) ?? sourceId },
            { key: "etat", label: t.columns.outcome, render: ({ state }) => <ImportStateTag state={state} language={language} /> },
            { key: "fiches", label: t.columns.counts, render: (each) => <span class="small">{countsInWords(each, language)}</span> },
          ]}
          rows={imports}
          empty={<p class="soft">{t.importsNone}</p>}
        />
      </Sheet>
    </Stack>
  );
}

export function ImportStateTag({ state, language }: { state: CatalogueImport["state"]; language: Language }): JSX.Element {
  const tone = state === "done" ? "good" : state === "failed" || state === "stopped" ? "attention" : "accent";
  return <Tag tone={tone}>{uiTexts(language).progress[state]}</Tag>;
}

function Pairs({ pairs, mayCorrect, language }: SourcesPageProps): JSX.Element | null {
  const t = sourcePagesTexts(language);
  if (pairs.waiting === 0) {
    if (!mayCorrect || pairs.decided === 0) return null;
    return (
      <p class="soft">
        {t.pairsNone} <Link href="/catalogue/doublons?etat=decides">{t.pairsDecided}</Link>
      </p>
    );
  }
  return (
    <Notice kind="info" title={t.pairsWaiting(pairs.waiting)}>
      {mayCorrect && (
        <p>
          <Link href="/catalogue/doublons">{t.pairsLink}</Link>
        </p>
      )}
    </Notice>
  );
}

function Sources({ sources, language, now, mayManage }: SourcesPageProps): JSX.Element {
  const t = sourcePagesTexts(language);
  return (
    <Sheet title={t.sourcesTitle}>
      <DataTable
        caption={t.sourcesTitle}
        columns={[
          {
            key: "nom",
            label: t.columns.name,
            render: ({ id, name }) => (mayManage && id !== STARTER ? <Link href={`/catalogue/sources/${id}`}>{name}</Link> : name),
          },
          { key: "format", label: t.columns.format, render: ({ format }) => <span class="small">{formatOfSource(format, language)}</span> },
          { key: "fiches", label: t.columns.records, align: "end", render: ({ records }) => formatNumber(records, language) },
          {
            key: "confirmee",
            label: t.columns.confirmed,
            render: ({ fetchedAt }) => (fetchedAt === null ? <span class="soft">—</span> : formatDate(fetchedAt, language)),
          },
          { key: "etat", label: t.columns.state, render: (source) => <SourceState source={source} language={language} now={now} /> },
        ]}
        rows={sources}
      />
    </Sheet>
  );
}

/** What authorities say themselves is counted, not listed: an operator may serve hundreds of them. */
function Authorities({ sources, language }: SourcesPageProps): JSX.Element | null {
  const { sources: t } = ownTexts(language);
  const entries = sources.reduce((sum, { records }) => sum + records, 0);
  if (entries === 0) return null;
  const authorities = sources.filter(({ records }) => records > 0).length;
  return (
    <Sheet title={t.title} aside={<Link href={OWN_PATH}>{t.link}</Link>}>
      <p>{t.said(counted(authorities, t.authorities, language), counted(entries, t.entries, language))}</p>
    </Sheet>
  );
}
