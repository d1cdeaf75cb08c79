import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type WaysOut, waysOut } from "../db/replacements.ts";
import type { Event } from "../domain/event.ts";
import { type Impact, impactOf } from "../domain/impact.ts";
import { type Choices, readChoices } from "./read-choices.ts";
import { readWorld } from "./read-world.ts";

/** What is supposed, found among what may be: `event` is undefined where nothing is, or nothing that exists. */
export type Found<T> = { readonly event: Event | undefined } & T;
export type Consequences<T> = {
  readonly choices: Choices;
  readonly found: Found<T>;
  readonly isEmpty: boolean;
  /** Of the event. */
  readonly impact: Impact | undefined;
  readonly ways: readonly WaysOut[];
};

/** Reads what an authority depends on, finds there what is supposed, and follows it to those who are hit. */
export async function suppose<T>(
  reader: AuthorityReader,
  today: LocalDate,
  find: (choices: Choices) => Found<T>,
): Promise<Consequences<T>> {
  const world = await readWorld(reader, today);
  const choices = await readChoices(reader, world);
  const found = find(choices);
  const { event } = found;
  const impact = event === undefined ? undefined : impactOf(world, event);
  const first = (impact?.hits ?? []).filter(({ through }) => through.length === 0);
  const slugs = first.flatMap(({ node }) => (node.softwareSlug === null ? [] : [node.softwareSlug]));
  const ways = event === undefined || event.kind === "person-leaves" ? [] : await waysOut(reader, slugs);
  return { choices, found, isEmpty: world.nodes.length === 0, impact, ways };
}
