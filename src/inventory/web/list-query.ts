import { isUuid } from "#src/kernel/ids.ts";
import type { Freedom, ListFilter, ListSort } from "../db/list-installations.ts";
import type { PlacedDepartment } from "../domain/departments.ts";
import { withDescendants } from "../domain/departments.ts";
import type { Criticality, Hosting, Layer } from "../domain/details.ts";
import type { Fact } from "../domain/missing-facts.ts";
import type { InstallationState } from "../domain/state.ts";

export const PAGE_SIZE = 25;

/** Words of the address for each state: French, plural nowhere, without accents. */
export const STATE_WORDS: Readonly<Record<InstallationState | "all", string>> = {
  planned: "prevu",
  pilot: "essai",
  "in-service": "en-service",
  leaving: "retrait",
  retired: "retire",
  all: "tous",
};
export const FREEDOM_WORDS: Readonly<Record<Freedom, string>> = { free: "libre", "not-free": "non-libre", unknown: "inconnue" };
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  users: "utilisateurs",
  server: "serveur",
  network: "reseau",
  security: "securite",
  infrastructure: "infrastructure",
};
export const CRITICALITY_WORDS: Readonly<Record<Criticality | "unknown", string>> = {
  vital: "vital",
  important: "important",
  ordinary: "ordinaire",
  unknown: "inconnue",
};
export const HOSTING_WORDS: Readonly<Record<Hosting | "unknown", string>> = {
  "on-premises": "locaux",
  authority: "collectivite",
  operator: "operateur",
  cloud: "nuage",
  unknown: "inconnu",
};
/** `cost`: no contract that runs says what it costs. It is no fact of the installation itself. */
export type Missing = Fact | "any" | "cost";
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  any: "quelque-chose",
  purpose: "objet",
  "in-service-on": "date",
  licence: "licence",
  departments: "services",
  users: "utilisateurs",
  version: "version",
  criticality: "criticite",
  hosting: "hebergement",
  country: "pays",
  law: "droits",
  "personal-data": "donnees",
  answerable: "responsable",
  cost: "depense",
};
const SORT_WORDS: Readonly<Record<ListSort, string>> = { name: "nom", state: "etat", users: "utilisateurs" };

export type Listing = {
  readonly search: string;
  readonly state: InstallationState | "all" | undefined;
  readonly department: string | undefined;
  readonly freedom: Freedom | undefined;
  readonly layer: Layer | undefined;
  readonly criticality: Criticality | "unknown" | undefined;
  readonly hosting: Hosting | "unknown" | undefined;
  readonly missing: Missing | undefined;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly page: number;
};

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const department = params.get("service");
  return {
    search: (params.get("recherche") ?? "")
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim()
      .slice(0, 200),
    state: keyOf(STATE_WORDS, params.get("etat")),
    department: isUuid(department) ? department : undefined,
    freedom: keyOf(FREEDOM_WORDS, params.get("licence")),
    layer: keyOf(LAYER_WORDS, params.get("couche")),
    criticality: keyOf(CRITICALITY_WORDS, params.get("criticite")),
    hosting: keyOf(HOSTING_WORDS, params.get("hebergement")),
    missing: keyOf(MISSING_WORDS, params.get("manque")),
    sort: keyOf(SORT_WORDS, params.get("tri")) ?? "name",
    descending: params.get("ordre") === "decroissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** `paid`: the installations of which the cost is known. */
export function filterOf(
  { department, missing, ...listing }: Listing,
  departments: readonly PlacedDepartment[],
  paid: readonly string[] | undefined,
): ListFilter {
  const departmentIds = department === undefined ? undefined : withDescendants(departments, department);
  return { ...listing, departmentIds, ...(missing === "cost" ? { except: paid } : { missing }) };
}

/** Filters that are folded away, unless one is set. */
export function moreFilters({ layer, criticality, hosting, missing }: Listing): number {
  return [layer, criticality, hosting, missing].filter((filter) => filter !== undefined).length;
}

export function isFiltered(listing: Listing): boolean {
  const { search, state, department, freedom } = listing;
  return search !== "" || state !== undefined || department !== undefined || freedom !== undefined || moreFilters(listing) > 0;
}

/** The same list, of everything. */
export function unfiltered({ sort, descending }: Listing): Listing {
  return { ...listingOf("http://list/"), sort, descending };
}

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Listing, change: Partial<Listing> = {}, path = "/parc"): string {
  const all = { ...listing, ...change };
  const { search, state, department, freedom, layer, criticality, hosting, missing, sort, descending, page } = all;
  const params = new URLSearchParams();
  if (search !== "") params.set("recherche", search);
  if (state !== undefined) params.set("etat", STATE_WORDS[state]);
  if (department !== undefined) params.set("service", department);
  if (freedom !== undefined) params.set("licence", FREEDOM_WORDS[freedom]);
  if (layer !== undefined) params.set("couche", LAYER_WORDS[layer]);
  if (criticality !== undefined) params.set("criticite", CRITICALITY_WORDS[criticality]);
  if (hosting !== undefined) params.set("hebergement", HOSTING_WORDS[hosting]);
  if (missing !== undefined) params.set("manque", MISSING_WORDS[missing]);
  if (sort !== "name") params.set("tri", SORT_WORDS[sort]);
  if (descending) params.set("ordre", "decroissant");
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

export function sortWord(sort: ListSort): string {
  return SORT_WORDS[sort];
}

export function sortOfWord(word: string): ListSort {
  return keyOf(SORT_WORDS, word) ?? "name";
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | null): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}
