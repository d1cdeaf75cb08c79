import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Figure } from "#src/platform/ui/figure.tsx";
import { ExportLinks } from "#src/platform/ui/filter-bar.tsx";
import { counted, formatNumber, formatPercent } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { InstallationList } from "../db/list-installations.ts";
import type { FreeShare } from "../db/share-of-free.ts";
import type { PlacedDepartment } from "../domain/departments.ts";
import type { Installation } from "../domain/installation.ts";
import { detailsTexts } from "./details-texts.ts";
import { departmentsInShort, FreedomTag, hostingInShort, StateTag } from "./facts.tsx";
import { ListFilters } from "./list-filters.tsx";
import { FREEDOM_WORDS, hrefOf, isFiltered, type Listing, PAGE_SIZE, STATE_WORDS, sortOfWord, sortWord, unfiltered } from "./list-query.ts";
import { inventoryTexts } from "./texts.ts";

export type ListPageProps = {
  readonly language: Language;
  readonly listing: Listing;
  readonly list: InstallationList;
  readonly share: FreeShare;
  readonly departments: readonly PlacedDepartment[];
  readonly manages: boolean;
  /** Nothing was ever declared. */
  readonly isEmpty: boolean;
};

export function ListPage(props: ListPageProps): JSX.Element {
  const { language, manages, isEmpty, share } = props;
  const t = inventoryTexts(language);
  const actions = (
    <>
      <ButtonLink href="/parc/nouvelle" variant="primary">
        {t.declare}
      </ButtonLink>
      <ButtonLink href="/parc/import">{t.import}</ButtonLink>
    </>
  );
  if (isEmpty) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.list.emptyTitle} action={manages ? actions : undefined}>
          <p>{t.list.empty}</p>
          {!manages && <p>{t.list.emptyReader}</p>}
        </EmptyState>
      </>
    );
  }
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} actions={manages ? actions : undefined} />
      {share.inService > 0 && <Share language={language} share={share} />}
      <InstallationsFound {...props} />
    </Stack>
  );
}

function Share({ language, share: { free, known, inService, asOf } }: { language: Language; share: FreeShare }): JSX.Element {
  const t = inventoryTexts(language);
  const value = known === 0 ? t.share.noneKnown : formatPercent(free / known, language);
  const of =
    known === 0
      ? t.share.ofNone(counted(inService, t.noun, language))
      : t.share.of(formatNumber(known, language), formatNumber(free, language));
  return (
    <Figure title={t.share.title} value={value} of={of} date={asOf}>
      {known < inService && (
        <p class="small">
          {t.share.unknown(counted(inService - known, t.noun, language))}{" "}
          <Link href={`/parc?etat=${STATE_WORDS["in-service"]}&licence=${FREEDOM_WORDS.unknown}`}>{t.share.showUnknown}</Link>
        </p>
      )}
    </Figure>
  );
}

function InstallationsFound({ language, listing, list, departments }: ListPageProps): JSX.Element {
  const t = inventoryTexts(language);
  const everything = hrefOf(unfiltered(listing));
  const none = (
    <EmptyState title={t.list.noneTitle} action={<ButtonLink href={everything}>{t.list.clear}</ButtonLink>}>
      <p>{t.list.none}</p>
    </EmptyState>
  );
  return (
    <ListRegion id="logiciels">
      <ListFilters
        language={language}
        listing={listing}
        departments={departments}
        clearHref={isFiltered(listing) ? everything : undefined}
      />
      <ResultCount total={list.total} noun={t.noun} />
      <DataTable
        caption={t.list.caption}
        columns={columnsIn(language)}
        rows={list.rows}
        sort={{
          key: sortWord(listing.sort),
          order: listing.descending ? "decroissant" : "croissant",
          hrefOf: (key, order) => hrefOf(listing, { sort: sortOfWord(key), descending: order === "decroissant", page: 1 }),
        }}
        empty={none}
      />
      <Pagination page={listing.page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefOf={(page) => hrefOf(listing, { page })} />
      {list.total > 0 && (
        <ExportLinks
          hrefs={{ csv: hrefOf(listing, { page: 1 }, "/parc/export.csv"), ods: hrefOf(listing, { page: 1 }, "/parc/export.ods") }}
        />
      )}
    </ListRegion>
  );
}

function columnsIn(language: Language): readonly Column<Installation>[] {
  const t = inventoryTexts(language);
  return [
    {
      key: "nom",
      label: t.list.name,
      sortable: true,
      render: ({ id, name, purpose }) => (
        <>
          <Link href={`/parc/${id}`}>{name}</Link>
          {purpose !== "" && <div class="soft small">{shortened(purpose)}</div>}
        </>
      ),
    },
    { key: "etat", label: t.list.state, sortable: true, render: ({ state }) => <StateTag state={state} language={language} /> },
    { key: "licence", label: t.list.freedom, render: ({ free }) => <FreedomTag free={free} language={language} /> },
    { key: "hebergement", label: detailsTexts(language).list.hosting, render: (installation) => hostingInShort(installation, language) },
    { key: "services", label: t.list.departments, render: ({ departments }) => departmentsInShort(departments, language) },
    {
      key: "utilisateurs",
      label: t.list.users,
      sortable: true,
      align: "end",
      render: ({ users }) => (users === null ? <span class="soft">{t.list.usersUnknown}</span> : formatNumber(users, language)),
    },
  ];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 79).toWellFormed().trimEnd()}…`;
}
