import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ExportLinks, FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { type Column, DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Totals } from "../db/machine-pages.ts";
import { MACHINE_KINDS, SYSTEMS } from "../domain/inventory.ts";
import type { ListedMachine } from "../domain/observed.ts";
import { SILENT_AFTER_DAYS } from "../domain/silence.ts";
import { MachineTabs } from "./frame.tsx";
import {
  DOUBT_WORDS,
  DOUBTS,
  hrefOf,
  isFiltered,
  KIND_WORDS,
  type Listing,
  PAGE_SIZE,
  SYSTEM_WORDS,
  sortOfWord,
  sortWord,
} from "./list-query.ts";
import { machineTexts } from "./texts.ts";

export type MachineListProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly listing: Listing;
  readonly rows: readonly ListedMachine[];
  readonly total: number;
  readonly totals: Totals;
  readonly departments: readonly Department[];
  readonly softwareName: string | undefined;
  readonly silentBefore: Date;
};

export function MachineListPage(props: MachineListProps): JSX.Element {
  const { language, agent, totals, listing, softwareName } = props;
  const t = machineTexts(language);
  if (totals.all === 0) return <NoMachine language={language} agent={agent} />;
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} facts={totalsInWords(totals, language)} />
      <MachineTabs current="machines" agent={agent} language={language} />
      <ListRegion id="machines">
        <Filters {...props} />
        {softwareName !== undefined && <p>{t.list.onlyWith(softwareName)}</p>}
        {listing.doubt === "silent" && (
          <Notice>
            <p>{t.list.silentExplained(SILENT_AFTER_DAYS)}</p>
          </Notice>
        )}
        {listing.doubt === "shared" && (
          <Notice>
            <p>{t.list.sharedExplained}</p>
          </Notice>
        )}
        <Machines {...props} />
      </ListRegion>
    </Stack>
  );
}

function NoMachine({ language, agent }: Pick<MachineListProps, "language" | "agent">): JSX.Element {
  const t = machineTexts(language);
  const connects = agent.may("manage-settings");
  const action = (
    <ButtonLink href="/parc/postes/agents" variant="primary">
      {t.list.connect}
    </ButtonLink>
  );
  return (
    <>
      <Title title={t.title} />
      <EmptyState title={t.list.emptyTitle} action={connects ? action : undefined}>
        <p>{t.list.empty}</p>
        {!connects && <p>{t.list.emptyReader}</p>}
      </EmptyState>
    </>
  );
}

/** « Windows : 41 postes, 2 serveurs » for each system. */
function totalsInWords({ systems }: Totals, language: Language): readonly string[] {
  const t = machineTexts(language);
  return systems.map(({ system, workstations, servers, others }) => {
    const counts = [
      workstations > 0 && counted(workstations, t.workstations, language),
      servers > 0 && counted(servers, t.servers, language),
      others > 0 && counted(others, t.others, language),
    ];
    return `${t.systems[system]}${language === "fr" ? "\u00a0" : ""}: ${counts.filter((each) => each !== false).join(", ")}`;
  });
}

function Filters({ language, listing, departments, totals }: MachineListProps): JSX.Element {
  const t = machineTexts(language);
  return (
    <FilterBar
      action="/parc/postes"
      search={{ name: "recherche", label: t.list.search, value: listing.search }}
      filters={[
        {
          name: "genre",
          label: t.list.kind,
          empty: t.list.anyKind,
          value: listing.kind && KIND_WORDS[listing.kind],
          options: MACHINE_KINDS.map((kind) => ({ value: KIND_WORDS[kind], label: t.kinds[kind] })),
        },
        {
          name: "systeme",
          label: t.list.system,
          empty: t.list.anySystem,
          value: listing.system && SYSTEM_WORDS[listing.system],
          options: SYSTEMS.map((system) => ({ value: SYSTEM_WORDS[system], label: t.systems[system] })),
        },
        {
          name: "service",
          label: t.list.department,
          empty: t.list.anyDepartment,
          value: listing.department,
          options: departments.map(({ id, pathName }) => ({ value: id, label: pathName })),
        },
        {
          name: "etat",
          label: t.list.doubt,
          empty: t.list.anyDoubt,
          value: listing.doubt && DOUBT_WORDS[listing.doubt],
          options: DOUBTS.map((doubt) => ({
            value: DOUBT_WORDS[doubt],
            label: `${t.list[doubt]} (${formatNumber(totals[doubt], language)})`,
          })),
        },
      ]}
      keep={{
        tri: listing.sort === "name" ? undefined : sortWord(listing.sort),
        ordre: listing.descending ? "decroissant" : undefined,
        logiciel: listing.software,
      }}
      clearHref={isFiltered(listing) ? hrefOf({ sort: listing.sort, descending: listing.descending }) : undefined}
    />
  );
}

function Machines(props: MachineListProps): JSX.Element {
  const { language, listing, rows, total } = props;
  const t = machineTexts(language);
  const first: Listing = { ...listing, page: 1 };
  return (
    <>
      <ResultCount total={total} noun={t.noun} />
      <DataTable
        caption={t.list.caption}
        columns={columnsIn(props)}
        rows={rows}
        sort={{
          key: sortWord(listing.sort),
          order: listing.descending ? "decroissant" : "croissant",
          hrefOf: (key, order) => hrefOf({ ...first, sort: sortOfWord(key), descending: order === "decroissant" }),
        }}
        empty={
          <EmptyState title={t.list.noneTitle} action={<ButtonLink href="/parc/postes">{t.list.clear}</ButtonLink>}>
            <p>{t.list.none}</p>
          </EmptyState>
        }
      />
      <Pagination page={listing.page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(page) => hrefOf({ ...listing, page })} />
      {total > 0 && (
        <ExportLinks hrefs={{ csv: hrefOf(first, "/parc/postes/export.csv"), ods: hrefOf(first, "/parc/postes/export.ods") }} />
      )}
    </>
  );
}

function columnsIn({ language, silentBefore }: MachineListProps): readonly Column<ListedMachine>[] {
  const t = machineTexts(language);
  return [
    {
      key: "nom",
      label: t.list.name,
      sortable: true,
      render: ({ id, name, model, kind, shared, lastSeenAt }) => (
        <>
          <Link href={`/parc/postes/${id}`}>{name || t.machine.unnamed}</Link>
          <div class="soft small">{[t.kinds[kind], model].filter((each) => each !== "").join(" · ")}</div>
          {lastSeenAt < silentBefore && <Tag tone="attention">{t.list.isSilent}</Tag>}
          {shared && <Tag tone="attention">{t.list.shared}</Tag>}
        </>
      ),
    },
    {
      key: "systeme",
      label: t.list.system,
      sortable: true,
      render: ({ system, systemName, systemVersion }) => systemInWords(systemName || t.systems[system], systemVersion),
    },
    {
      key: "service",
      label: t.list.department,
      render: ({ departmentName }) => departmentName ?? <span class="soft">{t.list.noDepartment}</span>,
    },
    { key: "vue", label: t.list.seen, sortable: true, render: ({ lastSeenAt }) => formatDate(lastSeenAt, language) },
    {
      key: "logiciels",
      label: t.list.software,
      sortable: true,
      align: "end",
      render: (machine) =>
        machine.softwareAt === null ? <span class="soft">{t.list.neverSaid}</span> : formatNumber(machine.counted, language),
    },
  ];
}

/** Many names hold the version already: « Debian GNU/Linux 12 (bookworm) », 12. */
export function systemInWords(name: string, version: string): string {
  return version === "" || name.includes(version) ? name : `${name} (${version})`;
}
