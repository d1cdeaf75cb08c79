export const SKILLS_PATH = "/parc/savoir-faire";
export const PAGE_SIZE = 25;

export type Listing = { readonly byHolder: boolean; readonly search: string; readonly fragile: boolean; readonly page: number };

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function listingOf(url: string): Listing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  return {
    byHolder: params.get("vue") === "personnes",
    search: (params.get("recherche") ?? "")
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim()
      .slice(0, 200),
    fragile: params.get("fragile") === "oui",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function hrefOf(listing: Partial<Listing>, change: Partial<Listing> = {}, path = SKILLS_PATH): string {
  const { byHolder = false, search = "", fragile = false, page = 1 } = { ...listing, ...change };
  const params = new URLSearchParams();
  if (byHolder) params.set("vue", "personnes");
  if (search !== "") params.set("recherche", search);
  if (fragile) params.set("fragile", "oui");
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
