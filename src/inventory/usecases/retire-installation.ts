import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type MoveAnswer, type MoveInput, moveInstallation } from "./move-installation.ts";

/** Somebody says that an installation is used no more, or that its plan is cancelled. It stays on record, and never comes back. */
export function retireInstallation(deps: Pick<Deps, "db" | "now">, agent: Agent, input: Omit<MoveInput, "to">): MoveAnswer {
  return moveInstallation(deps, agent, { ...input, to: "retired" });
}
