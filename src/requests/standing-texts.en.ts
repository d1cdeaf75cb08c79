import { formatDate } from "#src/platform/ui/format.ts";
import type { Standing } from "./domain/standing.ts";
import type { StandingTexts } from "./standing-texts.fr.ts";

const day = (on: string): string => formatDate(on, "en");
const days = (n: number): string => (n === 1 ? "1\u00a0day" : `${n}\u00a0days`);

/** Where a request stands, in a few words. */
function standing(now: Standing): string {
  switch (now.kind) {
    case "searching":
      return `Gate ${now.gate}, day ${now.day} of ${now.of}`;
    case "to-countersign":
      return now.days === 0 ? `Gate ${now.gate}, to countersign since today` : `Gate ${now.gate}, to countersign for ${days(now.days)}`;
    case "late":
      return `Gate ${now.gate}, ${days(now.days)} late`;
    case "decided":
      return `Decided at gate ${now.gate}, on ${day(now.on)}`;
    case "in-use":
      return `In use since ${day(now.since)}`;
    case "unmet":
      return `Unmet since ${day(now.on)}`;
    case "withdrawn":
      return `Withdrawn on ${day(now.on)}`;
  }
}

export const en: StandingTexts = { standing };
