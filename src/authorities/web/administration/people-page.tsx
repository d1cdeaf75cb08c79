import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { PEOPLE_PER_PAGE } from "../../db/people-list.ts";
import type { Invitation } from "../../domain/invitation.ts";
import { stateOf } from "../../domain/invitation.ts";
import type { PeopleQuery, PeopleView } from "../../usecases/administration-views.ts";
import { authorityTexts } from "../texts.ts";
import { departmentName, rolesInWords } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

const PATH = "/administration/personnes";
type PeopleProps = { readonly language: Language; readonly query: PeopleQuery; readonly view: PeopleView; readonly now: Date };

export function PeoplePage({ language, query, view, now }: PeopleProps): JSX.Element {
  const t = administrationTexts(language);
  const actions = (
    <ButtonLink href={`${PATH}/inviter`} variant="primary">
      {t.invite}
    </ButtonLink>
  );
  return (
    <>
      <Title title={t.people} lead={t.peopleLead} actions={actions} />
      <Stack>
        {view.pending.length > 0 && <PendingSheet language={language} pending={view.pending} now={now} />}
        <PeopleList language={language} query={query} view={view} />
      </Stack>
    </>
  );
}

function PeopleList({ language, query, view }: Omit<PeopleProps, "now">): JSX.Element {
  const t = administrationTexts(language);
  const { roles } = authorityTexts(language);
  const isFiltered = query.search !== "" || query.role !== null || query.department !== null || query.left;
  return (
    <ListRegion id="personnes">
      <FilterBar
        action={PATH}
        search={{ name: "recherche", label: t.searchPeople, value: query.search }}
        filters={[
          { name: "role", label: t.role, options: ROLES.map((role) => ({ value: role, label: roles[role] })), value: query.role ?? "" },
          {
            name: "service",
            label: t.departmentLabel,
            options: view.departments
              .filter(({ closedAt }) => closedAt === null)
              .map(({ id, pathName }) => ({ value: id, label: pathName })),
            value: query.department ?? "",
          },
          {
            name: "presence",
            label: t.stateFilter,
            options: [{ value: "parties", label: t.left }],
            value: query.left ? "parties" : "",
            empty: t.here,
          },
        ]}
        clearHref={isFiltered ? PATH : undefined}
      />
      <ResultCount total={view.total} noun={t.person} />
      <DataTable
        caption={t.people}
        rows={view.rows}
        columns={[
          {
            key: "nom",
            label: t.name,
            render: ({ id, name, email }) => (
              <>
                <Link href={`${PATH}/${id}`}>{name}</Link>
                <div class="soft small">{email}</div>
              </>
            ),
          },
          { key: "fonction", label: t.jobTitle, render: ({ jobTitle }) => jobTitle ?? "" },
          { key: "service", label: t.departmentLabel, render: (member) => departmentName(view.departments, member.departmentId, language) },
          { key: "roles", label: t.roles, render: (member) => rolesInWords(member.roles, language) },
        ]}
        empty={<EmptyState title={t.noOne}>{t.noOneText}</EmptyState>}
      />
      <Pagination page={query.page} pages={Math.ceil(view.total / PEOPLE_PER_PAGE)} hrefOf={(page) => addressOf({ ...query, page })} />
    </ListRegion>
  );
}

/** The address of one page of the list, with its search and filters. */
function addressOf({ search, role, department, left, page }: PeopleQuery): string {
  const given = {
    recherche: search,
    role: role ?? "",
    service: department ?? "",
    presence: left ? "parties" : "",
    page: page > 1 ? String(page) : "",
  };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""));
  return query.size === 0 ? PATH : `${PATH}?${query}`;
}

type PendingProps = { readonly language: Language; readonly pending: readonly Invitation[]; readonly now: Date };

function PendingSheet({ language, pending, now }: PendingProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.pendingTitle} intro={t.pendingIntro}>
      <DataTable
        caption={t.pendingTitle}
        rows={pending}
        columns={[
          { key: "nom", label: t.name, render: ({ name }) => name },
          { key: "adresse", label: t.email, render: ({ email }) => email },
          { key: "roles", label: t.roles, render: ({ roles }) => rolesInWords(roles, language) },
          {
            key: "validite",
            label: t.validity,
            render: (invitation) => <Validity language={language} invitation={invitation} now={now} />,
          },
          {
            key: "actions",
            label: t.actions,
            acts: true,
            render: ({ id, name }) => (
              <div class="acts">
                <ActionForm action={`/administration/invitations/${id}/relancer`} variant="secondary" size="sm" context={t.forWhom(name)}>
                  {t.renew}
                </ActionForm>
                <ActionForm action={`/administration/invitations/${id}/annuler`} variant="tertiary" size="sm" context={t.forWhom(name)}>
                  {t.revoke}
                </ActionForm>
              </div>
            ),
          },
        ]}
      />
    </Sheet>
  );
}

function Validity({
  language,
  invitation,
  now,
}: {
  readonly language: Language;
  readonly invitation: Invitation;
  readonly now: Date;
}): JSX.Element {
  const t = administrationTexts(language);
  const date = formatDate(invitation.expiresAt.toISOString(), language);
  const state = stateOf(invitation, now);
  if (state === "revoked") return <Tag tone="attention">{t.voidSinceLeft}</Tag>;
  return state === "expired" ? <Tag tone="attention">{t.expiredOn(date)}</Tag> : <span>{t.expiresOn(date)}</span>;
}
