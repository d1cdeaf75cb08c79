import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { type Filter, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { onceFor } from "#src/platform/ui/kept.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import type { FoundSoftware } from "../domain/search.ts";
import type { Category, Software, SoftwareLine } from "../domain/software.ts";
import { ListExports } from "./export-links.tsx";
import { LicenceFact, reasonsIn } from "./facts.tsx";
import { addHref, asksNothing, freedomWord, hrefOf, type Listing, PAGE_SIZE, shortened } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

/** Why it was found, after a search; what it serves, while browsing. */
export type Listed = { readonly line: SoftwareLine } & Partial<Pick<Software, "terms"> & Pick<FoundSoftware, "why">>;

export type ListProps = {
  readonly language: Language;
  readonly listing: Listing;
  /** Among which to choose. */
  readonly categories: readonly Category[];
};

export type ResultsProps = ListProps & {
  readonly results: readonly Listed[];
  readonly total: number;
  readonly cut: boolean;
  readonly maySubmit: boolean;
  readonly mayCorrect: boolean;
  /** Where to look when nothing was found. */
  readonly nearest: readonly Category[];
};

/** What was searched or filtered. */
export function Results({ results, total, cut, maySubmit, mayCorrect, nearest, ...list }: ResultsProps): JSX.Element {
  const { language, listing } = list;
  const t = catalogueTexts(language);
  return (
    <ListRegion id="logiciels">
      <Filters {...list} />
      {cut && (
        <Notice kind="info">
          <p>{t.cut}</p>
        </Notice>
      )}
      <ResultCount total={total} noun={t.noun} />
      <DataTable
        caption={listing.search === "" ? t.listCaption : t.resultsOf(shortened(listing.search))}
        columns={COLUMNS[language][listing.search === "" ? "browsed" : "searched"]}
        rows={results}
        empty={<NothingFound {...{ language, maySubmit, mayCorrect, nearest }} search={listing.search} />}
      />
      <Pagination page={listing.page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(page) => hrefOf({ ...listing, page })} />
      {total > 0 && <ListExports listing={listing} language={language} />}
      {total > 0 && mayCorrect && (
        <p>
          {t.missing} <Link href={addHref(listing.search)}>{t.addOne}</Link>
        </p>
      )}
    </ListRegion>
  );
}

export function Filters({ language, listing, categories }: ListProps): JSX.Element {
  const t = catalogueTexts(language);
  const { licence, category } = filtersOf(categories, language);
  return (
    <FilterBar
      action="/catalogue"
      search={{ name: "recherche", label: t.search, value: listing.search }}
      filters={[chosen(licence, freedomWord(listing.free)), chosen(category, listing.category)]}
      primary={asksNothing(listing)}
      clearHref={asksNothing(listing) ? undefined : "/catalogue"}
    />
  );
}

/** By categories, of which there may be more than a hundred: the most of what the page writes. */
const filtersOf = onceFor((categories: readonly Category[], language): Readonly<Record<"licence" | "category", Filter>> => {
  const t = catalogueTexts(language);
  const freedoms = [
    { value: freedomWord(true) ?? "", label: t.onlyFree },
    { value: freedomWord(false) ?? "", label: t.onlyProprietary },
  ];
  const options = categories.map(({ id, label }) => ({ value: id, label: label[language] }));
  return {
    licence: { name: "licence", label: t.freedom, empty: t.anyFreedom, options: freedoms, constant: true },
    category: { name: "categorie", label: t.category, empty: t.anyCategory, options, constant: true },
  };
});

const chosen = (filter: Filter, value: string | undefined): Filter =>
  value === undefined ? filter : { ...filter, value, constant: false };

type NothingFoundProps = Pick<ResultsProps, "language" | "maySubmit" | "mayCorrect" | "nearest"> & { search: string };

function NothingFound({ language, maySubmit, mayCorrect, search, nearest }: NothingFoundProps): JSX.Element {
  const t = catalogueTexts(language);
  const acts = (
    <>
      {maySubmit && (
        <ButtonLink href="/demandes/nouvelle" variant="primary">
          {t.ask}
        </ButtonLink>
      )}
      <ButtonLink href="/catalogue">{t.browseAll}</ButtonLink>
      {mayCorrect && <ButtonLink href={addHref(search)}>{t.addThis}</ButtonLink>}
    </>
  );
  return (
    <EmptyState title={search === "" ? t.noneTitle : t.noneFor(shortened(search))} action={acts}>
      <p>{t.none}</p>
      {nearest.length > 0 && (
        <p>
          {t.nearest}
          {nearest.map(({ id, label }, index) => [
            index === 0 ? " " : ", ",
            <Link href={hrefOf({ category: id })}>{label[language]}</Link>,
          ])}
          .
        </p>
      )}
      <p>{t.noneAsk}</p>
    </EmptyState>
  );
}

/** A line is the same object until it says something else: what shows nothing but the line is made once. */
const ofLine = ({ line }: Listed): object => line;

const columnsIn = (language: Language): Readonly<Record<"searched" | "browsed", readonly Column<Listed>[]>> => {
  const t = catalogueTexts(language);
  const name: Column<Listed> = {
    key: "nom",
    label: t.columns.name,
    dependsOn: ofLine,
    render: ({ line: { slug, name, description } }) => (
      <>
        <Link href={`/catalogue/${slug}`}>{name}</Link>
        <div class="soft small">{description[language]}</div>
      </>
    ),
  };
  const licence: Column<Listed> = {
    key: "licence",
    label: t.columns.licence,
    dependsOn: ofLine,
    render: ({ line }) => <LicenceFact software={line} language={language} />,
  };
  const why: Column<Listed> = {
    key: "pourquoi",
    label: t.columns.why,
    dependsOn: ({ line, why = line }) => why,
    render: (listed) => reasonsIn(listed.why ?? [], language),
  };
  const uses: Column<Listed> = {
    key: "usages",
    label: t.columns.uses,
    render: ({ terms = [] }) => <span class="small">{terms.slice(0, 4).join(", ")}</span>,
  };
  return { searched: [name, licence, why], browsed: [name, licence, uses] };
};

const COLUMNS: Readonly<Record<Language, ReturnType<typeof columnsIn>>> = { fr: columnsIn("fr"), en: columnsIn("en") };
