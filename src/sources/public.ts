/** The door of the sources: where the catalogue comes from. */
export { type CatalogueLoad, loadCatalogue } from "./usecases/load-catalogue.ts";
