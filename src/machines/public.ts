/** The door of observed machines for other slices. Readers take an AuthorityReader or an AuthorityTransaction. */

export { agentTokensOf } from "./db/agent-tokens.ts";
export {
  machineTotals,
  observedSoftware,
  type SystemCount,
  systemsOfWorkstations,
  type WorkstationFreedom,
  workstationFreedom,
} from "./db/observed.ts";
export type { AgentToken } from "./domain/agent-token.ts";
export type { Inventory, MachineKind, ObservedPackage, System } from "./domain/inventory.ts";
export type { ObservedSoftware } from "./domain/observed.ts";
export { SILENT_AFTER_DAYS, silentBefore } from "./domain/silence.ts";
export { type Classified, classifyPackages, startClassifying } from "./usecases/classify-packages.ts";
export {
  type CreateAgentTokenInput,
  type CreateAgentTokenRefusal,
  createAgentToken,
  createAgentTokenByCommand,
  type MadeAgentToken,
} from "./usecases/create-agent-token.ts";
export { mappingRules } from "./usecases/load-mapping.ts";
export { packageDictionary } from "./usecases/package-dictionary.ts";
export { placeMachine } from "./usecases/place-machine.ts";
export { removeUnusedPackagesDaily } from "./usecases/remove-unused-packages.ts";
export { type RevokeAgentTokenRefusal, revokeAgentToken, revokeAgentTokenByCommand } from "./usecases/revoke-agent-token.ts";
export { inventoryStore } from "./usecases/store-inventory.ts";
