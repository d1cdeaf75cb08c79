import { isUuid } from "#src/kernel/ids.ts";
import type { SortOrder } from "#src/platform/ui/table.tsx";
import { foldedKey } from "../domain/folded-key.ts";
import { type Answer, QUESTIONS, type Question, SHOWN_ANSWERS } from "../domain/grid.ts";
import type { GridRow } from "../usecases/read-grid.ts";

export const GRID_PATH = "/parc/souverainete";
export const PAGE_SIZE = 25;

/** Words of the address. */
export const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  "run-it": "faire-tourner",
  source: "code-source",
  "other-suppliers": "prestataires",
  data: "donnees",
  exit: "partir",
  "know-how": "savoir-faire",
};
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: "oui", partly: "en-partie", no: "non", unknown: "non-connu" };

export type GridListing = {
  readonly search: string;
  readonly question: Question | undefined;
  readonly answer: Answer | undefined;
  readonly layer: string;
  readonly department: string;
  readonly order: SortOrder;
  readonly page: number;
};

export function questionOf(word: string | undefined): Question | undefined {
  return QUESTIONS.find((question) => QUESTION_WORDS[question] === word);
}

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function gridListingOf(url: string): GridListing {
  const params = new URL(url).searchParams;
  const page = Number(params.get("page"));
  const department = params.get("service") ?? "";
  const layer = params.get("couche") ?? "";
  return {
    search: (params.get("recherche") ?? "")
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim()
      .slice(0, 200),
    question: questionOf(params.get("question") ?? undefined),
    answer: SHOWN_ANSWERS.find((answer) => ANSWER_WORDS[answer] === params.get("reponse")),
    layer: /^[a-z]{1,20}$/.test(layer) ? layer : "",
    department: isUuid(department) ? department : "",
    order: params.get("ordre") === "decroissant" ? "decroissant" : "croissant",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function gridHref(listing: Partial<GridListing>, change: Partial<GridListing> = {}, path = GRID_PATH): string {
  const { search = "", question, answer, layer = "", department = "", order = "croissant", page = 1 } = { ...listing, ...change };
  const given = [
    ["recherche", search],
    ["question", question === undefined ? "" : QUESTION_WORDS[question]],
    ["reponse", answer === undefined ? "" : ANSWER_WORDS[answer]],
    ["couche", layer],
    ["service", department],
    ["ordre", order === "croissant" ? "" : order],
    ["page", page > 1 ? String(page) : ""],
  ].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** Rows that are asked for, in the order asked. A question alone filters nothing; an answer alone is looked for in all six. */
export function wantedRows(rows: readonly GridRow[], listing: GridListing): readonly GridRow[] {
  const { search, question, answer, layer, department, order } = listing;
  const words = foldedKey(search).split(" ");
  const asked = question === undefined ? QUESTIONS : [question];
  const wanted = rows.filter(({ installation, grid }) => {
    const name = foldedKey(`${installation.name} ${installation.softwareName ?? ""}`);
    return (
      words.every((word) => name.includes(word)) &&
      (layer === "" || installation.layer === layer) &&
      (department === "" || installation.departments.some(({ id }) => id === department)) &&
      (answer === undefined || asked.some((each) => grid[each].answer === answer))
    );
  });
  return order === "croissant" ? wanted : wanted.toReversed();
}
