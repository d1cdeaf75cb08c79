/** The door of the watch. */
export { followSoftware } from "./usecases/follow-software.ts";
export { suggestSoftware } from "./usecases/suggest-software.ts";
export { tellFollowers } from "./usecases/tell-followers.ts";
export { watchDaily } from "./usecases/watch-daily.ts";
