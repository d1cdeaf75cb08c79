import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { InstallationState } from "../domain/state.ts";
import { type MoveAnswer, type MoveInput, moveInstallation } from "./move-installation.ts";
import type { OnInService } from "./put-in-service.ts";

export type ChangeStateInput = MoveInput & { readonly to: Exclude<InstallationState, "retired"> };

/** Somebody says that an installation is tried, enters service, is about to be left, or stays after all. */
export function changeState(deps: Pick<Deps, "db" | "now">, agent: Agent, input: ChangeStateInput, onInService?: OnInService): MoveAnswer {
  return moveInstallation(deps, agent, input, onInService);
}
