/** The door of the contracts. Readers take an AuthorityReader or an AuthorityTransaction. */

export {
  contractsOfSupplier,
  costsOf,
  currentContracts,
  type StandingContract,
  type YearlyCost,
  yearlyCosts,
} from "./db/costs.ts";
export type { Contract, ContractFacts, ContractId, ContractKind, Covered, Renewal } from "./domain/contract.ts";
export { CONTRACT_KINDS, RENEWALS } from "./domain/contract.ts";
export { type ContractState, type Term, termOf } from "./domain/term.ts";
export { closeContract } from "./usecases/close-contract.ts";
export { coverInstallations } from "./usecases/cover-installations.ts";
export { type DeclareContractInput, declareContract } from "./usecases/declare-contract.ts";
