export const PAGE_SIZE = 20;

/** What the address of the list asks for. */
export type Listing = {
  readonly search: string;
  readonly free: boolean | undefined;
  readonly category: string | undefined;
  readonly page: number;
};

const FREE_WORD = "libre";
const PROPRIETARY_WORD = "proprietaire";
/** Longer than any text that is searched: what is cut there is said to be cut. */
const LONGEST = 1_000;

/** Read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const licence = params.get("licence");
  const category = params.get("categorie");
  return {
    search: (params.get("recherche") ?? "")
      .slice(0, LONGEST)
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim(),
    free: licence === FREE_WORD ? true : licence === PROPRIETARY_WORD ? false : undefined,
    category: category !== null && /^[a-z0-9-]{1,80}$/.test(category) ? category : undefined,
    page: Number.isInteger(page) && page >= 1 && page <= 1_000 ? page : 1,
  };
}

/** Nothing asked: the page shows what there is to browse. */
export function asksNothing({ search, free, category }: Listing): boolean {
  return search === "" && free === undefined && category === undefined;
}

export function freedomWord(free: boolean | undefined): string | undefined {
  return free === undefined ? undefined : free ? FREE_WORD : PROPRIETARY_WORD;
}

/** The address of a listing; what is by default is left out. */
export function hrefOf(listing: Partial<Listing>, path = "/catalogue"): string {
  const params = new URLSearchParams();
  const licence = freedomWord(listing.free);
  if (listing.search) params.set("recherche", listing.search);
  if (licence !== undefined) params.set("licence", licence);
  if (listing.category !== undefined) params.set("categorie", listing.category);
  if (listing.page !== undefined && listing.page > 1) params.set("page", String(listing.page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** Where a software that no source knows is added: another slice's page. What was searched may be its name. */
export function addHref(search: string): string {
  return search === "" ? "/catalogue/nouveau" : `/catalogue/nouveau?${new URLSearchParams({ nom: search.slice(0, 100).toWellFormed() })}`;
}

/** A search as a title shows it. */
export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed().trimEnd()}…`;
}
