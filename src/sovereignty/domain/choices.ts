import { foldedKey } from "./folded-key.ts";
import type { World } from "./world.ts";

/** A supplier as an event names it: its identifier where the instance knows it, else its name. */
export type SupplierChoice = { readonly value: string; readonly supplierId: string | null; readonly supplierName: string };
export type SoftwareChoice = { readonly slug: string; readonly name: string };

/** Pure: suppliers with whom a contract runs, each once, in order of name. */
export function supplierChoices({ contracts }: World): readonly SupplierChoice[] {
  const found = new Map<string, SupplierChoice>();
  for (const { supplierId, supplierName } of contracts) {
    const value = supplierId ?? foldedKey(supplierName);
    if (!found.has(value)) found.set(value, { value, supplierId, supplierName });
  }
  return [...found.values()].sort((one, other) => one.supplierName.localeCompare(other.supplierName, "fr"));
}

/** Pure: hosts that are not the authority itself, each once, in order of name. */
export function hostChoices({ nodes }: World): readonly string[] {
  const found = new Map<string, string>();
  for (const { hostName } of nodes) if (hostName !== "" && !found.has(foldedKey(hostName))) found.set(foldedKey(hostName), hostName);
  return [...found.values()].sort((one, other) => one.localeCompare(other, "fr"));
}

/** Pure: software of the catalogue that runs, each once, in order of name. */
export function softwareChoices(
  nodes: readonly { readonly softwareSlug: string | null; readonly softwareName: string | null }[],
): readonly SoftwareChoice[] {
  const found = new Map<string, SoftwareChoice>();
  for (const { softwareSlug, softwareName } of nodes)
    if (softwareSlug !== null) found.set(softwareSlug, { slug: softwareSlug, name: softwareName ?? softwareSlug });
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "fr"));
}
