/** The inventory's only door for other slices. Readers take an AuthorityReader or an AuthorityTransaction. */

export { type FirstUse, firstUseOf } from "./db/first-use.ts";
export { installationById, installationsOfSoftware } from "./db/installations.ts";
export { type MatchQuery, matchInstallations } from "./db/match-installations.ts";
export { type FreeShare, shareOfFree } from "./db/share-of-free.ts";
export type { Installation } from "./domain/installation.ts";
export type { InstallationMatch, MatchReason } from "./domain/match.ts";
export { type InstallationState, STATES as INSTALLATION_STATES } from "./domain/state.ts";
export { type ChangeStateInput, changeState } from "./usecases/change-state.ts";
export { type DeclareInput, declareInstallation } from "./usecases/declare-installation.ts";
export { type ExtendInput, type ExtendRefusal, extendInstallation } from "./usecases/extend-installation.ts";
export { type PlanInput, planInstallation } from "./usecases/plan-installation.ts";
export type { OnInService, PutInService } from "./usecases/put-in-service.ts";
export { retireInstallation } from "./usecases/retire-installation.ts";
