import type { Language } from "#src/kernel/language.ts";
import { formatList } from "#src/platform/ui/format.ts";
import type { Weakness } from "../domain/fragility.ts";
import { ABILITIES, type Ability } from "../domain/skill.ts";
import { skillTexts } from "./texts.ts";

/** « Une seule personne sait l’administrer et le dépanner : Nadia Ferrand. »: one sentence for each who stands alone. */
export function weaknessesInWords(weaknesses: readonly Weakness[], language: Language): readonly string[] {
  const t = skillTexts(language);
  const groups = Map.groupBy(weaknesses, (weakness) => (weakness.kind === "nobody" ? "" : `${weakness.holder} ${weakness.name}`));
  return [...groups.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const doing = formatList(
      of.map(({ ability }) => t.doing[ability]),
      language,
    );
    return first.kind === "nobody" ? [t.nobody(doing)] : [t.only[first.holder](doing, first.name)];
  });
}

/** « Installer, dépanner », in the order of a service's life. */
export function abilitiesInWords(abilities: readonly Ability[], language: Language): string {
  const names = ABILITIES.filter((ability) => abilities.includes(ability)).map((ability) => skillTexts(language).abilities[ability]);
  return names.map((name, place) => (place === 0 ? name : name.toLocaleLowerCase(language))).join(", ");
}
