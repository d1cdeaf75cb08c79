import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Figure } from "#src/platform/ui/figure.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { holderColumns, installationColumns } from "./list-columns.tsx";
import { hrefOf, type Listing, PAGE_SIZE, SKILLS_PATH } from "./listing.ts";
import type { HolderSkills, InstallationSkills } from "./overview.ts";
import { skillTexts } from "./texts.ts";

export type ListPageProps = {
  readonly language: Language;
  readonly listing: Listing;
  /** The page of one view or the other. */
  readonly installations: readonly InstallationSkills[];
  readonly holders: readonly HolderSkills[];
  readonly total: number;
  /** Of everything, whatever is searched: `known` where something was said. */
  readonly counts: { readonly all: number; readonly known: number; readonly fragile: number };
  readonly manages: boolean;
  readonly today: LocalDate;
};

export function ListPage(props: ListPageProps): JSX.Element {
  const { language, counts, manages, today } = props;
  const t = skillTexts(language);
  const add = (
    <ButtonLink href={`${SKILLS_PATH}/nouveau`} variant="primary">
      {t.add}
    </ButtonLink>
  );
  if (counts.known === 0) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.list.emptyTitle} action={manages ? add : undefined}>
          <p>{t.list.empty}</p>
          {!manages && <p>{t.list.emptyReader}</p>}
        </EmptyState>
      </>
    );
  }
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} actions={manages ? add : undefined} />
      <Figure
        title={t.list.figure}
        value={number(counts.fragile)}
        of={t.list.figureOf(number(counts.known), number(counts.all))}
        date={today}
      />
      <Found {...props} />
    </Stack>
  );
}

function Found({ language, listing, installations, holders, total }: ListPageProps): JSX.Element {
  const t = skillTexts(language);
  const { byHolder, search, fragile, page } = listing;
  const everything = hrefOf({ byHolder });
  const none = (
    <EmptyState title={t.list.noneTitle} action={<ButtonLink href={everything}>{t.list.clear}</ButtonLink>}>
      <p>{t.list.none}</p>
    </EmptyState>
  );
  const views = [
    { href: hrefOf({ fragile }), label: t.list.byInstallation, current: !byHolder },
    { href: hrefOf({ fragile, byHolder: true }), label: t.list.byHolder, current: byHolder },
  ];
  return (
    <ListRegion id="savoir-faire">
      <Tabs label={t.list.views} items={views} />
      <FilterBar
        action={SKILLS_PATH}
        search={{ name: "recherche", label: byHolder ? t.list.searchHolder : t.list.search, value: search }}
        filters={[
          {
            name: "fragile",
            label: t.list.fragile,
            empty: t.list.all,
            value: fragile ? "oui" : undefined,
            options: [{ value: "oui", label: t.list.fragileOnly }],
          },
        ]}
        keep={{ vue: byHolder ? "personnes" : undefined }}
        clearHref={search !== "" || fragile ? everything : undefined}
      />
      <ResultCount total={total} noun={byHolder ? t.list.holderNoun : t.list.noun} />
      {byHolder ? (
        <DataTable caption={t.list.holderCaption} columns={holderColumns(language)} rows={holders} empty={none} />
      ) : (
        <DataTable caption={t.list.caption} columns={installationColumns(language)} rows={installations} empty={none} />
      )}
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(to) => hrefOf(listing, { page: to })} />
      {!byHolder && total > 0 && (
        <ExportLinks
          hrefs={{
            csv: hrefOf(listing, { page: 1 }, `${SKILLS_PATH}/export.csv`),
            ods: hrefOf(listing, { page: 1 }, `${SKILLS_PATH}/export.ods`),
          }}
        />
      )}
    </ListRegion>
  );
}
