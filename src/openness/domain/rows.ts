import type { LocalDate } from "#src/kernel/dates.ts";
import type { Declared } from "./declared.ts";
import type { Observed } from "./observed.ts";
import type { Share } from "./share.ts";

export const MEASURES = [
  "software",
  "installation",
  "user",
  "cost",
  "layer",
  "department",
  "observed-software",
  "copy",
  "average",
  "system",
] as const;
export type MeasureKey = (typeof MEASURES)[number];
export type Origin = "declared" | "observed" | "reconstituted";

/** One share as a line of a file. `group`: a layer, a department, a system; null: the whole. */
export type MeasureRow = {
  readonly measure: MeasureKey;
  readonly group: string | null;
  readonly share: Share;
  /** Installations left out because their weight is not known. */
  readonly uncounted: number;
  readonly date: LocalDate;
  readonly origin: Origin;
};

/** Every share of what is declared. `group` is the layer's code name, or the department's name (empty: none). */
export function declaredRows(declared: Declared, date: LocalDate, origin: Origin): readonly MeasureRow[] {
  const row = (measure: MeasureKey, share: Share, group: string | null = null, uncounted = 0): MeasureRow => {
    const { free, known, all, unit } = share;
    return { measure, group, share: { free, known, all, unit }, uncounted, date, origin };
  };
  const { bySoftware, byInstallation, byUser, byCost, byLayer, byDepartment } = declared;
  return [
    row("software", bySoftware),
    row("installation", byInstallation),
    row("user", byUser, null, byUser.uncounted),
    ...(byCost === null ? [] : [row("cost", byCost, null, byCost.uncounted)]),
    ...byLayer.map(({ layer, share }) => row("layer", share, layer)),
    ...(byDepartment ?? []).map(({ department, share }) => row("department", share, department?.name ?? "")),
  ];
}

/** Every share of what is observed. An average is no share: it is in the files that can carry it. */
export function observedRows({ software, copies, systems }: Observed, date: LocalDate): readonly MeasureRow[] {
  const row = (measure: MeasureKey, share: Share): MeasureRow => ({ measure, group: null, share, uncounted: 0, date, origin: "observed" });
  return [row("observed-software", software), row("copy", copies), row("system", systems)];
}
