/** The door of the requests slice. */
export { GATES, type Gate } from "./domain/gates.ts";
export type { Need } from "./domain/need.ts";
export { startUse } from "./usecases/start-use.ts";

// What the home page reads.

export {
  type HomeDraft,
  type HomeLine,
  type HomeList,
  type HomeReader,
  type HomeRequests,
  homeRequests,
  type LeadTime,
  leadTime,
} from "./db/home-queries.ts";
export type { EntryKind } from "./domain/entries.ts";
export { isToConfirm, type Standing, standingOf } from "./domain/standing.ts";
export { standingInWords } from "./standing-texts.ts";

// What the demonstration plays: every move of the procedure, by its own use case.

export { loadRequest } from "./db/request-repository.ts";
export { candidatesOf } from "./domain/candidates.ts";
export type { UseOutcome } from "./domain/entries.ts";
export type { Cost, CostHeading, Coverage, Examination, KnockOutFinding, Study } from "./domain/examination.ts";
export { KNOCK_OUTS_AT, type KnockOut, type WaiverObject } from "./domain/gates.ts";
export type { PersonalData } from "./domain/need.ts";
export { progressOf, type SoftwareRequest } from "./domain/request.ts";
export { addCandidate } from "./usecases/add-candidate.ts";
export { answerWaiver } from "./usecases/answer-waiver.ts";
export { concludeGate } from "./usecases/conclude-gate.ts";
export { confirmUse } from "./usecases/confirm-use.ts";
export { countersign } from "./usecases/countersign.ts";
export { examineCandidate } from "./usecases/examine-candidate.ts";
export { openRound } from "./usecases/open-round.ts";
export { postMessage } from "./usecases/post-message.ts";
export { recordSearch } from "./usecases/record-search.ts";
export { recordStudy } from "./usecases/record-study.ts";
export { requestWaiver } from "./usecases/request-waiver.ts";
export { rewordConclusion } from "./usecases/reword-conclusion.ts";
export { saveDraft } from "./usecases/save-draft.ts";
export { sendBack } from "./usecases/send-back.ts";
export { structureNeed } from "./usecases/structure-need.ts";
export { submitRequest } from "./usecases/submit-request.ts";
export { withdrawRequest } from "./usecases/withdraw-request.ts";
