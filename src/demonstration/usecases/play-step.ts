import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { GUARANTOR } from "../data/people.ts";
import {
  addCandidate,
  answerWaiver,
  concludeGate,
  confirmUse,
  countersign,
  type Gate,
  type Need,
  openRound,
  postMessage,
  progressOf,
  recordSearch,
  recordStudy,
  requestWaiver,
  rewordConclusion,
  type SoftwareRequest,
  sendBack,
  structureNeed,
  withdrawRequest,
} from "./doors.ts";
import { addWhatIsKnown, examine, examineTheRest } from "./examine.ts";
import { moveSolution } from "./move-solution.ts";
import { studyFrom } from "./need.ts";
import type { Step } from "./story.ts";
import { accepted, candidateNamed, needOf, requesterOf, requestOf, type Telling } from "./telling.ts";
import { idFor, named } from "./town.ts";

/** One step of a story, told and kept: what it wrote is the request that the next step reads. */
export async function playStep(deps: Deps, telling: Telling, step: Step, index: number): Promise<void> {
  const { story, town } = telling;
  if ("newRound" in step) return startRound(deps, telling, step, index);
  if ("move" in step) return moveSolution(deps, telling, step);
  if ("structure" in step) telling.facts = { ...telling.facts, ...step.structure };
  const need = needOf(telling);
  const entryId = idFor<string>(town, story.key, index);
  // Taken up where it stopped: this was written already.
  if ((await requestOf(deps, telling)).entries.some(({ id }) => id === entryId)) return;
  if ("examine" in step) await addWhatIsKnown(deps, telling, step.examine);
  if ("ruleOut" in step) await examineTheRest(deps, telling);
  const request = await requestOf(deps, telling);
  const answer = await write(deps, telling, step, { request, need, input: { requestId: request.id, entryId } });
  telling.request = accepted(answer, telling, step.day).request;
}

type Turn = {
  readonly request: SoftwareRequest;
  readonly need: Need;
  readonly input: { readonly requestId: string; readonly entryId: string };
};
type Written =
  | ReturnType<typeof concludeGate>
  | ReturnType<typeof examine>
  | ReturnType<typeof addCandidate>
  | ReturnType<typeof structureNeed>
  | ReturnType<typeof postMessage>;

function write(deps: Deps, telling: Telling, step: Step, turn: Turn): Written {
  const { story, town } = telling;
  const { request, need, input } = turn;
  const acting = (usual: string): Agent => named(town.people, step.by ?? usual);
  const reviewer = acting(story.reviewer);
  const gate = gateOf(request);
  if ("search" in step) return recordSearch(deps, reviewer, { ...input, gate, query: step.search });
  if ("propose" in step)
    return addCandidate(deps, reviewer, { ...input, gate, origin: { type: "catalogue", slug: step.propose }, name: "", licence: null });
  if ("enter" in step)
    return addCandidate(deps, reviewer, { ...input, gate, origin: { type: "entered" }, name: step.enter, licence: null });
  if ("examine" in step) return examine(deps, reviewer, telling, request, { ...step, entryId: input.entryId });
  if ("structure" in step) return structureNeed(deps, reviewer, { ...input, need, why: step.why ?? null });
  if ("ruleOut" in step) return concludeGate(deps, reviewer, { ...input, gate, verdict: { kind: "ruled-out" }, statement: step.ruleOut });
  if ("retain" in step) {
    const verdict = { kind: "retained", candidateId: candidateNamed(request, step.retain).id } as const;
    return concludeGate(deps, reviewer, { ...input, gate, verdict, statement: step.because });
  }
  if ("study" in step)
    return recordStudy(deps, reviewer, { ...input, study: studyFrom(step.study, telling.submitted), why: step.why ?? null });
  if ("reword" in step)
    return rewordConclusion(deps, reviewer, {
      ...input,
      conclusionId: lastOf(request, "gate-concluded", step.reword),
      statement: step.to,
      why: step.why,
    });
  if ("ask" in step) return postMessage(deps, reviewer, { ...input, kind: "question-asked", text: step.ask, files: [] });
  if ("askWaiver" in step) {
    const candidateId = candidateNamed(request, step.of).id;
    return requestWaiver(deps, reviewer, { ...input, candidateId, object: step.askWaiver, reason: step.because });
  }
  return writeByOthers(deps, step, turn, {
    guarantor: acting(GUARANTOR),
    requester: step.by === undefined ? requesterOf(telling) : reviewer,
  });
}

/** The steps of the guarantor, then those of the requester. */
function writeByOthers(
  deps: Deps,
  step: Step,
  { request, input }: Turn,
  { guarantor, requester }: Record<"guarantor" | "requester", Agent>,
): Written {
  const concluded = { ...input, conclusionId: lastOf(request, "gate-concluded") };
  if ("countersign" in step) return countersign(deps, guarantor, { ...concluded, statement: step.countersign });
  if ("sendBack" in step) return sendBack(deps, guarantor, { ...concluded, reason: step.sendBack });
  if ("answerWaiver" in step) {
    const requestedBy = lastOf(request, "waiver-requested");
    return answerWaiver(deps, guarantor, { ...input, requestedBy, granted: step.answerWaiver, reason: step.because });
  }
  if ("answer" in step) return postMessage(deps, requester, { ...input, kind: "answer-given", text: step.answer, files: [] });
  if ("confirm" in step) return confirmUse(deps, requester, { ...input, outcome: step.confirm, reason: step.because });
  if ("withdraw" in step) return withdrawRequest(deps, requester, { ...input, reason: step.withdraw });
  throw new Error(`Nobody knows how to play day ${step.day}`);
}

function gateOf(request: SoftwareRequest): Gate {
  const progress = progressOf(request);
  return progress.status === "unmet" ? "in-house-development" : progress.gate;
}

function lastOf({ entries }: SoftwareRequest, kind: "gate-concluded" | "waiver-requested", gate?: Gate): string {
  const last = entries.findLast(
    ({ content }) => content.kind === kind && (gate === undefined || ("gate" in content && content.gate === gate)),
  );
  return last?.id ?? "";
}

async function startRound(
  deps: Deps,
  telling: Telling,
  { newRound, day }: Extract<Step, { newRound: string }>,
  index: number,
): Promise<void> {
  const { story, town, requestId: previousId } = telling;
  const id = idFor<string>(town, story.key, "round", index);
  const opened = accepted(await openRound(deps, requesterOf(telling), { previousId, id, why: newRound }), telling, day);
  telling.requestId = opened.id;
  telling.request = undefined;
}
