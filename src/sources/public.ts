/** The door of the sources: where the catalogue comes from. */
export { SOURCE_FORMATS, type SourceFormat } from "./domain/source-record.ts";
export { problemInWords, refusalInWords, reportAsCsv } from "./texts.ts";
export { startCatalogueJobs } from "./usecases/catalogue-jobs.ts";
export type { GatherRefusal } from "./usecases/gather-files.ts";
export { importPlace, type PlaceImport, type PlaceRefusal } from "./usecases/import-place.ts";
export { type CatalogueLoad, loadCatalogue } from "./usecases/load-catalogue.ts";
export { type OwnVersion, ownVersionOf } from "./usecases/own-version.ts";
