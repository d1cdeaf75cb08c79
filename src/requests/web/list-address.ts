import type { Department } from "#src/authorities/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { ListQuery, ListSort } from "../db/request-lists.ts";
import type { Progress } from "../domain/request.ts";

/** What the address of the list says, as typed: what is unknown or badly written is left out, never refused. */
export type ListAddress = {
  readonly recherche: string;
  readonly etat: string | undefined;
  readonly porte: string | undefined;
  readonly service: string | undefined;
  readonly miennes: boolean;
  readonly retard: boolean;
  readonly aConfirmer: boolean;
  readonly tri: string;
  readonly ordre: "croissant" | "decroissant";
  readonly page: number;
};

export const LIST_PATH = "/demandes";
const LONGEST_SEARCH = 200;
const FURTHEST_PAGE = 100_000;

const STATES: Readonly<Record<string, Progress["status"]>> = {
  "en-cours": "searching",
  "a-contresigner": "to-countersign",
  decidees: "settled",
  "sans-solution": "unmet",
  retirees: "withdrawn",
};
export const STATE_VALUES = Object.entries(STATES);
const SORTS: Readonly<Record<string, ListSort>> = { date: "date", reference: "reference", titre: "title", echeance: "due" };
const GATES = ["1", "2", "3", "4"];

export function readListAddress(query: Readonly<Record<string, string>>, departments: readonly Department[]): ListAddress {
  const known = (name: string, values: readonly string[]): string | undefined => values.find((value) => value === query[name]);
  const tri = known("tri", Object.keys(SORTS)) ?? "date";
  return {
    recherche: plainText(query.recherche ?? ""),
    etat: known("etat", Object.keys(STATES)),
    porte: known("porte", GATES),
    service: known(
      "service",
      departments.map(({ id }) => id),
    ),
    miennes: query.miennes === "oui",
    retard: query.retard === "oui",
    aConfirmer: query["a-confirmer"] === "oui",
    tri,
    ordre:
      known("ordre", ["croissant", "decroissant"]) === "croissant"
        ? "croissant"
        : query.ordre === undefined
          ? firstOrder(tri)
          : "decroissant",
    page: /^\d{1,6}$/.test(query.page ?? "") ? Math.min(Math.max(Number(query.page), 1), FURTHEST_PAGE) : 1,
  };
}

/** PostgreSQL stores no NUL, and nobody types control characters on purpose. */
function plainText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .toWellFormed()
    .trim()
    .slice(0, LONGEST_SEARCH)
    .toWellFormed();
}

/** The order that somebody means who says none: the newest first, titles from A, what is due soonest first. */
function firstOrder(tri: string): "croissant" | "decroissant" {
  return tri === "titre" || tri === "echeance" ? "croissant" : "decroissant";
}

export function listQueryOf(address: ListAddress, personId: string, departments: readonly Department[], today: LocalDate): ListQuery {
  const { recherche, etat, porte, service, miennes, retard, aConfirmer, tri, ordre } = address;
  return {
    filter: {
      search: recherche,
      state: etat === undefined ? undefined : STATES[etat],
      gate: porte === undefined ? undefined : Number(porte),
      departmentIds: service === undefined ? undefined : withThoseUnder(service, departments),
      submittedBy: miennes ? personId : undefined,
      late: retard,
      toConfirm: aConfirmer,
    },
    sort: SORTS[tri] ?? "date",
    descending: ordre === "decroissant",
    today,
  };
}

/** The tree is in reading order: parents come before their children. */
function withThoseUnder(id: string, departments: readonly Department[]): readonly string[] {
  const inside = new Set([id]);
  for (const department of departments) if (department.parentId !== null && inside.has(department.parentId)) inside.add(department.id);
  return [...inside];
}

export function isFiltered({ recherche, etat, porte, service, miennes, retard, aConfirmer }: ListAddress): boolean {
  return recherche !== "" || etat !== undefined || porte !== undefined || service !== undefined || miennes || retard || aConfirmer;
}

/** The address of the same list with some of it changed; another filter or order goes back to the first page. */
export function listHref(address: ListAddress, change: Partial<ListAddress> = {}, path: string = LIST_PATH): string {
  const { recherche, etat, porte, service, miennes, retard, aConfirmer, tri, ordre, page } = { ...address, page: 1, ...change };
  const said: Readonly<Record<string, string | false | undefined>> = {
    recherche: recherche !== "" && recherche,
    etat,
    porte,
    service,
    miennes: miennes && "oui",
    retard: retard && "oui",
    "a-confirmer": aConfirmer && "oui",
    tri: tri !== "date" && tri,
    ordre: ordre !== firstOrder(tri) && ordre,
    page: page > 1 && String(page),
  };
  const query = new URLSearchParams(Object.entries(said).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  return query.size === 0 ? path : `${path}?${query}`;
}
