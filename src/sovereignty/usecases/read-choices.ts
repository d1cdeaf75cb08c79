import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type Person, peopleWithSkills } from "../db/replacements.ts";
import { hostChoices, type SoftwareChoice, type SupplierChoice, softwareChoices, supplierChoices } from "../domain/choices.ts";
import type { WholeWorld } from "./read-world.ts";

/** What may be supposed of an authority: its own suppliers, software, people and hosts, and no other's. */
export type Choices = {
  readonly suppliers: readonly SupplierChoice[];
  readonly software: readonly SoftwareChoice[];
  readonly people: readonly Person[];
  readonly hosts: readonly string[];
};

export async function readChoices(reader: AuthorityReader, world: WholeWorld): Promise<Choices> {
  return {
    suppliers: supplierChoices(world),
    software: softwareChoices(world.facts),
    people: await peopleWithSkills(reader),
    hosts: hostChoices(world),
  };
}
