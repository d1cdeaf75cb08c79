import { addDays, dayOf } from "#src/kernel/dates.ts";
import { inventoryStore, mappingRules, type ObservedPackage, packageDictionary, placeMachine } from "#src/machines/public.ts";
import type { Deps } from "#src/platform/deps.ts";
import { MACHINES, type MachineFacts, PROFILES, type Profile } from "../data/machines.ts";
import { DECLARES_INVENTORY } from "../data/people.ts";
import { workingDay } from "./days.ts";
import type { Event } from "./timeline.ts";
import { named, type Town } from "./town.ts";

/** Agents came to the machines that many days ago, a few each day. */
const AGENTS_AGE = 150;
const MINUTE = 60_000;
/** What has come to the machines since their first inventory, by its place in the lists. */
const RECENT: readonly number[] = [4, 5];

/** Each machine reports when its agent comes, then again lately; a silent one not since. */
export function machineEvents(town: Town, today: Date): readonly Event[] {
  const on = (days: number, minutes: number): Date =>
    new Date(Date.parse(`${workingDay(addDays(dayOf(today), -days))}T05:20:00Z`) + minutes * MINUTE);
  return MACHINES.flatMap((facts, index): Event[] => {
    const first: Event = { at: on(AGENTS_AGE - (index % 7), index), play: (deps) => firstReport(deps, town, facts) };
    const again = facts.silentFor === undefined ? new Date(today.getTime() - (index + 1) * MINUTE) : on(facts.silentFor, index);
    return [first, { at: again, play: async (deps) => void (await report(deps, town, facts, packagesOf(facts))) }];
  });
}

async function firstReport(deps: Deps, town: Town, facts: MachineFacts): Promise<void> {
  const id = await report(
    deps,
    town,
    facts,
    packagesOf(facts).filter((_, place) => !RECENT.includes(place)),
  );
  if (facts.department === undefined) return;
  const placed = await placeMachine(deps, named(town.people, DECLARES_INVENTORY), {
    id,
    departmentId: named(town.departments, facts.department),
  });
  if (!placed.ok) throw new Error(`${facts.name} has no department: ${JSON.stringify(placed.error)}`);
}

/** As if it had come through the agents' door. */
async function report(deps: Deps, town: Town, facts: MachineFacts, packages: readonly ObservedPackage[]): Promise<string> {
  const { name, profile, model, copiedFrom } = facts;
  const { system, kind, model: usual }: Profile = PROFILES[profile];
  const store = inventoryStore(
    deps,
    packageDictionary(deps.db, () => mappingRules()),
  );
  const { machineId } = await store({
    authorityId: town.id,
    agentIdentity: `demonstration-${copiedFrom ?? name}`,
    inventory: {
      deviceId: name,
      partial: false,
      agent: "GLPI-Agent_v1.11",
      name,
      model: model ?? usual,
      kind,
      system,
      packages,
      hardware: `demonstration:${name}`,
    },
  });
  return machineId;
}

function packagesOf({ profile, extra = [] }: MachineFacts): readonly ObservedPackage[] {
  const { software, origin }: Profile = PROFILES[profile];
  return [...software, ...extra].map((line) => {
    const [name = "", version = "", publisher = ""] = line.split(" | ").map((part) => part.replace(/\|/g, "").trim());
    return { name, version, publisher, origin };
  });
}
