import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "#src/kernel/dates.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { instantsOf, workingDay } from "../usecases/days.ts";
import { eventsOf } from "../usecases/play-story.ts";
import type { Town } from "../usecases/town.ts";
import { INSTALLATIONS } from "./installations.ts";
import { DEPARTMENTS, PEOPLE } from "./people.ts";
import { STORIES } from "./stories.ts";
import { DRAFT, USUAL_REASONS } from "./words.ts";

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

describe("the tables of the demonstration", () => {
  const texts = textsIn([STORIES, INSTALLATIONS, PEOPLE, DEPARTMENTS, DRAFT, USUAL_REASONS]);

  it("are written as French is printed", () => {
    const wrong = texts.filter((text) => /['"]| [?!;:»]|« |\d [\d€%]|\s$|^\s|\.\.\./.test(text));
    expect(texts.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it("name nobody twice, and tell no story twice", () => {
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(25);
    expect(new Set(STORIES.map(({ key }) => key)).size).toBe(STORIES.length);
    expect(new Set(INSTALLATIONS.map(({ name }) => name)).size).toBe(INSTALLATIONS.length);
  });

  it("keep requirements and titles within what a form accepts", () => {
    for (const { need } of STORIES) {
      expect(need.title.length).toBeLessThanOrEqual(120);
      for (const text of [...(need.essential ?? []), ...(need.useful ?? [])]) expect(text.length).toBeLessThanOrEqual(300);
    }
  });
});

describe("the past of the town", () => {
  const town: Town = {
    id: "00000000-0000-4000-8000-000000000001" as AuthorityId,
    departments: new Map(),
    people: new Map(),
    installations: new Map(),
  };

  it("happens on working days before today, in its order, whatever the day on which it is told", () => {
    for (let day = 0; day < 400; day += 1) {
      const today = new Date(`${addDays(dayOf(new Date("2026-01-01T12:00:00Z")), day)}T00:30:00Z`);
      for (const [index, story] of STORIES.entries()) {
        const instants = eventsOf(story, town, today, index).map(({ at }) => at);
        expect(instants.every((at) => at < today && dayOf(at) === workingDay(dayOf(at)))).toBe(true);
        expect(instants.every((at, step) => step === 0 || at > (instants[step - 1] ?? at))).toBe(true);
      }
    }
  });

  it("moves days off back to the working day before", () => {
    const friday = dayOf(new Date("2026-08-14T12:00:00Z"));
    expect([addDays(friday, 1), addDays(friday, 2), friday].map(workingDay)).toEqual([friday, friday, friday]);
    expect(workingDay(dayOf(new Date("2026-01-01T12:00:00Z")))).toBe("2025-12-31");
  });

  it("keeps two steps of one day apart", () => {
    const [first, second] = instantsOf([dayOf(new Date("2026-01-05T12:00:00Z")), dayOf(new Date("2026-01-05T12:00:00Z"))], 3);
    expect(second?.getTime()).toBeGreaterThan(first?.getTime() ?? Infinity);
  });
});
