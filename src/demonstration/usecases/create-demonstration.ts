import { authorityBySlug } from "#src/authorities/public.ts";
import { addDays, dayOf } from "#src/kernel/dates.ts";
import { ok } from "#src/kernel/result.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { CONTRACTS } from "../data/contracts.ts";
import { INSTALLATIONS } from "../data/installations.ts";
import { PEOPLE, TOWN, TOWN_AGE } from "../data/people.ts";
import { SKILLS } from "../data/skills.ts";
import { STORIES } from "../data/stories.ts";
import { DRAFT } from "../data/words.ts";
import { alone, isCatalogueEmpty, wasJournalled } from "../db/state.ts";
import { workingDay } from "./days.ts";
import { contractEvents, skillEvents } from "./declare-contracts.ts";
import { declareEvents } from "./declare-inventory.ts";
import { markAllRead, saveDraft } from "./doors.ts";
import { figureEvents } from "./keep-figures.ts";
import { eventsOf } from "./play-story.ts";
import { machineEvents } from "./report-machines.ts";
import { type Event, playInOrder } from "./timeline.ts";
import { emailOf, foundTown, idFor, named, type Town } from "./town.ts";

export type DemonstrationLink = { readonly name: string; readonly roles: readonly Role[]; readonly jobTitle: string; readonly url: string };

/** Makes the fictional town unless it is there, and answers a sign-in link for one person of each role: for one use, for a day. */
export function createDemonstration(deps: Deps): Promise<readonly DemonstrationLink[]> {
  return alone(deps.db, async (db) => {
    if (!(await isWhole(db))) await makeTown({ ...deps, db });
    return signInLinks(deps);
  });
}

async function signInLinks({ auth }: Deps): Promise<readonly DemonstrationLink[]> {
  const links: DemonstrationLink[] = [];
  for (const { name, roles, jobTitle, signsIn } of PEOPLE) {
    if (signsIn) links.push({ name, roles, jobTitle, url: await auth.signInLink(emailOf(name)) });
  }
  return links;
}

/** Journalled last: a town without it was interrupted, and is taken up where it stopped. */
const WHOLE = "demonstration-made";

async function isWhole(db: Database): Promise<boolean> {
  const town = await authorityBySlug(db, TOWN.slug);
  return town !== undefined && (await readAuthority(db, town.id, (reader) => wasJournalled(reader, WHOLE)));
}

async function makeTown(deps: Deps): Promise<void> {
  if (await isCatalogueEmpty(deps.db)) await loadCatalogue(deps.db, "data/catalogue");
  const today = deps.now();
  const founded = daysBefore(today, TOWN_AGE);
  const town = await foundTown({ ...deps, now: () => founded, mailer: undefined });
  await playInOrder(deps, pastOf(town, today));
  await inAuthority(deps.db, town.id, async (trx) => {
    await journal(trx, { what: WHOLE, subject: { type: "authority", id: town.id }, content: {}, by: null, at: today });
    return ok(null);
  });
}

/** All that happened in the town, in no order. */
export function pastOf(town: Town, today: Date): readonly Event[] {
  return [
    ...declareEvents(INSTALLATIONS, town, today),
    ...machineEvents(town, today),
    ...contractEvents(CONTRACTS, town, today),
    ...skillEvents(SKILLS, town, today),
    ...figureEvents(town, today),
    ...STORIES.flatMap((story, index) => eventsOf(story, town, today, index)),
    { at: daysBefore(today, NOTIFICATIONS_READ), play: (deps) => readNotifications(deps, town) },
    { at: daysBefore(today, DRAFT.age, "13:24"), play: (deps) => writeDraft(deps, town) },
  ];
}

/** Older news than these days was read; what came since waits for its reader. */
const NOTIFICATIONS_READ = 6;

async function readNotifications(deps: Deps, town: Town): Promise<void> {
  for (const agent of town.people.values()) await markAllRead(deps, agent);
}

async function writeDraft(deps: Deps, town: Town): Promise<void> {
  const { person, titre, besoin, agents } = DRAFT;
  const agent = named(town.people, person);
  await saveDraft(deps, agent, { id: idFor(town, "draft"), typed: { titre, besoin, agents, service: agent.departmentId } });
}

function daysBefore(today: Date, days: number, time = "06:00"): Date {
  return new Date(`${workingDay(addDays(dayOf(today), -days))}T${time}:00Z`);
}
