import type { LocalDate } from "#src/kernel/dates.ts";
import { foldedKey } from "./folded-key.ts";
import type { Node, RunningContract, World } from "./world.ts";

/** What may happen to those on whom an authority depends. */
export const EVENT_KINDS = ["supplier-closes", "price-rises", "software-ends", "licence-changes", "person-leaves", "host-is-lost"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type SupplierName = { readonly supplierId: string | null; readonly supplierName: string };

export type Event =
  | ({ readonly kind: "supplier-closes" } & SupplierName)
  | ({ readonly kind: "price-rises"; readonly percent: number } & SupplierName)
  | { readonly kind: "software-ends"; readonly slug: string; readonly on: LocalDate | null }
  | { readonly kind: "licence-changes"; readonly slug: string }
  | { readonly kind: "person-leaves"; readonly personId: string }
  /** `hostName` empty: the authority's own premises. */
  | { readonly kind: "host-is-lost"; readonly hostName: string };

export const MOST_PERCENT = 1_000;

/** A rise that can be reckoned: from a hundredth of a percent to ten times over. */
export function isPercent(percent: number): boolean {
  return Number.isFinite(percent) && percent > 0 && percent <= MOST_PERCENT;
}

/** Pure: the contracts with the supplier that the event names. One written by hand is known by its name alone. */
export function contractsWith({ contracts }: World, { supplierId, supplierName }: SupplierName): readonly RunningContract[] {
  const name = foldedKey(supplierName);
  return contracts.filter((contract) =>
    supplierId !== null && contract.supplierId !== null ? contract.supplierId === supplierId : foldedKey(contract.supplierName) === name,
  );
}

/** Pure: what the event hits first, before what depends on it. */
export function hitFirst(world: World, event: Event): readonly Node[] {
  switch (event.kind) {
    case "supplier-closes": {
      const covered = new Set(contractsWith(world, event).flatMap(({ covers }) => covers));
      const name = foldedKey(event.supplierName);
      return world.nodes.filter(({ id, hostName }) => covered.has(id) || (hostName !== "" && foldedKey(hostName) === name));
    }
    case "price-rises": {
      const covered = new Set(contractsWith(world, event).flatMap(({ covers }) => covers));
      return world.nodes.filter(({ id }) => covered.has(id));
    }
    case "software-ends":
    case "licence-changes":
      return world.nodes.filter(({ softwareSlug }) => softwareSlug === event.slug);
    case "person-leaves": {
      const held = new Set(
        world.holdings.filter(({ personId }) => personId === event.personId).map(({ installationId }) => installationId),
      );
      return world.nodes.filter(({ id }) => held.has(id));
    }
    case "host-is-lost": {
      const name = foldedKey(event.hostName);
      return world.nodes.filter(({ hosting, hostName }) =>
        name === "" ? hosting === "on-premises" : hosting !== "on-premises" && foldedKey(hostName) === name,
      );
    }
  }
}

/** True when what the event hits stops working: what depends on it is hit too. A dearer contract, or a licence, stops nothing by itself. */
export function stopsService({ kind }: Event): boolean {
  return kind === "supplier-closes" || kind === "software-ends" || kind === "host-is-lost";
}
