import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { Cents } from "#src/kernel/money.ts";

/** An installation as far as its dependence is concerned. */
export type Node = {
  readonly id: InstallationId;
  readonly name: string;
  readonly softwareSlug: string | null;
  readonly free: boolean | null;
  /** Null: not known. */
  readonly users: number | null;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Empty on the premises. */
  readonly hostName: string;
  readonly hosting: string | null;
  readonly dataCountry: string | null;
};

/** `installationId` does not work, or not wholly, without `neededId`. */
export type Need = { readonly installationId: InstallationId; readonly neededId: InstallationId; readonly kind: string };

/** A contract that runs, and what it covers. */
export type RunningContract = {
  readonly id: string;
  readonly title: string;
  readonly supplierId: string | null;
  readonly supplierName: string;
  /** Cents a year, excluding tax. Null: not known. */
  readonly yearlyAmount: Cents | null;
  readonly covers: readonly InstallationId[];
  /** Of the running term. */
  readonly endsOn: LocalDate | null;
  readonly noticeBy: LocalDate | null;
};

/** What somebody, or a supplier, can do for an installation. */
export type Holding = {
  readonly installationId: InstallationId;
  readonly holder: "person" | "supplier" | "authority";
  readonly personId: string | null;
  readonly supplierId: string | null;
  readonly name: string;
  readonly abilities: readonly string[];
};

/** What an authority runs and whom it depends on, on one day. */
export type World = {
  readonly today: LocalDate;
  readonly nodes: readonly Node[];
  readonly needs: readonly Need[];
  readonly contracts: readonly RunningContract[];
  readonly holdings: readonly Holding[];
};
