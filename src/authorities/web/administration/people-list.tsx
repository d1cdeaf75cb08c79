import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { type Filter, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { PEOPLE_PER_PAGE } from "../../db/people-list.ts";
import type { Department } from "../../domain/departments.ts";
import type { PeopleQuery, PeopleView } from "../../usecases/administration-views.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { authorityTexts } from "../texts.ts";
import { PEOPLE_PATH } from "./addresses.ts";
import { departmentName, optionsOf } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

const LEFT = "parties";
type PeopleListProps = { readonly language: Language; readonly query: PeopleQuery; readonly view: PeopleView };

export function PeopleList({ language, query, view }: PeopleListProps): JSX.Element {
  const t = administrationTexts(language);
  const isFiltered = query.search !== "" || query.role !== null || query.department !== null || query.left;
  return (
    <ListRegion id="personnes">
      <FilterBar
        action={PEOPLE_PATH}
        search={{ name: "recherche", label: t.searchPeople, value: query.search }}
        filters={filtersIn(language, query, view.departments)}
        clearHref={isFiltered ? PEOPLE_PATH : undefined}
      />
      <ResultCount total={view.total} noun={t.person} />
      <DataTable
        caption={t.people}
        rows={view.rows}
        columns={columnsIn(language, view.departments)}
        empty={<EmptyState title={t.noOne}>{t.noOneText}</EmptyState>}
      />
      <Pagination page={query.page} pages={Math.ceil(view.total / PEOPLE_PER_PAGE)} hrefOf={(page) => addressOf({ ...query, page })} />
    </ListRegion>
  );
}

function filtersIn(language: Language, { role, department, left }: PeopleQuery, departments: readonly Department[]): readonly Filter[] {
  const t = administrationTexts(language);
  const { roles } = authorityTexts(language);
  const open = departments.filter(({ closedAt }) => closedAt === null);
  return [
    { name: "role", label: t.role, options: ROLES.map((each) => ({ value: each, label: roles[each] })), value: role ?? "" },
    { name: "service", label: t.departmentLabel, options: optionsOf(open), value: department ?? "" },
    { name: "presence", label: t.stateFilter, options: [{ value: LEFT, label: t.left }], value: left ? LEFT : "", empty: t.here },
  ];
}

function columnsIn(language: Language, departments: readonly Department[]): readonly Column<PeopleView["rows"][number]>[] {
  const t = administrationTexts(language);
  return [
    {
      key: "nom",
      label: t.name,
      render: ({ id, name, email }) => (
        <>
          <Link href={`${PEOPLE_PATH}/${id}`}>{name}</Link>
          <div class="soft small">{email}</div>
        </>
      ),
    },
    { key: "fonction", label: t.jobTitle, render: ({ jobTitle }) => jobTitle ?? "" },
    { key: "service", label: t.departmentLabel, render: (member) => departmentName(departments, member.departmentId, language) },
    { key: "roles", label: t.roles, render: (member) => rolesInWords(member.roles, language) },
  ];
}

/** The address of one page of the list, with its search and filters. */
function addressOf({ search, role, department, left, page }: PeopleQuery): string {
  const given = {
    recherche: search,
    role: role ?? "",
    service: department ?? "",
    presence: left ? LEFT : "",
    page: page > 1 ? String(page) : "",
  };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""));
  return query.size === 0 ? PEOPLE_PATH : `${PEOPLE_PATH}?${query}`;
}
