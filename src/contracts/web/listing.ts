import { isUuid } from "#src/kernel/ids.ts";
import { CONTRACT_KINDS, type ContractKind } from "../domain/contract.ts";
import type { ListOrder, ListSort } from "../domain/order.ts";
import type { ContractState } from "../domain/term.ts";

export const PAGE_SIZE = 25;

/** Words of the address: French, without accents. */
export const STATE_WORDS: Readonly<Record<ContractState | "all", string>> = {
  "to-come": "a-venir",
  "notice-due": "preavis",
  current: "en-cours",
  renewed: "reconduit",
  closing: "fin-decidee",
  ended: "termine",
  all: "tous",
};
export const KIND_WORDS: Readonly<Record<ContractKind, string>> = {
  licence: "licence",
  subscription: "abonnement",
  hosting: "hebergement",
  support: "support",
  services: "prestations",
  training: "formation",
};
const SORT_WORDS: Readonly<Record<ListSort, string>> = { title: "titre", end: "fin", notice: "preavis", amount: "montant" };

export type Listing = ListOrder & {
  readonly search: string;
  readonly kind: ContractKind | undefined;
  /** Undefined: those that have not ended. */
  readonly state: ContractState | "all" | undefined;
  readonly supplier: string | undefined;
  readonly page: number;
};

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const supplier = params.get("fournisseur");
  return {
    search: searchOf(params.get("recherche")),
    kind: CONTRACT_KINDS.find((kind) => KIND_WORDS[kind] === params.get("nature")),
    state: keyOf(STATE_WORDS, params.get("etat")),
    supplier: isUuid(supplier) ? supplier : undefined,
    sort: keyOf(SORT_WORDS, params.get("tri")) ?? "title",
    descending: params.get("ordre") === "decroissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function searchOf(typed: string | null | undefined): string {
  return (typed ?? "")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim()
    .slice(0, 200);
}

export function isFiltered({ search, kind, state, supplier }: Listing): boolean {
  return search !== "" || kind !== undefined || state !== undefined || supplier !== undefined;
}

export const LIST_PATH = "/parc/contrats";

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Partial<Listing>, change: Partial<Listing> = {}, path = LIST_PATH): string {
  const { search = "", kind, state, supplier, sort = "title", descending = false, page = 1 } = { ...listing, ...change };
  const params = new URLSearchParams();
  if (search !== "") params.set("recherche", search);
  if (kind !== undefined) params.set("nature", KIND_WORDS[kind]);
  if (state !== undefined) params.set("etat", STATE_WORDS[state]);
  if (supplier !== undefined) params.set("fournisseur", supplier);
  if (sort !== "title") params.set("tri", SORT_WORDS[sort]);
  if (descending) params.set("ordre", "decroissant");
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

export function sortWord(sort: ListSort): string {
  return SORT_WORDS[sort];
}

export function sortOfWord(word: string): ListSort {
  return keyOf(SORT_WORDS, word) ?? "title";
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | null): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}
