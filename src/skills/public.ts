/** The door of the skills: who can install, administer, train on and repair what. Readers take an AuthorityReader or an AuthorityTransaction. */

export { type PersonSkill, skillsOf, skillsOfPerson } from "./db/skills.ts";
export { isFragile, standsAlone, type Weakness, weaknessesOf } from "./domain/fragility.ts";
export { ABILITIES, type Ability, HOLDERS, type Holder, type Skill, type SkillFacts, type SkillId } from "./domain/skill.ts";
export { type SaySkillInput, saySkill } from "./usecases/say-skill.ts";
