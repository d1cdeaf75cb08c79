import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { type InstallationName, installationsByName } from "../db/holders.ts";
import { skillsOf } from "../db/skills.ts";
import { isFragile, standsAlone, type Weakness, weaknessesOf } from "../domain/fragility.ts";
import { type Ability, type Holder, holderKey, type Skill } from "../domain/skill.ts";

export type InstallationSkills = InstallationName & { readonly skills: readonly Skill[]; readonly weaknesses: readonly Weakness[] };

/** Every installation that is not retired, with who can do what on it, in order of name. */
export async function skillsByInstallation(reader: AuthorityTransaction, search: string): Promise<readonly InstallationSkills[]> {
  const installations = await installationsByName(reader, search);
  const byId = Map.groupBy(await skillsOf(reader), ({ installationId }) => installationId as string);
  return installations.map((installation) => {
    const skills = byId.get(installation.id) ?? [];
    return { ...installation, skills, weaknesses: weaknessesOf(skills) };
  });
}

/** Where nothing was said, that nobody can is not known. */
export function isKnownFragile({ skills, weaknesses }: InstallationSkills): boolean {
  return skills.length > 0 && isFragile(weaknesses);
}

export type HolderSkill = InstallationName & { readonly abilities: readonly Ability[]; readonly alone: readonly Ability[] };
export type HolderSkills = {
  readonly key: string;
  readonly holder: Holder;
  readonly name: string;
  readonly left: boolean;
  readonly skills: readonly HolderSkill[];
};

/** The same, turned over: each who can, with what they can do; those on whom most depends first. */
export function skillsByHolder(installations: readonly InstallationSkills[], search: string): readonly HolderSkills[] {
  const all = installations.flatMap(({ id, name, skills }) =>
    skills.map((skill) => ({ skill, installation: { id, name }, alone: standsAlone(skill, skills) })),
  );
  const groups = [...Map.groupBy(all, ({ skill }) => holderKey(skill))];
  const holders = groups.flatMap(([key, of]): readonly HolderSkills[] => {
    const [first] = of;
    if (first === undefined) return [];
    const { holder, name, left } = first.skill;
    const skills = of.map(({ skill, installation, alone }) => ({ ...installation, abilities: skill.abilities, alone }));
    return [{ key, holder, name, left, skills }];
  });
  const wanted = folded(search);
  return holders
    .filter(
      ({ name, skills }) => wanted === "" || folded(name).includes(wanted) || skills.some((each) => folded(each.name).includes(wanted)),
    )
    .toSorted((one, other) => aloneOn(other) - aloneOn(one) || folded(one.name).localeCompare(folded(other.name)));
}

export function aloneOn({ skills }: HolderSkills): number {
  return skills.filter(({ alone }) => alone.length > 0).length;
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
