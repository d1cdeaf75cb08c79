/** Legal forms, at the end of a name: « Worteks SAS » is « worteks » on the site of Worteks. */
const LEGAL_FORM = / (?:sas|sasu|sarl|eurl|sa|scop|scic|snc|gie|ltd|gmbh|inc)$/;

/** Without case, accents, punctuation and legal form; empty where nothing is left. */
export function foldedName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/\bs\.?a\.?r\.?l\b/g, "sarl")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
  const bare = words.replace(LEGAL_FORM, "");
  return bare.replaceAll(" ", "");
}

export function sirenKey(siren: string): string {
  return `siren:${siren}`;
}

/** One site with one name. Undefined where there is no site, or no name to speak of: neither is enough alone. */
export function siteKey(website: string | null, name: string): string | undefined {
  const folded = foldedName(name);
  if (website === null || folded === "" || !URL.canParse(website)) return undefined;
  const domain = new URL(website).hostname
    .toLowerCase()
    .replace(/^www\d?\./, "")
    .replace(/\.$/, "");
  return domain === "" ? undefined : `site:${domain} ${folded}`;
}

/** A page of the source, with a name: several organisations may be sent to one page. */
export function pageKey(page: string | null, name: string): string | undefined {
  const folded = foldedName(name);
  return page === null || folded === "" ? undefined : `page:${page} ${folded}`;
}
