import type { InstallationId, PersonId } from "#src/kernel/ids.ts";

export type SkillId = string & { readonly brand: "SkillId" };

export const ABILITIES = ["install", "administer", "train", "repair"] as const;
export type Ability = (typeof ABILITIES)[number];
/** Who holds a skill: somebody of the authority, a supplier, another authority. */
export const HOLDERS = ["person", "supplier", "authority"] as const;
export type Holder = (typeof HOLDERS)[number];

export const HOLDER_MAX = 200;
export const NOTE_MAX = 300;

export type SkillFacts = {
  readonly installationId: InstallationId;
  readonly holder: Holder;
  /** Of a person. */
  readonly personId: PersonId | null;
  /** Of a supplier that the instance knows. */
  readonly supplierId: string | null;
  /** As written, of a supplier or another authority. */
  readonly holderName: string;
  readonly abilities: readonly Ability[];
  readonly note: string;
};

export type Skill = SkillFacts & {
  readonly id: SkillId;
  /** The name to show, whoever holds it. */
  readonly name: string;
  /** Of a person who left the authority: they can be counted on no longer. */
  readonly left: boolean;
  readonly version: number;
};

/** The same holder, however the skill was written. */
export function holderKey({ holder, personId, supplierId, holderName }: Omit<SkillFacts, "abilities" | "note" | "installationId">): string {
  return `${holder} ${personId ?? supplierId ?? holderName.toLowerCase()}`;
}

export function isSameSkill(one: SkillFacts, other: SkillFacts): boolean {
  return (
    holderKey(one) === holderKey(other) &&
    one.holderName === other.holderName &&
    one.installationId === other.installationId &&
    one.note === other.note &&
    one.abilities.length === other.abilities.length &&
    one.abilities.every((ability) => other.abilities.includes(ability))
  );
}
