import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { MiniArcade } from "#src/platform/ui/arcade.tsx";
import { Checkbox, type Option } from "#src/platform/ui/choice-field.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { useLanguage } from "#src/platform/ui/language.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion, type Sort } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { RequestLine, RequestList } from "../db/request-lists.ts";
import { GATES } from "../domain/gates.ts";
import { isToConfirm, standingOf } from "../domain/standing.ts";
import { standingInWords } from "../standing-texts.ts";
import { isFiltered, LIST_PATH, type ListAddress, listHref, STATE_VALUES } from "./list-address.ts";
import { MOST_EXPORTED } from "./list-export.ts";
import { type ListTexts, listTexts } from "./list-texts.ts";
import { requestWords } from "./words.ts";

export type RequestListProps = {
  readonly list: RequestList;
  readonly address: ListAddress;
  readonly departments: readonly Department[];
  readonly today: LocalDate;
  readonly maySubmit: boolean;
};

export const NEW_REQUEST_PATH = "/demandes/nouvelle";

export function RequestListPage(props: RequestListProps): JSX.Element {
  const { list, address, maySubmit } = props;
  const t = listTexts(useLanguage());
  const isEmpty = list.total === 0 && !isFiltered(address);
  const begin = maySubmit ? (
    <ButtonLink href={NEW_REQUEST_PATH} variant="primary">
      {t.newRequest}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <Title title={t.title} actions={isEmpty ? undefined : begin} />
      {isEmpty ? (
        <EmptyState title={t.noneTitle} action={begin}>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <FilledList {...props} />
      )}
    </>
  );
}

function FilledList({ list, address, departments, today }: RequestListProps): JSX.Element {
  const language = useLanguage();
  const t = listTexts(language);
  const sort: Sort = { key: address.tri, order: address.ordre, hrefOf: (tri, ordre) => listHref(address, { tri, ordre }) };
  const noMatch = (
    <EmptyState title={t.noMatchTitle} action={<ButtonLink href={LIST_PATH}>{t.clear}</ButtonLink>}>
      <p>{t.noMatch}</p>
    </EmptyState>
  );
  return (
    <ListRegion id="demandes">
      <Filters address={address} departments={departments} />
      <div class="sheet">
        <div class="sheet-head">
          <ResultCount total={list.total} noun={t.noun} />
          {list.total > 0 && (
            <ExportLinks
              hrefs={{ csv: listHref(address, {}, `${LIST_PATH}/export.csv`), ods: listHref(address, {}, `${LIST_PATH}/export.ods`) }}
            />
          )}
        </div>
        {list.total > MOST_EXPORTED && <p class="soft small">{t.exportCapped(formatNumber(MOST_EXPORTED, language))}</p>}
        <DataTable caption={t.caption} columns={columnsOf(departments, today, t, language)} rows={list.lines} sort={sort} empty={noMatch} />
        <Pagination page={list.page} pages={list.pages} hrefOf={(page) => listHref(address, { page })} />
      </div>
    </ListRegion>
  );
}

function Filters({ address, departments }: Pick<RequestListProps, "address" | "departments">): JSX.Element {
  const language = useLanguage();
  const t = listTexts(language);
  const { gates } = requestWords(language);
  const boxes = [
    ["miennes", t.mine, address.miennes],
    ["retard", t.late, address.retard],
    ["a-confirmer", t.toConfirm, address.aConfirmer],
  ] as const;
  return (
    <FilterBar
      action={LIST_PATH}
      search={{ name: "recherche", label: t.search, value: address.recherche }}
      filters={[
        {
          name: "etat",
          label: t.state,
          value: address.etat,
          options: STATE_VALUES.map(([value, state]) => ({ value, label: t.states[state] })),
        },
        {
          name: "porte",
          label: t.gate,
          value: address.porte,
          empty: t.gates,
          options: GATES.map((gate, index) => ({ value: String(index + 1), label: t.gateOption(index + 1, gates[gate].short) })),
        },
        {
          name: "service",
          label: t.department,
          value: address.service,
          options: departments.map((department) => departmentOption(department, t)),
        },
      ]}
      keep={{ tri: address.tri === "date" ? undefined : address.tri, ordre: address.tri === "date" ? undefined : address.ordre }}
      clearHref={isFiltered(address) ? LIST_PATH : undefined}
    >
      <div class="acts">
        {boxes.map(([name, label, checked]) => (
          <div>
            <Checkbox name={name} label={label} checked={checked} id={`filtre-${name}`} />
          </div>
        ))}
      </div>
    </FilterBar>
  );
}

function departmentOption({ id, pathName, closedAt }: Department, t: ListTexts): Option {
  return { value: id, label: closedAt === null ? pathName : t.closed(pathName) };
}

function columnsOf(
  departments: readonly Department[],
  today: LocalDate,
  t: ListTexts,
  language: "fr" | "en",
): readonly Column<RequestLine>[] {
  const names = new Map<string, string>(departments.map(({ id, pathName }) => [id, pathName]));
  const date = (on: LocalDate | null): JSX.Element | string =>
    on === null ? <span class="soft">{t.noDue}</span> : <time datetime={on}>{formatDate(on, language)}</time>;
  return [
    { key: "titre", label: t.request, sortable: true, rowHeader: true, render: (line) => <RequestTitle line={line} /> },
    { key: "reference", label: t.reference, sortable: true, render: ({ reference }) => <span class="num">{reference}</span> },
    { key: "service", label: t.department, render: ({ departmentId }) => names.get(departmentId) ?? "" },
    { key: "etat", label: t.standing, render: (line) => <WhereItStands line={line} today={today} /> },
    { key: "echeance", label: t.due, sortable: true, render: ({ dueOn }) => date(dueOn) },
    { key: "date", label: t.submitted, sortable: true, render: ({ submittedOn }) => date(submittedOn) },
  ];
}

function RequestTitle({ line }: { line: RequestLine }): JSX.Element {
  return (
    <>
      <MiniArcade states={line.arcade} /> <Link href={`${LIST_PATH}/${line.id}`}>{line.title}</Link>
    </>
  );
}

function WhereItStands({ line, today }: { line: RequestLine; today: LocalDate }): JSX.Element {
  const language = useLanguage();
  const t = listTexts(language);
  const standing = standingOf(line, today);
  const waits = standing.kind === "searching" || standing.kind === "late" ? t.waits[standing.waitsFor] : "";
  const outcome = line.confirmed as keyof ListTexts["confirmed"] | null;
  return (
    <>
      {standing.kind === "late" ? (
        <>
          {t.atGate(standing.gate)} <Tag tone="attention">{t.lateBy(standing.days)}</Tag>
        </>
      ) : (
        standingInWords(standing, language)
      )}
      {isToConfirm(line, today) && (
        <div>
          <Tag tone="attention">{t.toConfirmTag}</Tag>
        </div>
      )}
      {waits !== "" && <div class="soft small">{waits}</div>}
      {line.solution !== null && <div class="small">{t.solution(line.solution)}</div>}
      {outcome !== null && <div class="soft small">{t.confirmed[outcome]}</div>}
    </>
  );
}
