import { addMonths, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { keepMonths } from "#src/openness/public.ts";
import { INVENTORY_AGE } from "../data/people.ts";
import type { Event } from "./timeline.ts";
import type { Town } from "./town.ts";

const DAY_MS = 24 * 3_600_000;

/** The share of free software is counted on the first day of each month since the inventory was declared, and today, as the server would have. */
export function figureEvents(town: Town, today: Date): readonly Event[] {
  const declared = dayOf(new Date(today.getTime() - INVENTORY_AGE * DAY_MS));
  const events: Event[] = [{ at: today, play: (deps) => keepMonths(deps, town.id) }];
  for (let month = firstOf(dayOf(today)); month > declared; month = addMonths(month, -1))
    events.push({ at: new Date(`${month}T03:20:00Z`), play: (deps) => keepMonths(deps, town.id) });
  return events;
}

function firstOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01` as LocalDate;
}
