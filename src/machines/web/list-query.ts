import type { Department } from "#src/authorities/public.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { MACHINE_SORTS, type MachineFilter, type MachineSort } from "../db/machine-pages.ts";
import { MACHINE_KINDS, type MachineKind, SYSTEMS, type System } from "../domain/inventory.ts";

export const PAGE_SIZE = 25;
/** Words of the address, in French and without accents. */
export const KIND_WORDS: Readonly<Record<MachineKind, string>> = { workstation: "poste", server: "serveur", other: "autre" };
export const SYSTEM_WORDS: Readonly<Record<System, string>> = { linux: "linux", windows: "windows", macos: "macos", other: "autre" };
export const DOUBTS = ["silent", "shared"] as const;
export type Doubt = (typeof DOUBTS)[number];
export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = { silent: "silencieuses", shared: "doubles" };
const SORT_WORDS: Readonly<Record<MachineSort, string>> = { name: "nom", system: "systeme", seen: "vue", software: "logiciels" };

export type Listing = {
  readonly search: string;
  readonly kind: MachineKind | undefined;
  readonly system: System | undefined;
  readonly department: string | undefined;
  readonly doubt: Doubt | undefined;
  readonly software: string | undefined;
  readonly sort: MachineSort;
  readonly descending: boolean;
  readonly page: number;
};

export function searchOf(params: URLSearchParams): string {
  return (params.get("recherche") ?? "")
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
}

export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const department = params.get("service");
  const software = params.get("logiciel");
  return {
    search: searchOf(params),
    kind: keyed(MACHINE_KINDS, KIND_WORDS, params.get("genre")),
    system: keyed(SYSTEMS, SYSTEM_WORDS, params.get("systeme")),
    department: isUuid(department) ? department : undefined,
    doubt: keyed(DOUBTS, DOUBT_WORDS, params.get("etat")),
    software: software !== null && /^[a-z0-9-]{1,80}$/.test(software) ? software : undefined,
    sort: keyed(MACHINE_SORTS, SORT_WORDS, params.get("tri")) ?? "name",
    descending: params.get("ordre") === "decroissant",
    page: pageOf(params),
  };
}

export function filterOf(
  { search, kind, system, department, doubt, software }: Listing,
  departments: readonly Department[],
  silentBefore: Date,
): MachineFilter {
  return {
    search,
    kind,
    system,
    software,
    departmentIds: department === undefined ? undefined : beneath(departments, department),
    silentBefore: doubt === "silent" ? silentBefore : undefined,
    shared: doubt === "shared",
  };
}

/** A department and all those under it; one that is unknown has no machine. */
function beneath(departments: readonly Department[], id: string): readonly string[] {
  const wanted = new Set([id]);
  for (const department of departments) if (department.parentId !== null && wanted.has(department.parentId)) wanted.add(department.id);
  return [...wanted];
}

export function isFiltered({ search, kind, system, department, doubt, software }: Listing): boolean {
  return search !== "" || [kind, system, department, doubt, software].some((each) => each !== undefined);
}

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Partial<Listing>, path = "/parc/postes"): string {
  const { search, kind, system, department, doubt, software, sort, descending, page } = listing;
  const params = new URLSearchParams();
  if (search) params.set("recherche", search);
  if (kind !== undefined) params.set("genre", KIND_WORDS[kind]);
  if (system !== undefined) params.set("systeme", SYSTEM_WORDS[system]);
  if (department !== undefined) params.set("service", department);
  if (doubt !== undefined) params.set("etat", DOUBT_WORDS[doubt]);
  if (software !== undefined) params.set("logiciel", software);
  if (sort !== undefined && sort !== "name") params.set("tri", SORT_WORDS[sort]);
  if (descending) params.set("ordre", "decroissant");
  if (page !== undefined && page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

export function sortWord(sort: MachineSort): string {
  return SORT_WORDS[sort];
}

export function sortOfWord(word: string): MachineSort {
  return keyed(MACHINE_SORTS, SORT_WORDS, word) ?? "name";
}

function keyed<K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>, word: string | null): K | undefined {
  return keys.find((key) => words[key] === word);
}
