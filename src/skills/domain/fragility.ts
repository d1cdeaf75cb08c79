import { ABILITIES, type Ability, type Holder, holderKey, type Skill } from "./skill.ts";

/** A thing that only one can do for an installation, or nobody. */
export type Weakness =
  | { readonly kind: "nobody"; readonly ability: Ability }
  | { readonly kind: "only-one"; readonly ability: Ability; readonly holder: Holder; readonly name: string };

/** Without these a service stops one day; nobody to install or to train on what runs already is no alarm. */
const NEEDED: readonly Ability[] = ["administer", "repair"];

/**
 * Where one departure would break a service. Those who left count no more. Whoever stands alone is a weakness, a supplier as much as a
 * person; an ability that nobody has is one where a service needs it.
 */
export function weaknessesOf(skills: readonly Skill[]): readonly Weakness[] {
  return ABILITIES.flatMap((ability): readonly Weakness[] => {
    const able = new Map(
      skills.filter((skill) => !skill.left && skill.abilities.includes(ability)).map((skill) => [holderKey(skill), skill]),
    );
    const [only] = able.values();
    if (only === undefined) return NEEDED.includes(ability) ? [{ kind: "nobody", ability }] : [];
    return able.size === 1 ? [{ kind: "only-one", ability, holder: only.holder, name: only.name }] : [];
  });
}

/** True where what a service needs hangs on one, or on nobody: being alone to install or to train on it stops nothing. */
export function isFragile(weaknesses: readonly Weakness[]): boolean {
  return weaknesses.some(({ ability }) => NEEDED.includes(ability));
}

/** What nobody else could do, were this holder to leave. */
export function standsAlone(skill: Skill, all: readonly Skill[]): readonly Ability[] {
  if (skill.left) return [];
  const others = all.filter((each) => !each.left && holderKey(each) !== holderKey(skill));
  return skill.abilities.filter((ability) => !others.some((each) => each.abilities.includes(ability)));
}
