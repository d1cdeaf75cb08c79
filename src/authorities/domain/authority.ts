import type { AuthorityId } from "#src/kernel/ids.ts";

export const AUTHORITY_KINDS = ["commune", "epci", "departement", "region", "syndicat", "ccas", "other"] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** Who countersigns: somebody other than the writer, or nobody where there is one IT person (records then say so). */
export const COUNTERSIGNATURES = ["required", "single-person"] as const;
export type Countersignature = (typeof COUNTERSIGNATURES)[number];

/** Target days at gates 1 to 4. */
export type TargetDays = readonly [number, number, number, number];

/** What an authority is, and what it decided of its own procedure. */
export type AuthoritySettings = {
  readonly id: AuthorityId;
  readonly slug: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly siren: string | null;
  readonly inseeCode: string | null;
  readonly population: number | null;
  readonly isDemonstration: boolean;
  readonly countersignature: Countersignature;
  readonly targetDays: TargetDays;
  readonly confirmAfterMonths: number;
  readonly publishesDecisions: boolean;
  readonly version: number;
};

/** What everybody may know of an authority. */
export type PublicAuthority = Pick<
  AuthoritySettings,
  "id" | "slug" | "name" | "kind" | "siren" | "population" | "isDemonstration" | "publishesDecisions"
>;

const LONGEST_SLUG = 60;

/** Lower-case letters without accents, digits and spaces: what names are compared by. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The authority's name in addresses of public pages. */
export function slugOf(name: string): string {
  const slug = plainText(name).replaceAll(" ", "-").slice(0, LONGEST_SLUG).replace(/-+$/, "");
  return slug === "" ? "collectivite" : slug;
}
