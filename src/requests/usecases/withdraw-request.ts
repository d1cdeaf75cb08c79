import type { Agent } from "#src/kernel/agent.ts";
import { refused } from "#src/kernel/result.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { loadRequest } from "../db/request-repository.ts";
import { withdraw as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

/** The requester takes the need back, or a reviewer ends it for them: what was written stays. */
export async function withdrawRequest(deps: Deps, agent: Agent, input: EntryInput & { readonly reason: string }): Answer {
  const request = await readAuthority(deps.db, agent.authorityId, (reader) => loadRequest(reader, input.requestId));
  if (request !== undefined && request.submittedBy !== agent.id && !agent.may("review-requests")) return refused({ kind: "not-allowed" });
  return addEntry(deps, agent, "take-part-in-request", input, (loaded) => decide(loaded, { kind: "withdrawn", reason: input.reason }));
}
