import { currentContracts } from "#src/contracts/public.ts";
import { allInServiceFacts, type InServiceFacts, interfacesOf } from "#src/inventory/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type Skill, skillsOf } from "#src/skills/public.ts";
import type { Holding, World } from "../domain/world.ts";

/** The world, with what else the inventory states of each installation. */
export type WholeWorld = World & { readonly facts: readonly InServiceFacts[]; readonly skills: readonly Skill[] };

/** What the authority runs and whom it depends on, on one day. Four queries, however much there is. */
export async function readWorld(reader: AuthorityReader, today: LocalDate): Promise<WholeWorld> {
  const facts = await allInServiceFacts(reader, ["pilot", "in-service", "leaving"]);
  const needs = await interfacesOf(reader);
  const contracts = await currentContracts(reader, today);
  const skills = (await skillsOf(reader)).filter(({ left }) => !left);
  return {
    today,
    facts,
    skills,
    nodes: facts,
    needs,
    contracts: contracts.map(({ covers, ends, ...contract }) => ({
      ...contract,
      endsOn: ends,
      covers: covers.map(({ installationId }) => installationId),
    })),
    holdings: skills.map(holdingOf),
  };
}

function holdingOf({ installationId, holder, personId, supplierId, name, abilities }: Skill): Holding {
  return { installationId, holder, personId, supplierId, name, abilities };
}
