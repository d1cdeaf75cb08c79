import { installationById } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { serveAnotherPurpose } from "../data/words.ts";
import { addCandidate, candidatesOf, examineCandidate, progressOf, type SoftwareRequest } from "./doors.ts";
import { examinationFrom } from "./need.ts";
import type { Step } from "./story.ts";
import { accepted, candidateNamed, needOf, requestOf, type Telling } from "./telling.ts";
import { idFor, named } from "./town.ts";

type Examining = Extract<Step, { examine: string }> & { readonly entryId: string };

export function examine(
  deps: Deps,
  reviewer: Agent,
  telling: Telling,
  request: SoftwareRequest,
  step: Examining,
): ReturnType<typeof examineCandidate> {
  const candidate = candidateNamed(request, step.examine);
  const opinion =
    "suits" in step ? ({ opinion: "suitable", reason: step.suits } as const) : ({ opinion: "rejected", reason: step.rejects } as const);
  const examination = examinationFrom(step, opinion, candidate, needOf(telling), telling.submitted);
  const { entryId, why = null } = step;
  return examineCandidate(deps, reviewer, { requestId: request.id, entryId, candidateId: candidate.id, examination, why });
}

/** What the story examines at gate 1 and the search did not bring up is added by hand, as a reviewer who knows the town would. */
export async function addWhatIsKnown(deps: Deps, telling: Telling, name: string): Promise<void> {
  const { story, town } = telling;
  const request = await requestOf(deps, telling);
  const progress = progressOf(request);
  if (progress.status !== "searching" || progress.gate !== "in-house") return;
  if (candidatesOf(request, "in-house").some((candidate) => candidate.name === name)) return;
  const origin = { type: "installation", installationId: named(town.installations, name) } as const;
  const input = {
    requestId: request.id,
    entryId: idFor<string>(town, story.key, "known", name),
    gate: "in-house",
    origin,
    name,
    licence: null,
  } as const;
  telling.request = accepted(await addCandidate(deps, named(town.people, story.reviewer), input), telling).request;
}

/** Before gate 1 is ruled out: what the search brought up and the story does not speak of serves another purpose, which is its own. */
export async function examineTheRest(deps: Deps, telling: Telling): Promise<void> {
  const { story, town } = telling;
  const request = await requestOf(deps, telling);
  const progress = progressOf(request);
  if (progress.status !== "searching" || progress.gate !== "in-house") return;
  const reviewer = named(town.people, story.reviewer);
  for (const { id: candidateId, name, origin, examined } of candidatesOf(request, "in-house")) {
    if (examined !== null || origin.type !== "installation") continue;
    const installation = await readAuthority(deps.db, town.id, (reader) => installationById(reader, origin.installationId));
    const opinion = { opinion: "rejected", reason: serveAnotherPurpose(installation?.purpose ?? name) } as const;
    const examination = { licence: null, knockOuts: {}, coverage: {}, cost: null, readyOn: null, ...opinion };
    const entryId = idFor<string>(town, story.key, "rest", name);
    const answer = await examineCandidate(deps, reviewer, { requestId: request.id, entryId, candidateId, examination, why: null });
    telling.request = accepted(answer, telling).request;
  }
}
