/** A package as an agent names it. Of all that agents say of packages, this is what is kept. */
export type ObservedPackage = {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** deb, rpm, flatpak, snap, windows…; empty: not said. */
  readonly origin: string;
};

export const SYSTEMS = ["linux", "windows", "macos", "other"] as const;
export type System = (typeof SYSTEMS)[number];
export const MACHINE_KINDS = ["workstation", "server", "other"] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

export type OperatingSystem = { readonly system: System; readonly name: string; readonly version: string };

/** What an agent says of its machine, once all that must not be kept is dropped. Undefined: the section was not sent. */
export type Inventory = {
  /** The identity that older agents choose: the machine's name and the day of its first inventory. Newer ones have a better one. */
  readonly deviceId: string;
  /** Partial: a section that is not there did not change. */
  readonly partial: boolean;
  readonly agent: string;
  readonly name: string | undefined;
  readonly model: string | undefined;
  readonly kind: MachineKind | undefined;
  readonly system: OperatingSystem | undefined;
  readonly packages: readonly ObservedPackage[] | undefined;
  /** What the hardware says of itself, to be hashed and forgotten. Empty: nothing that tells two machines apart. */
  readonly hardware: string;
};

/** What came through the agents' door. */
export type AgentMessage =
  | { readonly kind: "prolog"; readonly deviceId: string }
  | { readonly kind: "contact"; readonly deviceId: string }
  | { readonly kind: "inventory"; readonly inventory: Inventory }
  /** Well written, but of something else: printers, switches, tasks that we do not give. */
  | { readonly kind: "unsupported"; readonly what: string }
  | { readonly kind: "unreadable"; readonly why: "no-message" | "no-content" | "no-identity" };
