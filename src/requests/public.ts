/** The door of the requests slice. */
export { GATES, type Gate } from "./domain/gates.ts";
export type { Need } from "./domain/need.ts";
export { startUse } from "./usecases/start-use.ts";

// What the home page reads.

export {
  type HomeDraft,
  type HomeLine,
  type HomeList,
  type HomeReader,
  type HomeRequests,
  homeRequests,
  type LeadTime,
  leadTime,
} from "./db/home-queries.ts";
export type { EntryKind } from "./domain/entries.ts";
export { isToConfirm, type Standing, standingOf } from "./domain/standing.ts";
export { standingInWords } from "./standing-texts.ts";
