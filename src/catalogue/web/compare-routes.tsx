import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Hidden } from "#src/platform/ui/field.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatList } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { categoriesByIds } from "../db/browse-software.ts";
import { softwareNames } from "../db/software-names.ts";
import { softwareBySlugs } from "../db/software-queries.ts";
import type { Category, Software } from "../domain/software.ts";
import { FreedomTag } from "./facts.tsx";
import { catalogueTexts } from "./texts.ts";

export const COMPARE_PATH = "/catalogue/comparer";
/** Beyond it, nobody reads a table. */
const MOST = 4;

export function compareHref(slugs: readonly string[]): string {
  return `${COMPARE_PATH}?${new URLSearchParams(slugs.map((slug) => ["logiciel", slug]))}`;
}

type Compared = {
  readonly software: readonly Software[];
  readonly categories: readonly Category[];
  readonly notFound: string | undefined;
};

/** Up to four software side by side, by their address. To be declared before /catalogue/:slug. */
export function compareRoutes(routes: Routes, deps: Deps): void {
  routes.get(COMPARE_PATH, "read-catalogue", async (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const typed = (c.req.query("ajouter") ?? "").slice(0, 200).trim();
    const slugs = [...new Set(c.req.queries("logiciel") ?? [])].slice(0, MOST);
    const compared = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => compare(reader, slugs, typed));
    const breadcrumbs = [{ label: t.title, href: "/catalogue" }, { label: t.compare.title }];
    return show(c, { title: t.compare.title, breadcrumbs }, <ComparePage {...compared} language={language} />);
  });
}

async function compare(reader: AuthorityReader, slugs: readonly string[], typed: string): Promise<Compared> {
  const [added] = typed === "" || slugs.length >= MOST ? [] : await softwareNames(reader, typed, 1);
  const found = await softwareBySlugs(reader, added === undefined ? slugs : [...slugs, added.slug]);
  const categories = await categoriesByIds(reader, [...new Set(found.flatMap((each) => each.categories))]);
  return { software: found, categories, notFound: typed !== "" && added === undefined && slugs.length < MOST ? typed : undefined };
}

function ComparePage({ software, categories, notFound, language }: Compared & { language: Language }): JSX.Element {
  const t = catalogueTexts(language).compare;
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      {notFound !== undefined && (
        <Notice kind="warning">
          <p>{t.notFound(notFound)}</p>
        </Notice>
      )}
      {software.length < MOST && (
        <FilterBar action={COMPARE_PATH} search={{ name: "ajouter", label: t.add, value: notFound }}>
          {software.map(({ slug }) => (
            <Hidden name="logiciel" value={slug} />
          ))}
        </FilterBar>
      )}
      {software.length === 0 ? (
        <EmptyState title={t.noneTitle}>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <div class="compared">
          <DataTable caption={t.title} columns={columnsOf(software, language)} rows={factsOf(software, categories, language)} />
        </div>
      )}
    </Stack>
  );
}

type Fact = { readonly label: string; readonly of: (software: Software) => Child };

function columnsOf(software: readonly Software[], language: Language): readonly Column<Fact>[] {
  const t = catalogueTexts(language).compare;
  return [
    { key: "fait", label: t.fact, rowHeader: true, render: ({ label }) => label },
    ...software.map((each): Column<Fact> => ({ key: each.slug, label: each.name, render: ({ of }) => of(each) })),
  ];
}

function factsOf(software: readonly Software[], categories: readonly Category[], language: Language): readonly Fact[] {
  const texts = catalogueTexts(language);
  const { compare: t, page } = texts;
  const labels = new Map(categories.map(({ id, label }) => [id, label[language]]));
  const unknown = <span class="soft">{t.unknown}</span>;
  const listed = (items: readonly string[]): Child => (items.length === 0 ? unknown : formatList(items, language));
  const address = (href: string | null): Child =>
    href === null ? (
      unknown
    ) : (
      <Link href={href} external>
        {href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
      </Link>
    );
  const without = (slug: string): readonly string[] => software.map((each) => each.slug).filter((each) => each !== slug);
  return [
    { label: t.what, of: ({ description }) => description[language] || description[language === "fr" ? "en" : "fr"] || unknown },
    { label: t.free, of: ({ free }) => <FreedomTag free={free} language={language} /> },
    { label: page.licence, of: ({ licence, licenceSaid }) => licence ?? licenceSaid ?? unknown },
    { label: page.usesTitle, of: ({ terms }) => listed(terms.slice(0, 8)) },
    { label: page.categories, of: (each) => listed(each.categories.map((id) => labels.get(id) ?? id)) },
    { label: page.platforms, of: ({ platforms }) => listed(platforms.map((id) => texts.platforms[id] ?? id)) },
    { label: t.upkeep, of: ({ archived }) => (archived ? t.archived : t.noNews) },
    { label: page.website, of: ({ website }) => address(website) },
    { label: page.repository, of: ({ repository }) => address(repository) },
    { label: t.open, of: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{t.openPage(name)}</Link> },
    { label: t.remove, of: ({ slug, name }) => <Link href={compareHref(without(slug))}>{t.removeOne(name)}</Link> },
  ];
}
