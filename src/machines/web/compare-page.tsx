import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { counted, formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { SeenVersion } from "../db/observed.ts";
import type { Comparison } from "../domain/compare-declared.ts";
import type { ObservedSoftware } from "../domain/observed.ts";
import { shownVersion } from "../domain/shown-version.ts";
import { FreedomTag, MachineTabs } from "./frame.tsx";
import { machineTexts } from "./texts.ts";

export type ComparePageProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly comparison: Comparison;
  readonly totals: { readonly all: number; readonly withSoftware: number; readonly asOf: Date | null };
  readonly versions: ReadonlyMap<string, readonly SeenVersion[]>;
  /** Of what is observed and not declared, from 1. */
  readonly page: number;
};

const VERSIONS_SHOWN = 3;
const PATH = "/parc/postes/declare-observe";
/** A large park shows hundreds of software that nobody declared: the most frequent first. */
export const COMPARE_PAGE_SIZE = 50;

export function compareHref(page: number): string {
  return page > 1 ? `${PATH}?page=${page}` : PATH;
}

export function ComparePage(props: ComparePageProps): JSX.Element {
  const { language, agent, comparison, totals } = props;
  const { compare: t, noun } = machineTexts(language);
  if (totals.withSoftware === 0 || totals.asOf === null) return <Nothing language={language} agent={agent} />;
  const { observedOnly, declaredOnly, both } = comparison;
  const number = (count: number): string => formatNumber(count, language);
  const basis = t.basis(number(totals.withSoftware), counted(totals.all, noun, language), formatDate(totals.asOf, language));
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} facts={[basis]} />
      <MachineTabs current="compare" agent={agent} language={language} />
      <Sheet id="observe" title={t.observedOnly} intro={t.observedOnlyIntro} aside={number(observedOnly.length)}>
        <ObservedOnly {...props} />
      </Sheet>
      <Sheet id="declare" title={t.declaredOnly} intro={t.declaredOnlyIntro} aside={number(declaredOnly.length)}>
        {declaredOnly.length === 0 ? (
          <p class="soft">{t.noneDeclared}</p>
        ) : (
          <ul>
            {declaredOnly.map(({ id, name }) => (
              <li>
                <Link href={`/parc/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet id="les-deux" title={t.both} aside={number(both.length)}>
        <Both {...props} />
      </Sheet>
      {agent.may("manage-inventory") && (
        <p class="small">
          <Link href="/parc/postes/sbom.cdx.json" download>
            {t.sbom}
          </Link>
        </p>
      )}
    </Stack>
  );
}

function Nothing({ language, agent }: Pick<ComparePageProps, "language" | "agent">): JSX.Element {
  const { compare: t, list } = machineTexts(language);
  const action = agent.may("manage-settings") ? <ButtonLink href="/parc/postes/agents">{list.connect}</ButtonLink> : undefined;
  return (
    <Stack>
      <Title title={t.title} />
      <MachineTabs current="compare" agent={agent} language={language} />
      <EmptyState title={t.emptyTitle} action={action}>
        <p>{t.empty}</p>
      </EmptyState>
    </Stack>
  );
}

function SoftwareCell({ software, language }: { software: ObservedSoftware; language: Language }): JSX.Element {
  return (
    <>
      <Link href={`/catalogue/${software.slug}`}>{software.name}</Link> <FreedomTag free={software.free} language={language} />
    </>
  );
}

function MachinesCell({ software, language }: { software: ObservedSoftware; language: Language }): JSX.Element {
  return <Link href={`/parc/postes?logiciel=${software.slug}`}>{formatNumber(software.machines, language)}</Link>;
}

function ObservedOnly(props: ComparePageProps): JSX.Element {
  const { comparison, page } = props;
  return (
    <ListRegion id="non-declares">
      <ObservedTable {...props} />
      <Pagination page={page} pages={Math.ceil(comparison.observedOnly.length / COMPARE_PAGE_SIZE)} hrefOf={compareHref} />
    </ListRegion>
  );
}

function ObservedTable({ language, agent, comparison, page }: ComparePageProps): JSX.Element {
  const { compare: t } = machineTexts(language);
  return (
    <DataTable
      caption={t.observedOnly}
      rows={comparison.observedOnly.slice((page - 1) * COMPARE_PAGE_SIZE, page * COMPARE_PAGE_SIZE)}
      empty={<p class="soft">{t.noneObserved}</p>}
      columns={[
        { key: "logiciel", label: t.software, render: (software) => <SoftwareCell software={software} language={language} /> },
        {
          key: "machines",
          label: t.machines,
          align: "end",
          render: (software) => <MachinesCell software={software} language={language} />,
        },
        ...(agent.may("manage-inventory")
          ? [
              {
                key: "declarer",
                label: t.declare,
                acts: true,
                render: ({ slug, name }: ObservedSoftware) => (
                  <ButtonLink href={`/parc/nouvelle?logiciel=${slug}`} size="sm">
                    {t.declare}
                    <span class="visually-hidden"> {t.declareContext(name)}</span>
                  </ButtonLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Both({ language, comparison, versions }: ComparePageProps): JSX.Element {
  const { compare: t } = machineTexts(language);
  return (
    <DataTable
      caption={t.both}
      rows={comparison.both}
      empty={<p class="soft">{t.noneBoth}</p>}
      columns={[
        { key: "logiciel", label: t.software, render: ({ software }) => <SoftwareCell software={software} language={language} /> },
        {
          key: "installation",
          label: t.installation,
          render: ({ declared }) =>
            declared.map(({ id, name }, index) => [index === 0 ? "" : ", ", <Link href={`/parc/${id}`}>{name}</Link>]),
        },
        {
          key: "machines",
          label: t.machines,
          align: "end",
          render: ({ software }) => <MachinesCell software={software} language={language} />,
        },
        {
          key: "versions",
          label: t.versions,
          render: ({ software }) => <Versions seen={versions.get(software.slug) ?? []} language={language} />,
        },
      ]}
    />
  );
}

/** « 128.5.0 (41), 115.9 (3) et 2 autres ». */
function Versions({ seen, language }: { seen: readonly SeenVersion[]; language: Language }): JSX.Element {
  const { compare: t } = machineTexts(language);
  const named = seen.filter(({ version }) => version !== "");
  const first = named
    .slice(0, VERSIONS_SHOWN)
    .map(({ version, machines }) => `${shownVersion(version)} (${formatNumber(machines, language)})`);
  const others = named.length - first.length;
  return (
    <span class="small">
      {first.join(", ")}
      {others > 0 && ` ${t.otherVersions(formatNumber(others, language))}`}
    </span>
  );
}
