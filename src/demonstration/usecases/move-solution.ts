import { changeState, installationById } from "#src/inventory/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { startUse } from "#src/requests/public.ts";
import type { Step } from "./story.ts";
import { accepted, requestOf, type Telling } from "./telling.ts";
import { named } from "./town.ts";

/** What was decided is tried, or enters service: its request is told by the inventory, as ever. */
export async function moveSolution(deps: Deps, telling: Telling, { move, day }: Extract<Step, { move: string }>): Promise<void> {
  const { story, town } = telling;
  const { entries } = await requestOf(deps, telling);
  const sealed = entries.find(({ content }) => content.kind === "decision-sealed")?.content;
  const id = sealed?.kind === "decision-sealed" ? (sealed.installationId as InstallationId | null) : null;
  const installation = id === null ? undefined : await readAuthority(deps.db, town.id, (reader) => installationById(reader, id));
  if (installation === undefined) throw new Error(`Story ${story.key} decided nothing that could be put in service on day ${day}`);
  const { state: from } = installation;
  accepted(
    await changeState(deps, named(town.people, story.reviewer), { id: installation.id, from, to: move, day: dayOf(deps.now()) }, startUse),
    telling,
    day,
  );
  telling.request = undefined;
}
