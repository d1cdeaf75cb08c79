import { type ContractFacts, type ContractId, closeContract, coverInstallations, declareContract } from "#src/contracts/public.ts";
import { addDays, addMonths, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type SkillFacts, type SkillId, saySkill } from "#src/skills/public.ts";
import type { ContractStory } from "../data/contracts.ts";
import type { SkillStory } from "../data/skills.ts";
import { workingDay } from "./days.ts";
import type { Event } from "./timeline.ts";
import { idFor, named, type Town } from "./town.ts";

/** Days before today, and who wrote them down. */
const CONTRACTS_AGE = 40;
const SKILLS_AGE = 26;
const KEEPS_CONTRACTS = "Hélène Marchetti";
const SAYS_SKILLS = "Maëlle Le Goff";
const MINUTE = 60_000;

/** The town's contracts, written one after the other on one day; the decided ends a little later. */
export function contractEvents(contracts: readonly ContractStory[], town: Town, today: Date): readonly Event[] {
  return contracts.map((story, index) => ({
    at: at(today, CONTRACTS_AGE, index),
    play: (deps) => declare(deps, town, story, dayOf(today)),
  }));
}

/** Who can do what, said on another day. */
export function skillEvents(skills: readonly SkillStory[], town: Town, today: Date): readonly Event[] {
  return skills.map((story, index) => ({ at: at(today, SKILLS_AGE, index), play: (deps) => say(deps, town, story) }));
}

function at(today: Date, age: number, index: number): Date {
  return new Date(Date.parse(`${workingDay(addDays(dayOf(today), -age))}T07:00:00Z`) + index * MINUTE);
}

async function declare(deps: Deps, town: Town, story: ContractStory, today: LocalDate): Promise<void> {
  const agent = named(town.people, KEEPS_CONTRACTS);
  const id = idFor<ContractId>(town, "contract", story.title);
  const facts = factsOf(story, today);
  done(story.title, await declareContract(deps, agent, { id, facts, installationIds: [] }));
  const covers = story.covers.map((cover) => {
    const [name, share] = typeof cover === "string" ? [cover, null] : cover;
    return { installationId: named(town.installations, name), share };
  });
  done(story.title, await coverInstallations(deps, agent, { id, version: 1, covers }));
  if (story.closed && facts.endsOn !== null) done(story.title, await closeContract(deps, agent, { id, closedOn: facts.endsOn }));
}

function factsOf(story: ContractStory, today: LocalDate): ContractFacts {
  const startsOn = addMonths(`${today.slice(0, 7)}-01` as LocalDate, -story.began);
  return {
    title: story.title,
    reference: story.reference ?? "",
    supplierId: null,
    supplierName: story.supplier,
    kind: story.kind,
    startsOn,
    endsOn: story.months === null ? null : addDays(addMonths(startsOn, story.months), -1),
    renewal: story.renewal ?? "none",
    renewalMonths: story.renewalMonths ?? null,
    noticeMonths: story.notice ?? null,
    yearlyAmount: story.yearly === undefined ? null : story.yearly * 100,
    indexation: story.indexation ?? "",
    notes: "",
  };
}

async function say(deps: Deps, town: Town, { software, who, holder: outside, abilities, note = "" }: SkillStory): Promise<void> {
  const facts: SkillFacts = {
    installationId: named(town.installations, software),
    holder: outside ?? "person",
    personId: outside === undefined ? named(town.people, who).id : null,
    supplierId: null,
    holderName: outside === undefined ? "" : who,
    abilities,
    note,
  };
  done(
    `${who}, ${software}`,
    await saySkill(deps, named(town.people, SAYS_SKILLS), { id: idFor<SkillId>(town, "skill", software, who), facts }),
  );
}

function done(what: string, result: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!result.ok) throw new Error(`The demonstration is refused ${what}: ${JSON.stringify(result.error)}`);
}
