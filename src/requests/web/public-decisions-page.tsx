import type { JSX } from "hono/jsx/jsx-runtime";
import type { PublicAuthority } from "#src/authorities/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { MiniArcade } from "#src/platform/ui/arcade.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PublicDecision, PublicDecisions } from "../db/public-decisions.ts";
import { GATES } from "../domain/gates.ts";
import { recordPageTexts } from "./record-page-texts.ts";
import { requestWords } from "./words.ts";

type Props = { authority: PublicAuthority; found: PublicDecisions; search: string; language: Language };

/** What an authority decided, for anybody. */
export function PublicDecisionsPage({ authority, found, search, language }: Props): JSX.Element {
  const t = recordPageTexts(language);
  const path = publicPath(authority.slug);
  const { decisions, total, page, pages } = found;
  const title = t.publicTitle(authority.name);
  if (total === 0 && search === "")
    return (
      <>
        <Title title={title} lead={t.publicLead} />
        <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>
      </>
    );
  return (
    <>
      <Title title={title} lead={t.publicLead} />
      <ListRegion id="decisions">
        <FilterBar
          action={path}
          search={{ name: "recherche", label: t.search, value: search }}
          clearHref={search === "" ? undefined : path}
        />
        <ResultCount total={total} noun={t.noun} />
        <DataTable
          caption={t.tableCaption}
          columns={columns(authority.slug, language)}
          rows={decisions}
          empty={<NothingFound path={path} language={language} />}
        />
        <Pagination page={page} pages={pages} hrefOf={(to) => listHref(path, search, to)} />
      </ListRegion>
    </>
  );
}

export function publicPath(slug: string): string {
  return `/public/${slug}`;
}

export function publicDecisionPath(slug: string, reference: string): string {
  return `${publicPath(slug)}/decisions/${reference}`;
}

function listHref(path: string, search: string, page: number): string {
  const query = new URLSearchParams([...(search === "" ? [] : [["recherche", search]]), ...(page > 1 ? [["page", String(page)]] : [])]);
  return query.size === 0 ? path : `${path}?${query}`;
}

function columns(slug: string, language: Language): readonly Column<PublicDecision>[] {
  const { decision, outcome, on } = recordPageTexts(language).columns;
  return [
    {
      key: "besoin",
      label: decision,
      render: ({ reference, title }) => (
        <>
          <Link href={publicDecisionPath(slug, reference)}>{title}</Link> <span class="soft small reference">{reference}</span>
        </>
      ),
    },
    {
      key: "decision",
      label: outcome,
      render: (row) => (
        <>
          <MiniArcade states={row.arcade} /> {outcomeText(row, language)}
        </>
      ),
    },
    { key: "date", label: on, render: ({ decidedOn }) => formatDate(decidedOn, language) },
  ];
}

function outcomeText({ state, gate, solution }: PublicDecision, language: Language): string {
  const t = recordPageTexts(language);
  const at = GATES[(gate ?? 0) - 1];
  if (state === "unmet" || at === undefined) return t.unmet;
  return solution === null ? t.builtInHouse : t.outcomeAt(solution, requestWords(language).gates[at].short);
}

function NothingFound({ path, language }: { path: string; language: Language }): JSX.Element {
  const t = recordPageTexts(language);
  return (
    <EmptyState title={t.nothingFound} action={<ButtonLink href={path}>{t.allDecisions}</ButtonLink>}>
      {t.nothingFoundText}
    </EmptyState>
  );
}
