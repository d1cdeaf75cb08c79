/** The door of the demonstration: a fictional town, with its past. */
export { createDemonstration, type DemonstrationLink } from "./usecases/create-demonstration.ts";
