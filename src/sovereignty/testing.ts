import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { SaidAnswer } from "./domain/grid.ts";
import { answerQuestion } from "./usecases/answer-question.ts";

/** Somebody answers a question of the grid for the first time: whether the data can be taken away, unless said. */
export async function anAnswer(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  installationId: string,
  said: Partial<SaidAnswer> = {},
): Promise<void> {
  const whole = { question: "exit", answer: "yes", reason: "Export complet essayé.", ...said } as const;
  const result = await answerQuestion(deps, agent, { ...whole, installationId, version: 0 });
  if (!result.ok) throw new Error(result.error.kind);
}
