import type { Child } from "hono/jsx";
import type { Language } from "#src/kernel/language.ts";
import { Link } from "#src/platform/ui/link.tsx";
import type { Column } from "#src/platform/ui/table.tsx";
import { ABILITIES, type Ability, type Skill } from "../domain/skill.ts";
import type { HolderSkills, InstallationSkills } from "./overview.ts";
import { skillTexts } from "./texts.ts";
import { abilitiesInWords, weaknessesInWords } from "./words.ts";

export function installationColumns(language: Language): readonly Column<InstallationSkills>[] {
  const t = skillTexts(language);
  return [
    {
      key: "logiciel",
      label: t.list.installation,
      render: ({ id, name }) => <Link href={`/parc/${id}#savoir-faire`}>{name}</Link>,
    },
    ...ABILITIES.map((ability) => ({
      key: ability,
      label: t.abilities[ability],
      render: ({ skills }: InstallationSkills) => whoCan(skills, ability, language),
    })),
    {
      key: "fragilite",
      label: t.list.fragile,
      render: ({ skills, weaknesses }) => {
        if (skills.length === 0) return <span class="soft">{t.list.unknown}</span>;
        if (weaknesses.length === 0) return <span class="soft">{t.list.noWeakness}</span>;
        return weaknessesInWords(weaknesses, language).map((sentence) => <div class="small">{sentence}</div>);
      },
    },
  ];
}

function whoCan(skills: readonly Skill[], ability: Ability, language: Language): Child {
  const t = skillTexts(language);
  if (skills.length === 0) return <span class="soft">{t.list.notSaid}</span>;
  const able = skills.filter(({ left, abilities }) => !left && abilities.includes(ability));
  if (able.length === 0) return <span class="soft">{t.noOne}</span>;
  return able.map(({ name }) => <div>{name}</div>);
}

export function holderColumns(language: Language): readonly Column<HolderSkills>[] {
  const t = skillTexts(language);
  return [
    {
      key: "qui",
      label: t.list.holder,
      render: ({ name, holder, left }) => (
        <>
          {name}
          <div class="soft small">{left ? t.left : t.holderTags[holder]}</div>
        </>
      ),
    },
    {
      key: "sait",
      label: t.list.knows,
      render: ({ skills }) => (
        <ul>
          {skills.map(({ id, name, abilities }) => (
            <li>
              <Link href={`/parc/${id}#savoir-faire`}>{name}</Link>
              <span class="soft small">{` ${abilitiesInWords(abilities, language).toLocaleLowerCase(language)}`}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "seul",
      label: t.list.alone,
      render: ({ skills }) => {
        const alone = skills.filter((each) => each.alone.length > 0);
        if (alone.length === 0) return <span class="soft">{t.list.notAlone}</span>;
        return (
          <ul>
            {alone.map((each) => (
              <li>{`${each.name} (${abilitiesInWords(each.alone, language).toLocaleLowerCase(language)})`}</li>
            ))}
          </ul>
        );
      },
    },
  ];
}
