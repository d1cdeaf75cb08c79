import type { InstallationId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import { instantsOf } from "./days.ts";
import { submitRequest } from "./doors.ts";
import { dayAfter } from "./need.ts";
import { playStep } from "./play-step.ts";
import type { Story } from "./story.ts";
import { accepted, needOf, requesterOf, type Telling } from "./telling.ts";
import type { Event } from "./timeline.ts";
import { idFor, named, type Town } from "./town.ts";

/** A story as events of the town's past: its submission, then its steps. `seed` spreads the stories over the hours of the day. */
export function eventsOf(story: Story, town: Town, today: Date, seed: number): readonly Event[] {
  const days = [0, ...story.steps.map(({ day }) => day)].map((day) => dayAfter(today, day - story.age));
  const [submitted = today, ...instants] = instantsOf(days, seed);
  const telling: Telling = {
    story,
    town,
    submitted,
    requirementIds: new Map(),
    facts: story.need,
    requestId: idFor(town, story.key),
    request: undefined,
  };
  const steps = story.steps.map(
    (step, index): Event => ({ at: instants[index] ?? today, play: (deps) => playStep(deps, telling, step, index) }),
  );
  return [{ at: submitted, play: (deps) => submit(deps, telling) }, ...steps];
}

async function submit(deps: Deps, telling: Telling): Promise<void> {
  const { story, town, requestId: id } = telling;
  const fits = story.fits === undefined ? null : named<InstallationId>(town.installations, story.fits);
  accepted(await submitRequest(deps, requesterOf(telling), { id, need: needOf(telling), fits }), telling);
}
