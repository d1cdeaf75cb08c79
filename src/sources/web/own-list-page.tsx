import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Icon } from "#src/platform/ui/icon.tsx";
import { VisuallyHidden } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { OWN_STATES, type OwnEntry } from "../db/own-list.ts";
import { fieldsOf } from "../domain/own-words.ts";
import { ADD_PATH } from "./add-page.tsx";
import { OWN_PAGE_SIZE, OWN_PATH, type OwnQuery, ownHref, STATE_WORDS, sortOfWord, sortWord } from "./own-query.ts";
import { ownTexts } from "./own-texts.ts";
import { fieldsInWords } from "./own-words-in-words.ts";
import { Reason } from "./reason.tsx";

export type OwnListPageProps = {
  readonly language: Language;
  readonly query: OwnQuery;
  readonly entries: readonly OwnEntry[];
  readonly total: number;
  /** Whatever is searched. */
  readonly all: number;
  readonly mayCorrect: boolean;
};

export function OwnListPage(props: OwnListPageProps): JSX.Element {
  const { language, all, mayCorrect } = props;
  const { own: t } = ownTexts(language);
  const add = mayCorrect ? <ButtonLink href={ADD_PATH}>{t.add}</ButtonLink> : undefined;
  if (all === 0) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState
          title={t.noneTitle}
          action={
            <>
              <ButtonLink href="/catalogue" variant="primary">
                {t.open}
              </ButtonLink>
              {add}
            </>
          }
        >
          <p>{t.none}</p>
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

function Found({ language, query, entries, total, mayCorrect }: OwnListPageProps): JSX.Element {
  const { own: t } = ownTexts(language);
  const isFiltered = query.search !== "" || query.state !== undefined;
  return (
    <ListRegion id="nos-mots">
      <FilterBar
        action={OWN_PATH}
        search={{ name: "recherche", label: t.search, value: query.search }}
        filters={[
          {
            name: "etat",
            label: t.state,
            empty: t.all,
            value: query.state === undefined ? undefined : STATE_WORDS[query.state],
            options: OWN_STATES.map((state) => ({ value: STATE_WORDS[state], label: t.states[state] })),
          },
        ]}
        keep={{
          tri: query.sort === "date" ? undefined : sortWord(query.sort),
          ordre: query.descending === (query.sort === "date") ? undefined : query.descending ? "decroissant" : "croissant",
        }}
        clearHref={isFiltered ? OWN_PATH : undefined}
      />
      <ResultCount total={total} noun={t.noun} />
      <DataTable
        caption={t.caption}
        columns={columnsIn(language, mayCorrect)}
        rows={entries}
        sort={{
          key: sortWord(query.sort),
          order: query.descending ? "decroissant" : "croissant",
          hrefOf: (key, order) => ownHref(query, { sort: sortOfWord(key), descending: order === "decroissant", page: 1 }),
        }}
        empty={
          <EmptyState title={t.notFoundTitle} action={<ButtonLink href={OWN_PATH}>{t.showAll}</ButtonLink>}>
            <p>{t.notFound}</p>
          </EmptyState>
        }
      />
      <Pagination page={query.page} pages={Math.ceil(total / OWN_PAGE_SIZE)} hrefOf={(page) => ownHref(query, { page })} />
      {total > 0 && (
        <p class="exports small">
          <Icon name="download" />
          {t.download} <Link href={ownHref(query, { page: 1 }, `${OWN_PATH}/export.yml`)}>{t.yml}</Link>{" "}
          <Link href={ownHref(query, { page: 1 }, `${OWN_PATH}/export.csv`)}>{t.csv}</Link>
        </p>
      )}
    </ListRegion>
  );
}

function columnsIn(language: Language, mayCorrect: boolean): readonly Column<OwnEntry>[] {
  const { own: t } = ownTexts(language);
  return [
    { key: "nom", label: t.columns.name, sortable: true, render: (entry) => <Named entry={entry} language={language} /> },
    { key: "mots", label: t.columns.says, render: ({ words }) => <span class="small">{fieldsInWords(fieldsOf(words), language)}</span> },
    {
      key: "raison",
      label: t.columns.why,
      render: ({ reason }) => (
        <span class="small kept-lines">
          <Reason>{reason}</Reason>
        </span>
      ),
    },
    {
      key: "date",
      label: t.columns.when,
      sortable: true,
      render: ({ saidAt, saidByName, slug, name, withdrawnAt }) => (
        <>
          {formatDate(saidAt, language)}
          {saidByName !== null && <div class="soft small">{t.by(saidByName)}</div>}
          {mayCorrect && (
            <div class="small">
              <Link href={`/catalogue/${slug}/corriger`}>
                {withdrawnAt === null ? t.edit : t.again}
                <VisuallyHidden> {t.of(name)}</VisuallyHidden>
              </Link>
            </div>
          )}
        </>
      ),
    },
    { key: "fichier", label: t.columns.file, render: (entry) => <File entry={entry} language={language} /> },
  ];
}

type EntryProps = { readonly entry: OwnEntry; readonly language: Language };

function Named({ entry: { slug, name, isThere, adds, withdrawnAt }, language }: EntryProps): JSX.Element {
  const { own: t } = ownTexts(language);
  return (
    <>
      {isThere ? <Link href={`/catalogue/${slug}`}>{name}</Link> : name}
      {(adds || withdrawnAt !== null) && <div>{withdrawnAt === null ? <Tag tone="accent">{t.added}</Tag> : <Tag>{t.withdrawn}</Tag>}</div>}
    </>
  );
}

/** What is withdrawn is offered to nobody, and the format describes published code alone. */
function File({ entry: { slug, name, free, isThere, withdrawnAt }, language }: EntryProps): JSX.Element {
  const { own: t } = ownTexts(language);
  if (withdrawnAt !== null || !isThere) return <span class="soft">–</span>;
  if (free === false) return <span class="soft small">{t.proprietary}</span>;
  return (
    <Link href={`/catalogue/${slug}/publiccode.yml`}>
      {t.file}
      <VisuallyHidden> {t.fileOf(name)}</VisuallyHidden>
    </Link>
  );
}
