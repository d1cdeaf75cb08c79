/** The inventory's only door for other slices. Readers take an AuthorityReader or an AuthorityTransaction. */

export { type Choosable, type ChooseQuery, chooseInstallations } from "./db/choose-installations.ts";
export { type FirstUse, firstUseOf } from "./db/first-use.ts";
export { allInServiceFacts, type InServiceFacts } from "./db/in-service-facts.ts";
export { inUseOfSoftware } from "./db/in-use-of-software.ts";
export { installationById, installationsOfSoftware } from "./db/installations.ts";
export { interfacesOf, type Neighbour, neighboursOf } from "./db/interfaces.ts";
export { type MatchQuery, matchInstallations } from "./db/match-installations.ts";
export { type FreeShare, shareOfFree } from "./db/share-of-free.ts";
export { type StoodThen, standingOn } from "./db/standings.ts";
export { COUNTRIES, isCountry, UNION } from "./domain/countries.ts";
export {
  CRITICALITIES,
  type Criticality,
  DATA_KINDS,
  type DataKind,
  type Details,
  HOSTINGS,
  type Hosting,
  LAYERS,
  type Layer,
  NO_DETAILS,
  PERSONAL_DATA,
  type PersonalData,
} from "./domain/details.ts";
export type { Installation } from "./domain/installation.ts";
export type { Interface, InterfaceKind } from "./domain/interface.ts";
export type { InstallationMatch, MatchReason } from "./domain/match.ts";
export { type InstallationState, STATES as INSTALLATION_STATES } from "./domain/state.ts";
export { type AddInterfaceInput, type AddInterfaceRefusal, addInterface } from "./usecases/add-interface.ts";
export { type ChangeStateInput, changeState } from "./usecases/change-state.ts";
export { type DeclareInput, declareInstallation } from "./usecases/declare-installation.ts";
export { type ExtendInput, type ExtendRefusal, extendInstallation } from "./usecases/extend-installation.ts";
export { type PlanInput, planInstallation } from "./usecases/plan-installation.ts";
export type { OnInService, PutInService } from "./usecases/put-in-service.ts";
export { retireInstallation } from "./usecases/retire-installation.ts";
