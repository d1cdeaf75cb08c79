import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { type Option, SelectField } from "./choice-field.tsx";
import { Hidden } from "./field.tsx";
import { SearchField } from "./file-field.tsx";
import { Icon } from "./icon.tsx";
import { kept } from "./kept.tsx";
import { useUiTexts } from "./language.tsx";
import { Link, safeHref } from "./link.tsx";

export type Filter = {
  name: string;
  label: string;
  options: readonly Option[];
  value?: string | undefined;
  empty?: string | undefined;
  /** This very object is given for every page: as long as nothing is chosen, its field is made once. */
  constant?: boolean | undefined;
};

export type FilterBarProps = {
  action: string;
  search?: { name: string; label: string; value?: string | undefined } | undefined;
  filters?: readonly Filter[] | undefined;
  /** Kept as they are: the sort, for one. */
  keep?: Readonly<Record<string, string | undefined>> | undefined;
  /** Searching is what the page is for. */
  primary?: boolean | undefined;
  /** Shown when a filter is set. */
  clearHref?: string | undefined;
  /** More fields. */
  children?: Child;
  /** Fields that are seldom used, folded away under the others. */
  more?: Child;
};

/** Searching and filtering by URL: a GET form. */
export function FilterBar({
  action,
  search,
  filters = [],
  keep = {},
  primary = false,
  clearHref,
  children,
  more,
}: FilterBarProps): JSX.Element {
  const t = useUiTexts();
  return (
    <search>
      <form class="filters" action={safeHref(action)} method="get">
        {Object.entries(keep).map(([name, value]) => value !== undefined && <Hidden name={name} value={value} />)}
        {search && <SearchField name={search.name} label={search.label} value={search.value} />}
        {filters.map((filter) => (filter.constant ? <SameSelect of={filter} /> : <PlainSelect filter={filter} />))}
        {children}
        <div class="filters-acts">
          <button class="ds-button" type="submit" data-variant={primary ? "primary" : "secondary"} id="filtres-envoyer">
            {search ? t.search : t.filter}
          </button>
          {clearHref !== undefined && <Link href={clearHref}>{t.clearFilters}</Link>}
        </div>
        {more && <div class="filters-more">{more}</div>}
      </form>
    </search>
  );
}

/** A filter is never required: no mark beside its name. */
function PlainSelect({ filter }: { filter: Filter }): JSX.Element {
  const t = useUiTexts();
  return (
    <SelectField
      name={filter.name}
      label={filter.label}
      options={filter.options}
      value={filter.value}
      empty={filter.empty ?? t.all}
      mark={false}
      id={`filtre-${filter.name}`}
    />
  );
}

const SameSelect = kept((filter: Filter) => <PlainSelect filter={filter} />);

/** The list as files, in open formats. */
export function ExportLinks({
  hrefs,
}: {
  hrefs: { csv?: string | undefined; ods?: string | undefined; json?: string | undefined };
}): JSX.Element {
  const t = useUiTexts();
  const formats = [
    ["CSV", hrefs.csv],
    ["ODS", hrefs.ods],
    ["JSON", hrefs.json],
  ] as const;
  return (
    <p class="exports small">
      <Icon name="download" />
      {t.download}
      {formats.map(([name, href]) => href !== undefined && [" ", <Link href={href}>{name}</Link>])}
    </p>
  );
}
