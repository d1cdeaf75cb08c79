import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatList, formatNumber } from "#src/platform/ui/format.ts";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { SupplierPage } from "../db/browse-suppliers.ts";
import type { ListedSupplier, ServedSoftware } from "../domain/supplier.ts";
import { sirenInGroups, Website } from "./facts.tsx";
import { hrefOf, isFiltered, type Listing, PAGE_SIZE, sortOfWord, sortWord } from "./listing.ts";
import { supplierTexts } from "./texts.ts";

export type ListPageProps = {
  readonly language: Language;
  readonly listing: Listing;
  readonly list: SupplierPage;
  readonly places: readonly string[];
  /** The software asked for; undefined where none is, or where the catalogue does not know it. */
  readonly software: ServedSoftware | undefined;
  readonly manages: boolean;
  /** There is no supplier at all. */
  readonly isEmpty: boolean;
};

export function ListPage(props: ListPageProps): JSX.Element {
  const { language, manages, isEmpty } = props;
  const t = supplierTexts(language);
  const add = manages ? <ButtonLink href="/fournisseurs/nouveau">{t.add}</ButtonLink> : undefined;
  if (isEmpty) {
    const firstSteps = manages ? (
      <>
        <ButtonLink href="/catalogue/sources/import" variant="primary">
          {t.list.importSource}
        </ButtonLink>
        {add}
      </>
    ) : undefined;
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.list.emptyTitle} action={firstSteps}>
          <p>{t.list.empty}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Title title={t.title} lead={t.lead} actions={add} />
      <Found {...props} />
    </>
  );
}

function Found({ language, listing, list, places, software }: ListPageProps): JSX.Element {
  const t = supplierTexts(language);
  const everything = hrefOf(listing, { search: "", software: undefined, place: undefined, page: 1 });
  const none = (
    <EmptyState title={t.list.noneTitle} action={<ButtonLink href={everything}>{t.list.clear}</ButtonLink>}>
      <p>{t.list.none}</p>
    </EmptyState>
  );
  return (
    <ListRegion id="fournisseurs">
      <FilterBar
        action="/fournisseurs"
        search={{ name: "recherche", label: t.list.search, value: listing.search }}
        filters={
          places.length === 0
            ? []
            : [
                {
                  name: "lieu",
                  label: t.list.place,
                  empty: t.list.allPlaces,
                  value: listing.place,
                  options: places.map((place) => ({ value: place, label: place })),
                },
              ]
        }
        keep={{
          logiciel: listing.software,
          tri: listing.sort === "name" ? undefined : sortWord(listing.sort),
          ordre: listing.descending ? "decroissant" : undefined,
        }}
        clearHref={isFiltered(listing) ? everything : undefined}
      />
      {listing.software !== undefined && (
        <p>
          {software === undefined ? t.list.softwareGone : t.list.onlyOf(software.name)}{" "}
          <Link href={hrefOf(listing, { software: undefined, page: 1 })}>{t.list.anySoftware}</Link>
        </p>
      )}
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
          hrefs={{
            csv: hrefOf(listing, { page: 1 }, "/fournisseurs/export.csv"),
            ods: hrefOf(listing, { page: 1 }, "/fournisseurs/export.ods"),
          }}
        />
      )}
    </ListRegion>
  );
}

function columnsIn(language: Language): readonly Column<ListedSupplier>[] {
  const t = supplierTexts(language).list;
  return [
    {
      key: "nom",
      label: t.columns.name,
      sortable: true,
      render: ({ id, name, website, siren }) => (
        <>
          <Link href={`/fournisseurs/${id}`}>{name}</Link>
          {(website ?? siren) !== null && (
            <div class="soft small">{website === null ? `SIREN ${sirenInGroups(siren ?? "")}` : <Website href={website} />}</div>
          )}
        </>
      ),
    },
    { key: "lieu", label: t.columns.place, sortable: true, render: ({ place }) => place ?? <span class="soft">{t.placeUnknown}</span> },
    {
      key: "logiciels",
      label: t.columns.software,
      sortable: true,
      render: ({ software }) => <SoftwareInShort software={software} language={language} />,
    },
    {
      key: "source",
      label: t.columns.sources,
      render: ({ sources }) => <span class="small">{sources.length === 0 ? t.byHand : formatList(sources, language)}</span>,
    },
  ];
}

const MOST_NAMED = 4;

function SoftwareInShort({ software, language }: { software: readonly ServedSoftware[]; language: Language }): JSX.Element {
  const t = supplierTexts(language).list;
  if (software.length === 0) return <span class="soft">{t.noSoftware}</span>;
  const shown = software.length <= MOST_NAMED + 1 ? software : software.slice(0, MOST_NAMED);
  const more = software.length - shown.length;
  return (
    <span class="small">
      {shown.map(({ slug, name }, index) => [index > 0 && ", ", <Link href={`/catalogue/${slug}`}>{name}</Link>])}
      {more > 0 && <span class="soft"> {t.more(formatNumber(more, language))}</span>}
    </span>
  );
}
