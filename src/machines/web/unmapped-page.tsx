import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { LikelySoftware } from "../db/likely-software.ts";
import type { Choice, UnmappedPackage } from "../domain/observed.ts";
import { MachineTabs } from "./frame.tsx";
import { machineTexts } from "./texts.ts";

export const UNMAPPED_PAGE_SIZE = 25;
const PATH = "/parc/postes/non-reconnus";

export type UnmappedPageProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly search: string;
  readonly page: number;
  readonly rows: readonly UnmappedPackage[];
  readonly total: number;
  readonly likely: ReadonlyMap<string, readonly LikelySoftware[]>;
  readonly choices: readonly Choice[];
  /** What was just said, to be undone in one click. */
  readonly done: Choice | undefined;
  /** What was sent was no choice. */
  readonly refused?: string | undefined;
};

export function UnmappedPage(props: UnmappedPageProps): JSX.Element {
  const { language, agent, search, page, total, choices, done, refused } = props;
  const t = machineTexts(language).unmapped;
  const none =
    search === "" ? (
      <EmptyState title={t.emptyTitle}>
        <p>{t.empty}</p>
      </EmptyState>
    ) : (
      <EmptyState title={t.noneTitle} action={<ButtonLink href={PATH}>{t.all}</ButtonLink>}>
        <p>{t.none}</p>
      </EmptyState>
    );
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      <MachineTabs current="unmapped" agent={agent} language={language} />
      {refused !== undefined && (
        <Notice kind="danger" live>
          <p>{refused}</p>
        </Notice>
      )}
      {done !== undefined && <Done choice={done} language={language} />}
      <ListRegion id="paquets">
        <FilterBar
          action={PATH}
          search={{ name: "recherche", label: t.search, value: search }}
          clearHref={search === "" ? undefined : PATH}
        />
        <ResultCount total={total} noun={t.noun} />
        {total === 0 ? none : <Packages {...props} />}
        <Pagination page={page} pages={Math.ceil(total / UNMAPPED_PAGE_SIZE)} hrefOf={(to) => unmappedHref(search, to)} />
      </ListRegion>
      {choices.length > 0 && <Choices {...props} />}
    </Stack>
  );
}

export function unmappedHref(search: string, page: number): string {
  const params = new URLSearchParams();
  if (search !== "") params.set("recherche", search);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? PATH : `${PATH}?${query}`;
}

function Done({ choice, language }: { choice: Choice; language: Language }): JSX.Element {
  const t = machineTexts(language).unmapped;
  const { key, softwareName } = choice;
  return (
    <Notice kind="success" live>
      <p>{softwareName === null ? t.savedPart(key) : t.saved(key, softwareName)}</p>
      <ActionForm action={`${PATH}/annuler`} fields={{ paquet: key }} variant="secondary" size="sm">
        {t.undo}
      </ActionForm>
    </Notice>
  );
}

function Packages({ language, agent, rows, likely }: UnmappedPageProps): JSX.Element {
  const t = machineTexts(language).unmapped;
  const manages = agent.may("manage-inventory");
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      columns={[
        {
          key: "paquet",
          label: t.name,
          render: ({ name, publisher, origins }) => (
            <>
              {name}
              <div class="soft small">{[publisher, ...origins].filter((each) => each !== "").join(" · ")}</div>
            </>
          ),
        },
        { key: "machines", label: t.machines, align: "end", render: ({ machines }) => formatNumber(machines, language) },
        ...(manages
          ? [
              {
                key: "quoi",
                label: t.what,
                render: (row: UnmappedPackage) => <Answers row={row} likely={likely.get(row.key) ?? []} language={language} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** One click each: the likely software first. */
function Answers({ row, likely, language }: { row: UnmappedPackage; likely: readonly LikelySoftware[]; language: Language }): JSX.Element {
  const t = machineTexts(language).unmapped;
  const context = t.about(row.name);
  return (
    <div class="acts">
      {likely.map(({ slug, name }) => (
        <ActionForm action={`${PATH}/choix`} fields={{ paquet: row.key, logiciel: slug }} variant="secondary" size="sm" context={context}>
          {t.itIs(name)}
        </ActionForm>
      ))}
      <ButtonLink
        href={`${PATH}/choisir?${new URLSearchParams({ paquet: row.key }).toString()}`}
        variant={likely.length === 0 ? "secondary" : "tertiary"}
        size="sm"
      >
        {likely.length === 0 ? t.some : t.other}
        <span class="visually-hidden"> {context}</span>
      </ButtonLink>
      <ActionForm action={`${PATH}/choix`} fields={{ paquet: row.key }} variant="tertiary" size="sm" context={context}>
        {t.part}
      </ActionForm>
    </div>
  );
}

function Choices({ language, agent, choices }: UnmappedPageProps): JSX.Element {
  const t = machineTexts(language).unmapped;
  const manages = agent.may("manage-inventory");
  return (
    <Sheet title={t.choices} intro={t.choicesIntro}>
      <DataTable
        caption={t.choices}
        rows={choices.slice(0, 200)}
        columns={[
          { key: "paquet", label: t.name, render: ({ key }) => key },
          {
            key: "est",
            label: t.is,
            render: ({ slug, softwareName }) =>
              slug === null ? t.isPart : <Link href={`/catalogue/${slug}`}>{softwareName ?? slug}</Link>,
          },
          { key: "jour", label: t.chosenOn, render: ({ chosenAt }) => formatDate(chosenAt, language) },
          ...(manages
            ? [
                {
                  key: "annuler",
                  label: t.undo,
                  acts: true,
                  render: ({ key }: Choice) => (
                    <ActionForm action={`${PATH}/annuler`} fields={{ paquet: key }} variant="tertiary" size="sm" context={t.about(key)}>
                      {t.undo}
                    </ActionForm>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  );
}
