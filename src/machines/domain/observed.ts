import type { MachineKind, System } from "./inventory.ts";

/** A software of the catalogue, and on how many machines it was seen. */
export type ObservedSoftware = {
  readonly slug: string;
  readonly name: string;
  /** Null: the catalogue does not know. */
  readonly free: boolean | null;
  readonly machines: number;
  readonly workstations: number;
};

/** A package that no rule knows, under the name by which a choice is remembered. */
export type UnmappedPackage = {
  readonly key: string;
  /** As one of the machines names it. */
  readonly name: string;
  readonly publisher: string;
  readonly origins: readonly string[];
  readonly machines: number;
};

/** An authority's word on a package. */
export type Choice = {
  readonly key: string;
  readonly verdict: "software" | "part";
  readonly slug: string | null;
  readonly softwareName: string | null;
  readonly chosenBy: string;
  readonly chosenAt: Date;
};

/** An installed package, as the page of a machine tells it. */
export type InstalledPackage = {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly origin: string;
  /** The software it is, by the rules or by the authority's choice. Null: a part, or unknown. */
  readonly slug: string | null;
  readonly softwareName: string | null;
  readonly free: boolean | null;
  readonly licence: string | null;
  /** Said by the authority itself. */
  readonly chosen: boolean;
};

export type ListedMachine = {
  readonly id: string;
  readonly name: string;
  readonly kind: MachineKind;
  readonly model: string;
  readonly system: System;
  readonly systemName: string;
  readonly systemVersion: string;
  readonly agent: string;
  readonly agentIdentity: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly firstSeenAt: Date;
  readonly inventoriedAt: Date;
  readonly lastSeenAt: Date;
  readonly softwareAt: Date | null;
  /** How many packages count, are unknown, and are parts. */
  readonly counted: number;
  readonly unmapped: number;
  readonly parts: number;
  /** Another machine tells the same identity. */
  readonly shared: boolean;
};
