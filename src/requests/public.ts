/** The door of the requests slice. */
export { GATES, type Gate } from "./domain/gates.ts";
export type { Need } from "./domain/need.ts";
export { startUse } from "./usecases/start-use.ts";
