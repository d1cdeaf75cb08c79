import { isUuid } from "#src/kernel/ids.ts";
import type { Freedom, ListFilter, ListSort } from "../db/list-installations.ts";
import type { PlacedDepartment } from "../domain/departments.ts";
import { withDescendants } from "../domain/departments.ts";
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
const SORT_WORDS: Readonly<Record<ListSort, string>> = { name: "nom", state: "etat", users: "utilisateurs" };

export type Listing = {
  readonly search: string;
  readonly state: InstallationState | "all" | undefined;
  readonly department: string | undefined;
  readonly freedom: Freedom | undefined;
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
    sort: keyOf(SORT_WORDS, params.get("tri")) ?? "name",
    descending: params.get("ordre") === "decroissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function filterOf({ search, state, department, freedom }: Listing, departments: readonly PlacedDepartment[]): ListFilter {
  return { search, state, freedom, departmentIds: department === undefined ? undefined : withDescendants(departments, department) };
}

export function isFiltered({ search, state, department, freedom }: Listing): boolean {
  return search !== "" || state !== undefined || department !== undefined || freedom !== undefined;
}

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Listing, change: Partial<Listing> = {}, path = "/parc"): string {
  const { search, state, department, freedom, sort, descending, page } = { ...listing, ...change };
  const params = new URLSearchParams();
  if (search !== "") params.set("recherche", search);
  if (state !== undefined) params.set("etat", STATE_WORDS[state]);
  if (department !== undefined) params.set("service", department);
  if (freedom !== undefined) params.set("licence", FREEDOM_WORDS[freedom]);
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
