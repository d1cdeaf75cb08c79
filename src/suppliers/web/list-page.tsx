import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, type Filter, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatList, formatNumber } from "#src/platform/ui/format.ts";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion, type Sort } from "#src/platform/ui/table.tsx";
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
  if (isEmpty) return <NoSupplier language={language} manages={manages} />;
  return (
    <>
      <Title title={t.title} lead={t.lead} actions={manages ? <AddLink language={language} /> : undefined} />
      <Found {...props} />
    </>
  );
}

function AddLink({ language }: Pick<ListPageProps, "language">): JSX.Element {
  return <ButtonLink href="/fournisseurs/nouveau">{supplierTexts(language).add}</ButtonLink>;
}

function NoSupplier({ language, manages }: Pick<ListPageProps, "language" | "manages">): JSX.Element {
  const t = supplierTexts(language);
  const firstSteps = manages ? (
    <>
      <ButtonLink href="/catalogue/sources/import" variant="primary">
        {t.list.importSource}
      </ButtonLink>
      <AddLink language={language} />
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

function Found({ language, listing, list, places, software }: ListPageProps): JSX.Element {
  const t = supplierTexts(language);
  const everything = everythingOf(listing);
  const none = (
    <EmptyState title={t.list.noneTitle} action={<ButtonLink href={everything}>{t.list.clear}</ButtonLink>}>
      <p>{t.list.none}</p>
    </EmptyState>
  );
  const first = { ...listing, page: 1 };
  return (
    <ListRegion id="fournisseurs">
      <SupplierFilters language={language} listing={listing} places={places} />
      {listing.software !== undefined && <OfOneSoftware language={language} listing={listing} software={software} />}
      <ResultCount total={list.total} noun={t.noun} />
      <DataTable caption={t.list.caption} columns={columnsIn(language)} rows={list.rows} sort={sortOf(listing)} empty={none} />
      <Pagination page={listing.page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefOf={(page) => hrefOf(listing, { page })} />
      {list.total > 0 && (
        <ExportLinks hrefs={{ csv: hrefOf(first, {}, "/fournisseurs/export.csv"), ods: hrefOf(first, {}, "/fournisseurs/export.ods") }} />
      )}
    </ListRegion>
  );
}

/** The same list, sorted as it is, with nothing left out. */
function everythingOf(listing: Listing): string {
  return hrefOf(listing, { search: "", software: undefined, place: undefined, page: 1 });
}

function sortOf(listing: Listing): Sort {
  return {
    key: sortWord(listing.sort),
    order: listing.descending ? "decroissant" : "croissant",
    hrefOf: (key, order) => hrefOf(listing, { sort: sortOfWord(key), descending: order === "decroissant", page: 1 }),
  };
}

function SupplierFilters({ language, listing, places }: Pick<ListPageProps, "language" | "listing" | "places">): JSX.Element {
  const t = supplierTexts(language).list;
  const ofPlace: Filter = {
    name: "lieu",
    label: t.place,
    empty: t.allPlaces,
    value: listing.place,
    options: places.map((place) => ({ value: place, label: place })),
  };
  return (
    <FilterBar
      action="/fournisseurs"
      search={{ name: "recherche", label: t.search, value: listing.search }}
      filters={places.length === 0 ? [] : [ofPlace]}
      keep={{
        logiciel: listing.software,
        tri: listing.sort === "name" ? undefined : sortWord(listing.sort),
        ordre: listing.descending ? "decroissant" : undefined,
      }}
      clearHref={isFiltered(listing) ? everythingOf(listing) : undefined}
    />
  );
}

/** Whose suppliers they are, and the way to all the others. */
function OfOneSoftware({ language, listing, software }: Pick<ListPageProps, "language" | "listing" | "software">): JSX.Element {
  const t = supplierTexts(language).list;
  return (
    <p>
      {software === undefined ? t.softwareGone : t.onlyOf(software.name)}{" "}
      <Link href={hrefOf(listing, { software: undefined, page: 1 })}>{t.anySoftware}</Link>
    </p>
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
