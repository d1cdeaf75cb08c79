import type { SourceFormat } from "./source-record.ts";

/** The names of the sources, the same in every language. */
export const SOURCE_NAMES: Readonly<Record<SourceFormat, string>> = {
  sill: "Socle interministériel de logiciels libres",
  publiccode: "publiccode.yml",
  comptoir: "Comptoir du Libre",
  cnll: "CNLL",
  "awesome-selfhosted": "awesome-selfhosted",
  endoflife: "endoflife.date",
};
