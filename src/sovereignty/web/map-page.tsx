import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { counted } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Thing, Tie } from "../domain/map.ts";
import { type Choice, layerChoices } from "./choices.ts";
import { GRID_PATH } from "./grid-query.ts";
import { MapDrawing, type MapDrawingProps, MapLegend } from "./map-drawing.tsx";
import { MAP_PATH } from "./map-query.ts";
import { mapTexts } from "./map-texts.ts";
import { boxWords } from "./map-words.ts";

export type MapPageProps = MapDrawingProps & {
  /** Of all that runs. */
  readonly departments: readonly Choice[];
  readonly hosts: readonly Choice[];
  readonly layers: readonly string[];
};

export function MapPage(props: MapPageProps): JSX.Element {
  const { language, map } = props;
  const t = mapTexts(language);
  if (map.all === 0)
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.empty} action={<ButtonLink href="/parc">{t.toInventory}</ButtonLink>}>
          <p>{t.emptyText}</p>
        </EmptyState>
      </>
    );
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} actions={<ButtonLink href={GRID_PATH}>{t.toGrid}</ButtonLink>} />
      <ListRegion id="carte">
        <MapFilters {...props} />
        <Seen {...props} />
      </ListRegion>
    </Stack>
  );
}

function MapFilters({ language, view, departments, hosts, layers }: MapPageProps): JSX.Element {
  const t = mapTexts(language).filters;
  const { department, host, layer } = view;
  return (
    <FilterBar
      action={MAP_PATH}
      filters={[
        { name: "service", label: t.department, empty: t.allDepartments, value: department, options: departments },
        { name: "lieu", label: t.host, empty: t.allHosts, value: host, options: hosts },
        { name: "couche", label: t.layer, empty: t.allLayers, value: layer, options: layerChoices(layers, language) },
      ]}
      clearHref={department !== undefined || host !== undefined || layer !== undefined ? MAP_PATH : undefined}
    />
  );
}

function Seen(props: MapPageProps): JSX.Element {
  const { language, map, view } = props;
  const t = mapTexts(language);
  if (map.inView === 0)
    return (
      <EmptyState title={t.noneTitle} action={<ButtonLink href={MAP_PATH}>{t.clear}</ButtonLink>}>
        <p>{t.none}</p>
      </EmptyState>
    );
  const groups = map.things.some(({ kind }) => kind === "group");
  return (
    <>
      <p role="status">
        {t.shown(counted(map.drawn, t.noun, language), String(map.inView))} {map.drawn < map.inView && t.cut} {groups && t.grouped}{" "}
        {map.leadingOut > 0 && t.leadingOut(counted(map.leadingOut, t.leadingNoun, language))}
      </p>
      <MapLegend language={language} />
      <MapDrawing language={language} map={map} view={view} />
      <Sheet title={t.tableTitle}>
        <MapTable {...props} />
      </Sheet>
    </>
  );
}

function MapTable({ language, map, view }: MapDrawingProps): JSX.Element {
  const t = mapTexts(language);
  const byId = new Map(map.things.map((thing) => [thing.id, thing]));
  const tiesFrom = Map.groupBy(map.ties, ({ from }) => from);
  const to = (id: string, kind: Tie["kind"]): readonly Thing[] =>
    (tiesFrom.get(id) ?? []).flatMap((tie) => (tie.kind === kind ? (byId.get(tie.to) ?? []) : []));
  const linked = (thing: Thing): Child => {
    const { label, href } = boxWords(thing, view, language);
    return href === undefined ? label : <Link href={href}>{label}</Link>;
  };
  const listed = (things: readonly Thing[]): Child =>
    things.length === 0 ? <span class="soft">{t.nothing}</span> : things.map((thing) => <div>{linked(thing)}</div>);
  // Countries are those of the place, or of the installation where its place is not said.
  const countriesOf = (id: string): readonly Thing[] =>
    [id, ...to(id, "host").map((place) => place.id)].flatMap((from) => to(from, "country"));
  return (
    <DataTable
      caption={t.caption}
      rows={map.things.filter(({ kind }) => kind === "installation" || kind === "group")}
      columns={[
        { key: "nom", label: t.columns.name, rowHeader: true, render: linked },
        { key: "besoin", label: t.columns.needs, render: ({ id }) => listed(to(id, "needs")) },
        { key: "lieu", label: t.columns.host, render: ({ id }) => listed(to(id, "host")) },
        { key: "contrats", label: t.columns.contracts, render: ({ id }) => listed(to(id, "contract")) },
        { key: "pays", label: t.columns.countries, render: ({ id }) => listed(countriesOf(id)) },
      ]}
    />
  );
}
