import type { JSX } from "hono/jsx/jsx-runtime";
import { Details } from "#src/platform/ui/details.tsx";
import { formatDate, formatList, formatNumber } from "#src/platform/ui/format.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import { historyOf } from "../domain/months.ts";
import { type Observed, type OfSystem, SYSTEMS, type System } from "../domain/observed.ts";
import { LineChart, type Series } from "./line-chart.tsx";
import { monthName } from "./month-name.ts";
import type { TimeProps } from "./over-time.tsx";
import { opennessTexts } from "./texts.ts";

const LOOKS: Readonly<Record<System, Series["look"]>> = { linux: "plain", windows: "dashed", macos: "dotted", other: "mixed" };

type Line = { readonly name: string; readonly machines: (system: System) => number | null };

/** How many workstations run each system, month after month. A month that was not observed is a gap. */
export function SystemsOverTime({ months, now, today, language }: TimeProps): JSX.Element | null {
  const t = opennessTexts(language);
  if (now.observed === null) return null;
  const past = historyOf(months, today).map(({ month, kept }) => ({
    name: monthName(month, language),
    machines: machinesIn(kept?.observed),
  }));
  const current = { name: t.today, machines: machinesIn(now.observed) };
  const observed = past.findIndex(({ machines }) => machines("linux") !== null);
  const lines: readonly Line[] = [...(observed === -1 ? [] : past.slice(observed)), current];
  const systems = SYSTEMS.filter((system) => lines.some(({ machines }) => (machines(system) ?? 0) > 0));
  const values = (system: System): (number | null)[] => lines.map(({ machines }) => machines(system));
  const parts = systems.map((system) => `${t.systems[system]} ${formatNumber(current.machines(system) ?? 0, language)}`);
  const most = Math.max(1, ...systems.flatMap((system) => values(system).map((count) => count ?? 0)));
  const columns: readonly Column<Line>[] = [
    { key: "mois", label: t.month, render: ({ name }) => name },
    ...systems.map((system) => ({
      key: system,
      label: t.systems[system],
      align: "end" as const,
      render: ({ machines }: Line) => written(machines(system), language, t.notMeasured),
    })),
  ];
  return (
    <Sheet title={t.systemsTimeTitle} intro={t.systemsNote}>
      {lines.length < 2 ? (
        <p class="soft">{t.systemsTimeNone}</p>
      ) : (
        <LineChart
          label={t.systemsTimeLabel(formatList(parts, language), formatDate(today, language))}
          series={systems.map((system) => ({ name: t.systems[system], look: LOOKS[system], dots: true, values: values(system) }))}
          most={most}
          format={(value) => formatNumber(Math.round(value), language)}
          first={lines[0]?.name ?? ""}
          last={t.today}
        />
      )}
      <Details summary={t.table} open={lines.length < 2}>
        <DataTable caption={t.systemsTimeTitle} rows={[...lines].reverse()} columns={columns} />
      </Details>
    </Sheet>
  );
}

function machinesIn(observed: Observed | null | undefined): (system: System) => number | null {
  if (observed === null || observed === undefined) return () => null;
  const counts = new Map(observed.bySystem.map(({ system, machines }: OfSystem) => [system, machines]));
  return (system) => counts.get(system) ?? 0;
}

function written(count: number | null, language: TimeProps["language"], notMeasured: string): string {
  return count === null ? notMeasured : formatNumber(count, language);
}
