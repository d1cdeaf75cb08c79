import type { Story } from "../usecases/story.ts";
import * as beyondFree from "./stories-beyond-free.ts";
import * as decided from "./stories-decided.ts";
import * as inUse from "./stories-in-use.ts";
import * as lastGates from "./stories-last-gates.ts";
import * as recent from "./stories-new.ts";
import * as open from "./stories-open.ts";
import * as served from "./stories-served.ts";
import * as waiting from "./stories-waiting.ts";

/** Every request of the town. */
export const STORIES: readonly Story[] = [served, inUse, decided, beyondFree, lastGates, open, waiting, recent].flatMap((stories) =>
  Object.values(stories),
);
