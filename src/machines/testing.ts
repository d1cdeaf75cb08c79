import type { Agent } from "#src/kernel/agent.ts";
import { type AuthorityId, newId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Inventory, ObservedPackage } from "./domain/inventory.ts";
import { compileRules, type MappingRules } from "./domain/mapping.ts";
import { choosePackage } from "./usecases/choose-package.ts";
import { createAgentToken } from "./usecases/create-agent-token.ts";
import { packageDictionary } from "./usecases/package-dictionary.ts";
import { inventoryStore, type StoredInventory } from "./usecases/store-inventory.ts";

export const NO_RULES: MappingRules = compileRules([]);

/** A package of Debian, unless told. */
export function aPackage(name: string, facts: Partial<ObservedPackage> = {}): ObservedPackage {
  return { name, version: "1.0-1", publisher: "Debian", origin: "deb", ...facts };
}

/** A complete inventory of a workstation under Debian, as it is read from an agent's message. */
export function anInventory(facts: Partial<Inventory> = {}): Inventory {
  return {
    deviceId: "poste-2026-01-05-08-00-00",
    partial: false,
    agent: "GLPI-Agent_v1.15",
    name: "poste",
    model: "OptiPlex 7010",
    kind: "workstation",
    system: { system: "linux", name: "Debian GNU/Linux 12 (bookworm)", version: "12" },
    packages: [aPackage("firefox-esr"), aPackage("libc6")],
    hardware: "uuid:4c4c4544003430108048b6c04f503732",
    ...facts,
  };
}

/** What an agent would report, stored as if it had come through the door. */
export function reported(
  deps: Pick<Deps, "db" | "now">,
  authorityId: AuthorityId,
  facts: Partial<Inventory> = {},
  { agentId, rules = NO_RULES }: { readonly agentId?: string; readonly rules?: MappingRules } = {},
): Promise<StoredInventory> {
  const inventory = anInventory(facts);
  const store = inventoryStore(
    deps,
    packageDictionary(deps.db, () => rules),
  );
  return store({ authorityId, agentIdentity: agentId ?? inventory.deviceId, inventory });
}

/** A token of an authority's agents, by its identifier. */
export async function aToken(
  deps: Pick<Deps, "db" | "now" | "config">,
  { administrator }: { readonly administrator: Agent },
): Promise<string> {
  const made = await createAgentToken(deps, administrator, { id: newId<string>(), label: "Mairie" });
  if (!made.ok) throw new Error("A first token can be made");
  return made.value.id;
}

/** A machine that changed since its first inventory, with a package of which its authority said what it is. */
export async function someMachines(
  deps: Pick<Deps, "db" | "now">,
  { id, reviewer }: { readonly id: AuthorityId; readonly reviewer: Agent },
): Promise<string> {
  const rules = compileRules([{ family: "deb", pattern: "firefox-esr", verdict: "software", slug: "firefox" }]);
  const outil = aPackage("outil");
  await reported(deps, id, { packages: [outil] }, { rules });
  const { machineId } = await reported(deps, id, { packages: [outil, aPackage("firefox-esr")] }, { rules });
  const chosen = await choosePackage(deps, reviewer, { key: "outil", slug: null });
  if (!chosen.ok) throw new Error("A package that a machine has can be chosen");
  return machineId;
}
