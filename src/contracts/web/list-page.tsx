import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { counted, formatMoney } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { StandingContract } from "../db/costs.ts";
import type { SupplierName } from "../db/suppliers.ts";
import { CONTRACT_KINDS } from "../domain/contract.ts";
import { totalOf } from "../domain/order.ts";
import { CONTRACT_STATES } from "../domain/term.ts";
import { columnsIn } from "./list-columns.tsx";
import { hrefOf, isFiltered, KIND_WORDS, LIST_PATH, type Listing, PAGE_SIZE, STATE_WORDS, sortOfWord, sortWord } from "./listing.ts";
import { contractTexts } from "./texts.ts";

export type ListPageProps = {
  readonly language: Language;
  readonly listing: Listing;
  /** All that is listed, and the page of it that is shown. */
  readonly found: readonly StandingContract[];
  readonly rows: readonly StandingContract[];
  readonly suppliers: readonly SupplierName[];
  readonly manages: boolean;
  readonly isEmpty: boolean;
};

export function ListPage(props: ListPageProps): JSX.Element {
  const { language, manages, isEmpty, found } = props;
  const t = contractTexts(language);
  const add = (
    <ButtonLink href={`${LIST_PATH}/nouveau`} variant="primary">
      {t.declare}
    </ButtonLink>
  );
  if (isEmpty) {
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
  const due = found.filter(({ term }) => term.state === "notice-due").length;
  const actions = (
    <>
      {manages && add}
      <ButtonLink href="/parc/calendrier">{t.calendar}</ButtonLink>
    </>
  );
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} actions={actions} />
      {due > 0 && props.listing.state !== "notice-due" && (
        <Notice kind="warning">
          <p>
            {t.list.due(counted(due, t.noun, language))} <Link href={hrefOf({ state: "notice-due", sort: "notice" })}>{t.list.seeDue}</Link>
          </p>
        </Notice>
      )}
      <ContractsFound {...props} />
    </Stack>
  );
}

function ContractsFound({ language, listing, found, rows, suppliers }: ListPageProps): JSX.Element {
  const t = contractTexts(language);
  const everything = hrefOf({ state: "all" });
  const none = (
    <EmptyState title={t.list.noneTitle} action={<ButtonLink href={everything}>{t.list.clear}</ButtonLink>}>
      <p>{t.list.none}</p>
    </EmptyState>
  );
  return (
    <ListRegion id="contrats">
      <Filters language={language} listing={listing} suppliers={suppliers} />
      <ResultCount total={found.length} noun={t.noun} />
      <DataTable
        caption={t.list.caption}
        columns={columnsIn(language)}
        rows={rows}
        sort={{
          key: sortWord(listing.sort),
          order: listing.descending ? "decroissant" : "croissant",
          hrefOf: (key, order) => hrefOf(listing, { sort: sortOfWord(key), descending: order === "decroissant", page: 1 }),
        }}
        empty={none}
      />
      {found.length > 0 && <TotalLine language={language} found={found} />}
      <Pagination page={listing.page} pages={Math.ceil(found.length / PAGE_SIZE)} hrefOf={(page) => hrefOf(listing, { page })} />
      {found.length > 0 && (
        <ExportLinks
          hrefs={{
            csv: hrefOf(listing, { page: 1 }, `${LIST_PATH}/export.csv`),
            ods: hrefOf(listing, { page: 1 }, `${LIST_PATH}/export.ods`),
          }}
        />
      )}
    </ListRegion>
  );
}

function TotalLine({ language, found }: Pick<ListPageProps, "language" | "found">): JSX.Element {
  const t = contractTexts(language);
  const { cents, known, all } = totalOf(found);
  const of = counted(all, t.noun, language);
  return (
    <p>
      <b>{t.list.totalTitle}</b>{" "}
      {known === 0 ? t.list.totalUnknown(of) : t.list.total(formatMoney(cents, language), counted(known, t.noun, language), of)}
    </p>
  );
}

function Filters({ language, listing, suppliers }: Pick<ListPageProps, "language" | "listing" | "suppliers">): JSX.Element {
  const t = contractTexts(language);
  const state = listing.state === undefined ? undefined : STATE_WORDS[listing.state];
  return (
    <FilterBar
      action={LIST_PATH}
      search={{ name: "recherche", label: t.list.search, value: listing.search }}
      filters={[
        {
          name: "etat",
          label: t.list.state,
          empty: t.list.notEnded,
          value: state,
          options: [
            ...CONTRACT_STATES.map((each) => ({ value: STATE_WORDS[each], label: t.states[each] })),
            { value: STATE_WORDS.all, label: t.list.all },
          ],
        },
        {
          name: "nature",
          label: t.list.kind,
          empty: t.list.allKinds,
          value: listing.kind === undefined ? undefined : KIND_WORDS[listing.kind],
          options: CONTRACT_KINDS.map((kind) => ({ value: KIND_WORDS[kind], label: t.kinds[kind] })),
        },
        {
          name: "fournisseur",
          label: t.list.supplier,
          empty: t.list.allSuppliers,
          value: listing.supplier,
          options: suppliers.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      keep={{
        tri: listing.sort === "title" ? undefined : sortWord(listing.sort),
        ordre: listing.descending ? "decroissant" : undefined,
      }}
      clearHref={isFiltered(listing) ? LIST_PATH : undefined}
    />
  );
}
