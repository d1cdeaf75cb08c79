import type { SupplierSort } from "../db/browse-suppliers.ts";

export const PAGE_SIZE = 25;

/** What the address of the list asks for. `software`: an address of the catalogue. */
export type Listing = {
  readonly search: string;
  readonly software: string | undefined;
  readonly place: string | undefined;
  readonly sort: SupplierSort;
  readonly descending: boolean;
  readonly page: number;
};

const SORT_WORDS: Readonly<Record<SupplierSort, string>> = { name: "nom", place: "lieu", software: "logiciels" };

/** Read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const software = params.get("logiciel");
  return {
    search: lineOf(params.get("recherche"), 200),
    software: software !== null && /^[a-z0-9][a-z0-9-]{0,79}$/.test(software) ? software : undefined,
    place: lineOf(params.get("lieu"), 80) || undefined,
    sort: sortOfWord(params.get("tri")),
    descending: params.get("ordre") === "decroissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function isFiltered({ search, software, place }: Listing): boolean {
  return search !== "" || software !== undefined || place !== undefined;
}

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Partial<Listing>, change: Partial<Listing> = {}, path = "/fournisseurs"): string {
  const { search, software, place, sort, descending, page } = { ...listing, ...change };
  const params = new URLSearchParams();
  if (search) params.set("recherche", search);
  if (software !== undefined) params.set("logiciel", software);
  if (place !== undefined) params.set("lieu", place);
  if (sort !== undefined && sort !== "name") params.set("tri", sortWord(sort));
  if (descending) params.set("ordre", "decroissant");
  if (page !== undefined && page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

export function sortWord(sort: SupplierSort): string {
  return SORT_WORDS[sort];
}

export function sortOfWord(word: string | null): SupplierSort {
  return (Object.keys(SORT_WORDS) as SupplierSort[]).find((sort) => SORT_WORDS[sort] === word) ?? "name";
}

function lineOf(text: string | null, longest: number): string {
  return (text ?? "")
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
}
