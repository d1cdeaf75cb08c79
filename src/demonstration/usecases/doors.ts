/** What the demonstration does in the other slices: nothing but their own use cases. */

export { markAllRead } from "#src/home/public.ts";
export { loadRequest } from "#src/requests/db/request-repository.ts";
export { candidatesOf } from "#src/requests/domain/candidates.ts";
export type { UseOutcome } from "#src/requests/domain/entries.ts";
export type { Cost, CostHeading, Coverage, Examination, KnockOutFinding, Study } from "#src/requests/domain/examination.ts";
export { type Gate, KNOCK_OUTS_AT, type KnockOut, type WaiverObject } from "#src/requests/domain/gates.ts";
export type { Need, PersonalData } from "#src/requests/domain/need.ts";
export { progressOf, type SoftwareRequest } from "#src/requests/domain/request.ts";
export { addCandidate } from "#src/requests/usecases/add-candidate.ts";
export { answerWaiver } from "#src/requests/usecases/answer-waiver.ts";
export { concludeGate } from "#src/requests/usecases/conclude-gate.ts";
export { confirmUse } from "#src/requests/usecases/confirm-use.ts";
export { countersign } from "#src/requests/usecases/countersign.ts";
export { examineCandidate } from "#src/requests/usecases/examine-candidate.ts";
export { openRound } from "#src/requests/usecases/open-round.ts";
export { postMessage } from "#src/requests/usecases/post-message.ts";
export { recordSearch } from "#src/requests/usecases/record-search.ts";
export { recordStudy } from "#src/requests/usecases/record-study.ts";
export { requestWaiver } from "#src/requests/usecases/request-waiver.ts";
export { rewordConclusion } from "#src/requests/usecases/reword-conclusion.ts";
export { saveDraft } from "#src/requests/usecases/save-draft.ts";
export { sendBack } from "#src/requests/usecases/send-back.ts";
export { structureNeed } from "#src/requests/usecases/structure-need.ts";
export { submitRequest } from "#src/requests/usecases/submit-request.ts";
export { withdrawRequest } from "#src/requests/usecases/withdraw-request.ts";
