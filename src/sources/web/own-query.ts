import { OWN_SORTS, OWN_STATES, type OwnListing, type OwnSort, type OwnState } from "../db/own-list.ts";

export const OWN_PATH = "/catalogue/nos-corrections";
export const OWN_PAGE_SIZE = 20;

export type OwnQuery = Omit<OwnListing, "limit" | "offset"> & { readonly page: number };

export const STATE_WORDS: Readonly<Record<OwnState, string>> = { standing: "en-vigueur", withdrawn: "retires" };
const SORT_WORDS: Readonly<Record<OwnSort, string>> = { date: "date", name: "nom" };
const LONGEST = 200;

/** Read leniently: what is not understood is as if it were not there. */
export function ownQueryOf(url: string): OwnQuery {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const sort = OWN_SORTS.find((each) => SORT_WORDS[each] === params.get("tri")) ?? "date";
  const order = params.get("ordre");
  return {
    search: (params.get("recherche") ?? "")
      .slice(0, LONGEST)
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim(),
    state: OWN_STATES.find((each) => STATE_WORDS[each] === params.get("etat")),
    sort,
    descending: order === null ? sort === "date" : order === "decroissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of the list; what is by default is left out. */
export function ownHref(query: OwnQuery, changed: Partial<OwnQuery> = {}, path = OWN_PATH): string {
  const { search, state, sort, descending, page } = { ...query, ...changed };
  const params = new URLSearchParams();
  if (search !== "") params.set("recherche", search);
  if (state !== undefined) params.set("etat", STATE_WORDS[state]);
  if (sort !== "date") params.set("tri", SORT_WORDS[sort]);
  if (descending !== (sort === "date")) params.set("ordre", descending ? "decroissant" : "croissant");
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

export function sortOfWord(word: string): OwnSort {
  return OWN_SORTS.find((each) => SORT_WORDS[each] === word) ?? "date";
}

export function sortWord(sort: OwnSort): string {
  return SORT_WORDS[sort];
}
