import type { Agent } from "#src/kernel/agent.ts";
import type { Result } from "#src/kernel/result.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { candidatesOf, loadRequest, type Need, progressOf, type SoftwareRequest } from "./doors.ts";
import { needFrom } from "./need.ts";
import type { NeedFacts, Story } from "./story.ts";
import { named, type Town } from "./town.ts";

/** A story while it is told: what its next step needs of what was written before. */
export type Telling = {
  readonly story: Story;
  readonly town: Town;
  readonly submitted: Date;
  readonly requirementIds: Map<string, string>;
  facts: NeedFacts;
  requestId: string;
  /** As it stands; undefined where it must be read again. */
  request: SoftwareRequest | undefined;
};

export function requesterOf({ story, town }: Telling): Agent {
  return named(town.people, story.by);
}

/** The need as the facts now tell it. */
export function needOf(telling: Telling): Need {
  const { departmentId, name } = requesterOf(telling);
  if (departmentId === null) throw new Error(`${name} is of no department`);
  return needFrom(telling.facts, telling.submitted, departmentId, telling.requirementIds);
}

/** The request as it stands. */
export async function requestOf(deps: Deps, telling: Telling): Promise<SoftwareRequest> {
  const { requestId, town } = telling;
  telling.request ??= await readAuthority(deps.db, town.id, (reader) => loadRequest(reader, requestId));
  if (telling.request === undefined) throw new Error(`The request of story ${telling.story.key} is missing`);
  return telling.request;
}

export type Candidate = ReturnType<typeof candidatesOf>[number];

/** The candidate of that name at the open gate. */
export function candidateNamed(request: SoftwareRequest, name: string): Candidate {
  const progress = progressOf(request);
  const gate = progress.status === "unmet" ? undefined : progress.gate;
  const found = candidatesOf(request, gate).findLast((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No candidate of ${request.reference} is named ${name}`);
  return found;
}

/** A refusal here is a mistake in the story: it is told with its day. */
export function accepted<T>(result: Result<T, unknown>, { story }: Pick<Telling, "story">, day = 0): T {
  if (result.ok) return result.value;
  throw new Error(`The procedure refuses day ${day} of story ${story.key}: ${JSON.stringify(result.error)}`);
}
