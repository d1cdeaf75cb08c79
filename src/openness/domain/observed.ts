import { type Freedom, ratioOf, type Share, shareOf } from "./share.ts";

/** What agents see. Software that counts alone: neither libraries nor parts. */
export type Seen = {
  readonly software: readonly { readonly slug: string; readonly free: Freedom }[];
  readonly workstations: readonly SoftwareOfWorkstation[];
  readonly systems: readonly WorkstationSystem[];
};
/** How many of one workstation's software are free, not free, and neither for all we know. */
export type SoftwareOfWorkstation = { readonly free: number; readonly notFree: number; readonly unknown: number };
export type System = "linux" | "windows" | "macos" | "other";
export const SYSTEMS = ["linux", "windows", "macos", "other"] as const satisfies readonly System[];
export type WorkstationSystem = { readonly system: System; readonly systemName: string; readonly machines: number };

/** The mean, over workstations, of each one's own share: a workstation with much software weighs no more than another. */
export type Average = {
  /** Null: nothing to count. */
  readonly ratio: number | null;
  /** Workstations of which at least one software is known to be free or not, out of all those that said what they run. */
  readonly counted: number;
  readonly all: number;
};
export type OfSystem = { readonly system: System; readonly machines: number };

/** What is observed on workstations, counted four ways. */
export type Observed = {
  readonly software: Share;
  readonly copies: Share;
  readonly average: Average;
  /** Workstations whose own system is free. */
  readonly systems: Share;
  readonly bySystem: readonly OfSystem[];
};

/** Of « other », nobody knows: it may be a BSD as well as a closed system. */
const FREE_SYSTEMS: Readonly<Record<System, Freedom>> = { linux: true, windows: false, macos: false, other: null };

/** Null where no workstation says anything: nothing is observed, which is not a share of zero. */
export function observedToday({ software, workstations, systems }: Seen): Observed | null {
  if (workstations.length === 0 && systems.length === 0) return null;
  return {
    software: shareOf("software", software, ({ free }) => free),
    copies: copies(workstations),
    average: average(workstations),
    systems: shareOf(
      "workstation",
      systems,
      ({ system }) => FREE_SYSTEMS[system],
      ({ machines }) => machines,
    ),
    bySystem: bySystem(systems),
  };
}

export function copies(workstations: readonly SoftwareOfWorkstation[]): Share {
  const sum = (part: keyof SoftwareOfWorkstation): number => workstations.reduce((total, each) => total + each[part], 0);
  const [free, notFree, unknown] = [sum("free"), sum("notFree"), sum("unknown")];
  return { free, known: free + notFree, all: free + notFree + unknown, unit: "copy" };
}

export function average(workstations: readonly SoftwareOfWorkstation[]): Average {
  const ratios = workstations.flatMap(({ free, notFree }) => ratioOf({ free, known: free + notFree }) ?? []);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return { ratio: ratios.length === 0 ? null : sum / ratios.length, counted: ratios.length, all: workstations.length };
}

/** Machines of each system that there is. */
export function bySystem(systems: readonly WorkstationSystem[]): readonly OfSystem[] {
  return SYSTEMS.map((system) => ({
    system,
    machines: systems.filter((each) => each.system === system).reduce((sum, { machines }) => sum + machines, 0),
  })).filter(({ machines }) => machines > 0);
}
