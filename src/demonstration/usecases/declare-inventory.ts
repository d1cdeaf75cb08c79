import {
  addInterface,
  changeState,
  type DeclareInput,
  declareInstallation,
  installationById,
  NO_DETAILS,
  retireInstallation,
} from "#src/inventory/public.ts";
import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { DETAILS, INTERFACES } from "../data/installation-details.ts";
import type { InstallationFacts } from "../data/installation-facts.ts";
import { DECLARES_INVENTORY, INVENTORY_AGE } from "../data/people.ts";
import { workingDay } from "./days.ts";
import type { Event } from "./timeline.ts";
import { idFor, named, type Town } from "./town.ts";

const MINUTE = 60_000;
const TIED_DAYS_AGO = 15;

/** What the town runs, declared one after the other when Beffroi came, or on the day when it came into service since. */
export function declareEvents(installations: readonly InstallationFacts[], town: Town, today: Date): readonly Event[] {
  const dayBefore = (days: number): LocalDate => workingDay(addDays(dayOf(today), -days));
  const declared = installations.flatMap((facts, index) => {
    const at = (day: LocalDate): Date => new Date(Date.parse(`${day}T06:30:00Z`) + index * MINUTE);
    const since = facts.since === undefined ? null : dayBefore(facts.since);
    const declared = dayBefore(Math.min(facts.declared ?? facts.since ?? INVENTORY_AGE, INVENTORY_AGE));
    const events: Event[] = [{ at: at(declared), play: (deps) => declare(deps, town, facts, since) }];
    for (const [to, days] of [
      ["leaving", facts.leavingSince],
      ["retired", facts.retired],
    ] as const) {
      if (days === undefined) continue;
      const day = dayBefore(days);
      events.push({ at: at(day), play: (deps) => move(deps, town, facts.name, to, day) });
    }
    return events;
  });
  return [...declared, ...tieEvents(town, today)];
}

/** When all was declared, what each needs of the others was declared at last. */
function tieEvents(town: Town, today: Date): readonly Event[] {
  const at = new Date(Date.parse(`${workingDay(addDays(dayOf(today), -TIED_DAYS_AGO))}T14:00:00Z`));
  return INTERFACES.map((tie, index) => ({
    at: new Date(at.getTime() + index * MINUTE),
    play: async (deps: Deps) => {
      const result = await addInterface(deps, named(town.people, DECLARES_INVENTORY), {
        id: idFor<string>(town, "interface", `${tie.from} ${tie.to} ${tie.kind}`),
        installationId: named(town.installations, tie.from),
        neededId: named(town.installations, tie.to),
        kind: tie.kind,
        description: tie.description ?? "",
      });
      if (!result.ok) throw new Error(`The inventory refuses that ${tie.from} need ${tie.to}: ${JSON.stringify(result.error)}`);
    },
  }));
}

async function declare(deps: Deps, town: Town, facts: InstallationFacts, inServiceOn: LocalDate | null): Promise<void> {
  const { name, purpose, users = null, free = null, departments, state = "in-service" } = facts;
  const id = idFor<InstallationId>(town, "installation", name);
  const departmentIds = departments.map((department) => named(town.departments, department));
  const { answerable, ...details } = DETAILS[name] ?? {};
  const answerableDepartmentId = answerable === undefined ? null : named(town.departments, answerable);
  const declared = { ...NO_DETAILS, ...details, answerableDepartmentId, name, declaredFree: free, purpose, users, departmentIds };
  const input: DeclareInput = { id, facts: declared, state, inServiceOn, another: false };
  const result = await declareInstallation(deps, named(town.people, DECLARES_INVENTORY), input);
  if (!result.ok) throw new Error(`The inventory refuses ${name}: ${JSON.stringify(result.error)}`);
  town.installations.set(name, id);
}

async function move(deps: Deps, town: Town, name: string, to: "leaving" | "retired", day: LocalDate): Promise<void> {
  const id = named(town.installations, name);
  const from = (await readAuthority(deps.db, town.id, (reader) => installationById(reader, id)))?.state;
  if (from === undefined) throw new Error(`${name} is not in the inventory`);
  const agent = named(town.people, DECLARES_INVENTORY);
  const result = await (to === "retired"
    ? retireInstallation(deps, agent, { id, from, day })
    : changeState(deps, agent, { id, from, to, day }));
  if (!result.ok) throw new Error(`The inventory refuses that ${name} be ${to}: ${JSON.stringify(result.error)}`);
}
