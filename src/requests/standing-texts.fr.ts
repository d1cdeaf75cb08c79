import { formatDate } from "#src/platform/ui/format.ts";
import type { Standing } from "./domain/standing.ts";

const day = (on: string): string => formatDate(on, "fr");
const days = (n: number): string => (n <= 1 ? `${n}\u00a0jour` : `${n}\u00a0jours`);

/** Où en est une demande, en quelques mots. */
function standing(now: Standing): string {
  switch (now.kind) {
    case "searching":
      return `Porte ${now.gate}, jour ${now.day} sur ${now.of}`;
    case "to-countersign":
      return now.days === 0
        ? `Porte ${now.gate}, à contresigner depuis aujourd’hui`
        : `Porte ${now.gate}, à contresigner depuis ${days(now.days)}`;
    case "late":
      return `Porte ${now.gate}, en retard de ${days(now.days)}`;
    case "decided":
      return `Décidée à la porte ${now.gate}, le ${day(now.on)}`;
    case "in-use":
      return `En service depuis le ${day(now.since)}`;
    case "unmet":
      return `Sans solution, depuis le ${day(now.on)}`;
    case "withdrawn":
      return `Retirée le ${day(now.on)}`;
  }
}

export const fr = { standing };
export type StandingTexts = typeof fr;
