import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { counted } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { WatchList } from "../db/watch-list.ts";
import { SUGGESTIONS_PATH, VIEW_WORDS, WATCH_PATH } from "../domain/notifications.ts";
import { type Hits, NO_HIT, WATCH_SCOPES, WATCH_VIEWS, type WatchItem } from "../domain/watched.ts";
import { Change, DayAndDistance, EndOfLife, Source, Where } from "./facts.tsx";
import { watchTexts } from "./texts.ts";
import { hrefOf, PAGE_SIZE, SCOPE_WORDS, type Watching } from "./watch-query.ts";

export type WatchPageProps = {
  readonly language: Language;
  readonly watching: Watching;
  readonly list: WatchList;
  readonly hits: ReadonlyMap<string, Hits>;
  readonly today: LocalDate;
  readonly maySuggest: boolean;
  readonly mayAnswer: boolean;
};

export function WatchPage(props: WatchPageProps): JSX.Element {
  const { language, watching, list, mayAnswer } = props;
  const t = watchTexts(language);
  return (
    <Stack>
      <Title
        title={t.title}
        lead={t.lead}
        facts={[counted(list.software, t.software, language)]}
        actions={
          <>
            <ButtonLink href={`${WATCH_PATH}/suivis`}>{t.toFollowed}</ButtonLink>
            {mayAnswer && <ButtonLink href={SUGGESTIONS_PATH}>{t.toSuggestions}</ButtonLink>}
          </>
        }
      />
      <ListRegion id="veille">
        <FilterBar
          action={WATCH_PATH}
          filters={[
            {
              name: "perimetre",
              label: t.scopeLabel,
              empty: t.scopes.all,
              value: watching.scope === "all" ? undefined : SCOPE_WORDS[watching.scope],
              options: WATCH_SCOPES.filter((scope) => scope !== "all").map((scope) => ({
                value: SCOPE_WORDS[scope],
                label: t.scopes[scope],
              })),
            },
          ]}
          keep={{ vue: watching.view === "ends" ? undefined : VIEW_WORDS[watching.view] }}
          clearHref={watching.scope === "all" ? undefined : hrefOf(watching, { scope: "all", page: 1 })}
        />
        {list.software === 0 ? <NothingWatched {...props} /> : <View {...props} />}
      </ListRegion>
    </Stack>
  );
}

function NothingWatched({ language, watching }: WatchPageProps): JSX.Element {
  const t = watchTexts(language);
  const actions = (
    <>
      <ButtonLink href="/catalogue">{t.openCatalogue}</ButtonLink>
      {watching.scope !== "followed" && <ButtonLink href="/parc">{t.openInventory}</ButtonLink>}
    </>
  );
  return (
    <EmptyState title={t.emptyTitle} action={actions}>
      <p>{t.empty[watching.scope]}</p>
    </EmptyState>
  );
}

function View(props: WatchPageProps): JSX.Element {
  const { language, watching, list } = props;
  const t = watchTexts(language);
  const { view, page } = watching;
  const [noneTitle = "", none = ""] = t.none[view];
  const total = list.counts[view];
  return (
    <>
      <Tabs
        label={t.viewsLabel}
        items={WATCH_VIEWS.map((each) => ({
          href: hrefOf(watching, { view: each, page: 1 }),
          label: t.views[each],
          current: each === view,
          count: list.counts[each],
        }))}
      />
      <p class="soft small">{t.intro[view]}</p>
      {total > 0 && <ResultCount total={total} noun={t.noun} />}
      <DataTable
        caption={t.views[view]}
        columns={columnsOf(props)}
        rows={list.items}
        empty={
          <EmptyState title={noneTitle} action={<ButtonLink href="/catalogue">{t.openCatalogue}</ButtonLink>}>
            <p>{none}</p>
          </EmptyState>
        }
      />
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(each) => hrefOf(watching, { page: each })} />
      {total > 0 && (
        <ExportLinks
          hrefs={{
            csv: hrefOf(watching, { page: 1 }, `${WATCH_PATH}/export.csv`),
            ods: hrefOf(watching, { page: 1 }, `${WATCH_PATH}/export.ods`),
          }}
        />
      )}
    </>
  );
}

function columnsOf({ language, watching: { view }, hits, today, maySuggest }: WatchPageProps): readonly Column<WatchItem>[] {
  const t = watchTexts(language);
  const software: Column<WatchItem> = {
    key: "logiciel",
    label: t.columns.software,
    render: (item) => <SoftwareCell item={item} language={language} maySuggest={maySuggest} />,
  };
  const version: Column<WatchItem> = {
    key: "version",
    label: t.columns.version,
    render: ({ cycle, older }) => (
      <>
        {cycle}
        {older > 0 && <div class="soft small">{t.older(counted(older, t.olderVersions, language))}</div>}
      </>
    ),
  };
  const day = (label: string): Column<WatchItem> => ({
    key: "jour",
    label,
    render: (item) =>
      view === "ends" ? (
        <EndOfLife item={item} today={today} language={language} />
      ) : (
        <DayAndDistance day={item.day} today={today} language={language} />
      ),
  });
  const middle: Readonly<Record<typeof view, readonly Column<WatchItem>[]>> = {
    ends: [version, day(t.columns.ends)],
    new: [version, day(t.columns.released)],
    changed: [
      { key: "changement", label: t.columns.what, render: (item) => <Change item={item} language={language} /> },
      day(t.columns.since),
    ],
  };
  return [
    software,
    ...middle[view],
    { key: "ou", label: t.columns.where, long: true, render: ({ slug }) => <Where hits={hits.get(slug) ?? NO_HIT} language={language} /> },
    { key: "source", label: t.columns.source, render: (item) => <Source item={item} language={language} /> },
  ];
}

function SoftwareCell({ item, language, maySuggest }: { item: WatchItem; language: Language; maySuggest: boolean }): JSX.Element {
  const t = watchTexts(language);
  return (
    <>
      <Link href={`/catalogue/${item.slug}`}>{item.name}</Link>
      {item.followed && [" ", <Tag>{t.followed}</Tag>]}
      {maySuggest && (
        <div class="small">
          <Link href={`/catalogue/${item.slug}/proposer`}>
            {t.suggest}
            <span class="visually-hidden"> {item.name}</span>
          </Link>
        </div>
      )}
    </>
  );
}
